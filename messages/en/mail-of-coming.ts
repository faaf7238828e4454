/** Mails that ask whether somebody still comes, and about a place whose holder did not answer or was not there. */
import type { WordFacts, Written } from "#messages/mail-facts.ts";

export function stillComing(facts: WordFacts["still_coming"]): Written {
  const { camp, day, place, name, page, until, passOn } = facts;
  return {
    subject: `Are you still coming to ${camp}?`,
    body: [
      `Hello ${name},`,
      `You have a place at ${camp}: ${day}, ${place}. Are you still coming? One tap tells us: yes, not sure, or no.`,
      until
        ? `We need an answer by ${until}. If we have none by then, your place goes to somebody who waits. Not sure is an answer too.`
        : "If you say nothing the place stays yours. An answer helps us: people wait for a place, and we order lunch and rooms by it.",
      { link: page, says: "Say whether you come" },
      ...placeWaits(passOn),
      "Plans change. A no is a kindness: somebody else can come then.",
    ],
  };
}

export function wentBack({ camp, name, page }: WordFacts["went_back"]): Written {
  return {
    subject: `Your place at ${camp} has gone back`,
    body: [
      `Hello ${name},`,
      `We asked whether you still come to ${camp}, and said that your place goes back if we have no answer. We had none, so it is for somebody else now.`,
      "Still want to come? Open your page: as long as nobody else has been offered the place, one tap takes it back.",
      { link: page, says: "Open your page" },
    ],
  };
}

/** Said beforehand, wherever somebody is told of their place. @param passOn until when it waits; empty for the whole day */
export const placeWaits = (passOn: string): string[] =>
  passOn === ""
    ? []
    : [
        `On the day your place waits for you until ${passOn}. After that it can go to somebody who stands outside. Running late? Say so on your page, and it waits.`,
      ];

export function passedOn({ camp, name, page }: WordFacts["passed_on"]): Written {
  return {
    subject: `Your place at ${camp} went to somebody at the door`,
    body: [
      `Hello ${name},`,
      `You were not at ${camp} by the time we had announced, so your place was passed on to people who wait. We hope all is well.`,
      "Are you on your way? Come all the same: you are let in if there is room. On your page you see whether your place can still be taken back.",
      { link: page, says: "Open your page" },
    ],
  };
}
