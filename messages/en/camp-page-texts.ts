/**
 * What a camp's own pages say before an organiser writes anything: Markdown, with what the camp has set filled in, and
 * in double square brackets what only its organisers can say.
 */
import type { CampPage } from "#domain/camp-page.ts";
import { COOKIE_DAYS } from "#domain/cookie.ts";
import { number } from "#messages/counts.ts";
import type { PageFacts } from "#messages/page-facts.ts";

const unconference = ({ camp, day, place, doors }: PageFacts) => `
**${camp}** is an unconference: a day whose agenda is made by the people who come. ${day}, ${place}. Doors open at ${doors}.

## How the day goes

1. In the morning everybody sits in one room. Whoever has an idea for a session says it in half a minute: that is a *pitch*.
2. You put your hand up for what you would come to, on your phone or in the room. It is no contest: it only shows how big a room is needed, and nearly every pitch gets one.
3. Out of that the *grid* is made: which session is when, and in which room. It is on your phone and on the wall.
4. Then you go where you like. If a session is not for you, walk out and try another: nobody minds.

## If it is your first time

You need not prepare anything, and you need not pitch. Most people here are new as well. If you would like to pitch and the microphone frightens you, write it on your phone: somebody else can read it out.
`;

const places = ({ camp }: PageFacts) => `
Coming to ${camp} is free of charge. The page of the camp says when places are given out, and how: as people ask for them, in a first minute in which it does not matter who is quickest, or by a draw that anybody can check.

## If all places are taken

You can join the waiting list, and your page says where you stand. A place that comes back goes to whoever is next, by email, with a time until which we hold it. Places come back until the very morning.

## If you cannot come after all

Give your place back on your own page: one tap, no reason, no hard feelings. Somebody else can come then.
`;

const travel = ({ camp, day, place, doors }: PageFacts) => `
${camp} is at **${place}**: ${day}, doors open at ${doors}.

The page of the camp leads to a map. If you come late, come in: pitching takes a while, and nothing is locked.
`;

const access = ({ camp, place }: PageFacts) => `
${camp} is at ${place}. Each room says on the grid whether it can be reached without steps, and whether it has a hearing loop or is a quiet one.

## Tell us what you need

When you register you can say what would make the day work for you, such as a seat near the front, an interpreter or somewhere to plug something in. Only the organisers read it, each look is noted, and it is deleted after the camp. Somebody who comes along to support you is welcome and takes nobody’s place: say so in the same field.

A pitch can be written instead of said, and nobody has to stand, speak or shake hands.
`;

const food = ({ camp }: PageFacts) => `
The grid says when lunch and the breaks of ${camp} are. If you have an allergy or eat only some things, say so when you register, under what you need: whoever caters gets the number of people, and no names.

Not sure whether there is something for you? Ask anybody of the crew, or bring your own.
`;

const quiet = ({ camp }: PageFacts) => `
A day with many people is a lot. At ${camp} you can leave any session, and the whole day, whenever you like; nobody asks why.

A room that is marked as quiet on the grid is one in which to sit without being talked to, between sessions as well. If you cannot find one, ask anybody of the crew for a quiet corner.
`;

const conduct = ({ camp }: PageFacts) => `
Everybody at ${camp} is there to learn from each other, and everybody is as welcome as the next person, whatever they do, wherever they come from and however sure of themselves they are.

## What we ask of everybody

- Listen as much as you talk. Make room for whoever has not spoken yet.
- Talk about ideas and work, and never about what somebody is: their sex, gender, race, age, disability, faith, looks or whom they love.
- Ask before you take a picture, and before you touch anybody or what helps them move, hear or see.
- What is said in a session with “no names” stays without names.
- No means no, the first time.

## What we do not accept

Harassment, insults, threats, unwanted attention, and photographs or words passed on after somebody said no. Whoever does that is asked to stop, and can be sent home.

## If something is wrong

Tell one of the people named below, or anybody of the crew. You choose whom, they listen, and nothing is done without talking with you, unless somebody is in danger. In an emergency call 999 first.
`;

const organisers = ({ camp }: PageFacts) => `
${camp} is made by a small crew who do this beside their work, and by everybody who comes.

Any email from the camp says where an answer goes. On the day, anybody of the crew helps you, or knows who does.
`;

const privacy = ({ camp, keep }: PageFacts) => `
This says what ${camp} knows of you, why, and what you can do about it.

## Who answers for it

[[The name of the organisation or person who runs the camp, and its postal address]]. Write to [[an email address for questions about personal data]].

## What we hold, and why

- **Your name, email address, organisation, sector, whether it is your first time and whether you may be photographed**: to give out places fairly, to reach you, and to let you in. We rest on our legitimate interest in running a camp for the people who asked to come.
- **What you need for the day**, if you tell us: with your consent, which you can take back on your page at any time. Only organisers read it, and each look is noted. Whoever caters gets numbers without names.
- **Your pitches and notes**: your name stands with what you pitch, unless you choose otherwise. **Your hands and stars** are yours alone: everybody else sees sums.
- **That you came in**, and when: so that we know who is in the building.

You need tell us only your name, your address and your sector; without them we cannot keep a place for you.

## Who else gets it

Nobody buys it, and nobody gets it for advertising. It is on a server run by [[who runs the server, and in which country]], and our email is sent by [[who sends it]].

## How long we keep it

What only the day needed, and everybody who had no place, is deleted ${keep} days after the camp. Whoever had a place can have themselves deleted at any time. A grid that was published stays, with the names of those who hosted a session until they have it deleted.

## What you can do

On your own page you can read, change and download everything we hold about you, and have it deleted, without asking anybody. You can also write to us, object to what we do, or ask us to stop using what you told us.

If you are not content with our answer, you can complain to [[the authority, in the United Kingdom the Information Commissioner’s Office, ico.org.uk]].
`;

const thanks = ({ camp }: PageFacts) => `
${camp} is there because people and organisations give it money, rooms, food and their time. Thank you, all of you: those who wanted to be named, and those who did not.

Nobody gets a place, a session or a say in the grid for what they give. If you would like to help, ask anybody of the crew.
`;

const cookies = (_: PageFacts) => `
We use one cookie. It says that this browser is the same one as before, so that your ticket, your hands and your desk are yours. You get it when you register, sign in or open your ticket, and it lasts ${number(COOKIE_DAYS, "en-GB")} days. If you only read, you get none.

Your phone also keeps the pages of the camp that you have opened, your ticket, and what you typed and could not send yet, so that they work without a network. They stay on your phone; clearing the browser’s data takes them away.

There is nothing else: no advertising, no counting of visitors, no cookies of anybody else. That is why nobody asks you to agree to any.
`;

const accessibility = ({ camp }: PageFacts) => `
This is about the pages of ${camp} on this website. What the building is like stands under “Access at the venue”.

## What works

The pages are made to meet the Web Content Accessibility Guidelines, version 2.2, at level AA. You can use all of them with a keyboard, with a screen reader and in high contrast, zoom to 400 per cent, and read nearly all of them, register and act on your ticket without JavaScript.

## What does not

[[What you know does not work, also in texts and links of your own; or that you know of nothing]]

## Tell us

If something does not work for you, or you need it in another form, write to [[an address]]. We answer within [[how many]] days.

If you are not content with our answer, you can turn to [[the body that enforces this, in the United Kingdom the Equality Advisory and Support Service, equalityadvisoryservice.com]].

## About this statement

It was written on [[the date]], after [[how the pages were tried: by whom, with what]].
`;

const TEXTS: Record<CampPage, (facts: PageFacts) => string> = {
  unconference,
  places,
  travel,
  access,
  food,
  quiet,
  conduct,
  organisers,
  thanks,
  privacy,
  cookies,
  accessibility,
};

/** Each page, as a camp can begin from. */
export const campPageTexts = Object.fromEntries(
  Object.entries(TEXTS).map(([page, text]) => [page, (facts: PageFacts) => text(facts).trim()]),
) as typeof TEXTS;
