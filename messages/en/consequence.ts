/** What a change would do. A form shows it, in words of its own (`asked.ts`), before it is done. */
import type { Consequence, Named, Uprooted, Uprooting } from "#domain/consequence.ts";
import { withCompanions } from "#domain/forecast.ts";
import type { Capability } from "#domain/permission.ts";
import type { Closed } from "#domain/pool.ts";
import { count, list, number } from "#messages/counts.ts";
import { equality } from "#messages/en/equality.ts";
import { forecast } from "#messages/en/forecast.ts";
import { permission } from "#messages/en/permission.ts";
import { longDay } from "#messages/format.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");
const date = (day: string) => longDay(`${day}T12:00:00Z`, { locale: "en-GB", zone: "UTC" });

function session({ title, hands, published }: Uprooted): string {
  const raised = hands === 0 ? "no hands yet" : hands !== null && many(hands, "# hand", "# hands");
  const known = [raised, published && "published"].filter((it) => it !== false).join(", ");
  return known ? `“${title}” (${known})` : `“${title}”`;
}

const named = ({ names, more }: Named) =>
  list(more > 0 ? [...names, many(more, "# other", "# others")] : names, "en-GB");

function nextPlaces(next: number, mix: Of<"pools">["mix"]): string {
  if (next === 0) return "Nobody in the line could get one of the next places.";
  const parts = mix.map(({ name, before, after }) => {
    const people = after === before ? `${after} as now` : `${after} instead of ${before}`;
    return `${people} for ${name ?? "people who come for the first time"}`;
  });
  return `Of the next ${many(next, "# place", "# places")}, by these numbers and by those of now: ${list(parts, "en-GB")}.`;
}

function takesBack({ number: taken, back, sessions, people }: Of<"takes_back">): string {
  const then =
    back === null
      ? `Version ${taken} is the only one. Every phone and the wall say that the grid isn’t out yet.`
      : `Every phone and the wall show version ${back} again, at once.`;
  const moved = many(
    sessions,
    back === null
      ? "# session is on no grid any more"
      : "# session is in another place or at another time then, or taken off",
    back === null
      ? "# sessions are on no grid any more"
      : "# sessions are in another place or at another time then, or taken off",
  );
  const raised = people === 0 ? "nobody has" : many(people ?? 0, "# person has", "# people have");
  const whom = people === null ? "" : `, and ${raised} a hand up for ${sessions === 1 ? "it" : "them"}`;
  const says =
    sessions === 0 ? "No session is in another place or at another time by it." : `${moved}${whom}.`;
  return `${then} ${says} The draft stays as it is, and the next version has a number of its own.`;
}

type Of<Kind extends Consequence["kind"]> = Extract<Consequence, { kind: Kind }>;

function told({ places, offers, line, unreached }: Of<"told">): string {
  const groups = [
    ...(places ? [many(places, "# person with a place", "# people with a place")] : []),
    ...(offers ? [many(offers, "# with an offer", "# with an offer")] : []),
    ...(line ? [`${number(line, "en-GB")} in the line`] : []),
  ];
  const missed = unreached
    ? ` Mail to ${many(unreached, "# other", "# others")} came back before, so tell them another way.`
    : "";
  return `${list(groups, "en-GB")} can be told by mail what has changed.${missed}`;
}

const UPROOTING: Readonly<Record<Uprooting, (name: string) => string>> = {
  room: (name) => `The room ${name} goes.`,
  slot: (name) => `The slot ${name} goes.`,
  break: (name) => `The slot ${name} becomes a break.`,
  followed: (name) => `What takes two slots from ${name} on cannot go on in the slot that would follow.`,
};

function uprooted({ what, name, sessions }: Of<"uprooted">): string {
  const all = list(sessions.map(session), "en-GB");
  const lose = many(
    sessions.length,
    "# session loses its place and goes back to the tray",
    "# sessions lose their place and go back to the tray",
  );
  const phones = sessions.some(({ published }) => published)
    ? " Phones show what is published until you publish again."
    : "";
  return `${UPROOTING[what](name)} ${lose}: ${all}.${phones}`;
}

function overCapacity({ holding, capacity }: Of<"over_capacity">): string {
  const over = holding - capacity;
  return `${many(holding, "# person holds", "# people hold")} a place or an offer, ${number(over, "en-GB")} more than ${number(capacity, "en-GB")}. Nobody loses theirs. The line gets nothing until ${number(over + 1, "en-GB")} have been given back.`;
}

function overbooks({ places, inside, forecast: expected, companions }: Of<"overbooks">): string {
  const heads = withCompanions(expected, companions);
  const over = heads.high > inside;
  const along = companions > 0 ? ` ${forecast.along(heads)}` : "";
  const risk = over
    ? "If more come than may be inside, some who have a place will be turned away at the door."
    : "";
  return `${number(places, "en-GB")} places may be given out, and ${number(inside, "en-GB")} people may be inside. ${forecast.about(expected)}${along} ${risk}`.trim();
}

function fullInside({ here, inside }: Of<"full_inside">): string {
  return `${many(here, "# person is", "# people are")} inside: those checked in, and their companions. With ${number(inside, "en-GB")} who may be inside, nobody else may come in.`;
}

function passkeysRequired({ crew, without: { names, more } }: Of<"passkeys_required">): string {
  const who = list([...names, ...(more > 0 ? [many(more, "# more", "# more")] : [])], "en-GB");
  return [
    `It concerns ${many(crew, "the # person", "all # people")} on the crew: all that their roles are for then needs a passkey, in every browser and at the door.`,
    names.length > 0
      ? `No passkey yet: ${who}. Their screens close at once, and they are led to add one.`
      : "Everybody has one. Whoever signed in by email is asked to use it.",
    "We email the others.",
  ].join(" ");
}

function roles({ you, to, gains, loses }: Of<"roles">): string {
  const who = you ? "You" : "They";
  const can = (all: readonly Capability[]) =>
    list(
      all.map((each) => permission.can[each]),
      "en-GB",
    );
  return [
    `${who} are then ${permission.being(to)}.`,
    ...(gains.length > 0 ? [`New to ${you ? "you" : "them"}: ${can(gains)}.`] : []),
    ...(loses.length > 0 ? [`${who} can no longer ${can(loses)}.`] : []),
    you ? "Only an organiser can change it back." : "We email them.",
  ].join(" ");
}

/** @param besides others that are free */
function whence(offers: number, besides: boolean): string {
  if (besides) return offers === 1 ? "The other comes" : "The others come";
  return offers === 1 ? "It comes" : "They come";
}

function moreThanFree({ offers, free, holding, capacity }: Of<"more_than_free">): string {
  const are = free === 0 ? "No place is free" : many(free, "Only # place is free", "Only # places are free");
  const made = many(offers, "this offers #", "this offers #");
  const beyond =
    holding > capacity
      ? `${number(holding, "en-GB")} of ${number(capacity, "en-GB")} places would be taken or offered: only do this if the room really holds them.`
      : `${whence(offers - free, free > 0)} out of the places that are kept back from the releases.`;
  return `${are}, and ${made}. ${beyond}`;
}

const BEYOND: Readonly<Record<Closed, (people: number) => string>> = {
  sector_full: (people) =>
    many(
      people,
      "# of those chosen is beyond the most that are let in of their sector.",
      "# of those chosen are beyond the most that are let in of their sector.",
    ),
  first_timers_full: (people) =>
    many(
      people,
      "# of those chosen is beyond the most that are let in for the first time.",
      "# of those chosen are beyond the most that are let in for the first time.",
    ),
  organisation_full: (people) =>
    many(
      people,
      "# of those chosen is beyond the most that are let in of one organisation.",
      "# of those chosen are beyond the most that are let in of one organisation.",
    ),
  all_kept: (people) =>
    many(
      people,
      "# of those chosen takes a place that is kept for others.",
      "# of those chosen take places that are kept for others.",
    ),
};

const SAID: { [Kind in Consequence["kind"]]: (it: Of<Kind>) => string } = {
  past_day: ({ day }) => `${date(day)} is over: the camp would be in the past.`,
  told,
  offers_moved: ({ offers }) =>
    many(
      offers,
      "# open offer gets another time to answer, and its owner is told in any case.",
      "# open offers get another time to answer, and their owners are told in any case.",
    ),
  over_capacity: overCapacity,
  waits_for_release: ({ opens }) =>
    `Registration is open now. With this it closes at once, and opens at ${opens.time} on ${date(opens.day)}. Nobody loses a place or a turn.`,
  opens_now: ({ releases }) =>
    releases === 1
      ? "The time of one release has passed: it opens now, and stays as it is from then on."
      : `The times of ${number(releases, "en-GB")} releases have passed: they open now, and stay as they are from then on.`,
  draws: ({ seed, entries, places }) =>
    `${many(entries, "# entry is", "# entries are")} put in order by “${seed}”, and the first get the ${many(places, "# place", "# places")}. Everybody is told by mail. This is done once and cannot be taken back: check each figure.`,
  over_by_hand: ({ holding, capacity }) =>
    `All ${number(capacity, "en-GB")} places are taken: this makes ${number(holding, "en-GB")}. Only do this if the room really holds them.`,
  more_than_free: moreThanFree,
  beyond_pools: ({ why, people }) =>
    `${BEYOND[why](people)} “A fair mix” says so. You may offer it all the same, and nobody loses a place by it.`,
  drops_unproven: ({ held, waiting, stay }) =>
    `${many(held + waiting, "# person is", "# people are")} let go: ${many(held, "# held place goes", "# held places go")} to the line at once, and ${many(waiting, "# turn is", "# turns are")} given up. They are not mailed, because nobody may be there, and mail that waits to go to them is dropped. Whoever is real can register again, at the back of the line.${stay > 0 ? ` ${many(stay, "# other without a confirmed email stays", "# others without a confirmed email stay")}: with a place that was given by hand or an offer, or in a draw that is still to be made.` : ""}`,
  overbooks,
  full_inside: fullInside,
  over_by_list: ({ people, holding, capacity }) =>
    `${many(people, "# place is", "# places are")} given out, which makes ${number(holding, "en-GB")} of ${number(capacity, "en-GB")}: ${number(holding - capacity, "en-GB")} more than the camp has. Only do this if the room really holds them.`,
  over_most: ({ holding, most, inside }) =>
    `${number(most, "en-GB")} places may be given out, because ${many(inside, "# person", "# people")} may be inside: this makes ${number(holding, "en-GB")}. Whoever comes when the house is full is turned away at the door. How many may be given out is in the settings.`,
  from_release: ({ people }) =>
    `No place is kept back any more, so this takes ${people === 1 ? "one" : number(people, "en-GB")} of the places that come in a release, and are announced. You may give it out all the same.`,
  offered_again: () =>
    "More places are free than there are others in the line for them, so they are offered one again within moments, by mail. To keep a place from them, take them off the list instead.",
  many_offers: ({ offers }) =>
    `Up to ${many(offers, "# person", "# people")} in the line are offered a place by mail, at once.`,
  fewer_hands: ({ dots, people, most }) =>
    `${many(people, "# person has", "# people have")} more than ${many(dots, "# hand", "# hands")} up, ${number(most, "en-GB")} at most. All of them stay up and count. Whoever has more raises another once they have taken enough down.`,
  pools: ({ next, mix, entered }) =>
    [
      ...(next > 0 || entered === 0 ? [nextPlaces(next, mix)] : []),
      ...(entered > 0
        ? [
            `${many(entered, "# person has", "# people have")} entered the draw. They are in no order before it, so which of them would get a place is not shown.`,
          ]
        : []),
    ].join(" "),
  pools_merged: () =>
    "The time under “Open to all from” is past: with it nothing is kept or limited, and whatever place is free is open to all at once. Choose a later time, or none, to keep places.",
  pools_instead: ({ instead, not }) =>
    [
      ...(instead.names.length > 0 ? [`Then they would be for these as well: ${named(instead)}.`] : []),
      ...(not.names.length > 0
        ? [`They would not be for these, who are next by the numbers of now: ${named(not)}.`]
        : []),
    ].join(" "),
  pools_offer: (people) => `Offered a place at once, by mail: ${named(people)}.`,
  pool_unused: ({ name, kept, people, byHand }) =>
    `${many(kept, "# place is", "# places are")} kept for ${name ?? "people who come for the first time"}, and ${people === 0 ? "nobody of theirs has a place, waits" : many(people, "only # person of theirs has a place, waits", "only # people of theirs have a place, wait")} or entered a draw.${byHand > 0 ? ` Not counted: ${many(byHand, "# more, whose place was", "# more, whose places were")} given by hand out of what is kept back.` : ""} What nobody takes stays empty until all places are open to all.`,
  kept_over_places: ({ kept, places }) =>
    `${many(kept, "# place is", "# places are")} kept for some, and with this ${many(places, "only # is", "only # are")} given out. Nobody loses theirs. Until all places are open to everybody, only people for whom places are kept get one, and not all that are kept can be given. Keep fewer under People, “A fair mix”.`,
  stray_slot: ({ day, starts }) => `The row of ${date(day)} at ${starts} is on none of the camp’s days.`,
  day_goes: ({ day, slots }) =>
    `${date(day)} goes, and with it ${many(slots, "# row of the grid", "# rows of the grid")}.`,
  forgotten_now: ({ people }) =>
    `That day is past already: ${many(people, "# person who had no place is", "# people who had no place are")} forgotten in the coming night, with what anybody said they needed. Nobody can bring it back.`,
  answers_go: ({ question, answers }) =>
    `“${question}” goes, and with it ${many(answers, "# answer", "# answers")}. Nobody can bring them back.`,
  equality_goes: ({ question }) =>
    `“${equality.questions[question].name}” goes from the equality questions, and with it whatever was answered to it. Nobody can bring it back.`,
  webhook_removed: ({ host, unsent }) =>
    `${host} is told nothing more, and the log of what it was told goes. ${unsent === 0 ? "Nothing is waiting to be sent." : `${many(unsent, "# message that waits is", "# messages that wait are")} not sent.`}`,
  takes_back: takesBack,
  uprooted,
  roles,
  passkeys_required: passkeysRequired,
  passkeys_freed: ({ crew }) =>
    `The code by email is then enough again, for ${many(crew, "the # person", "all # people")} on the crew. We email the others.`,
  passkeys_reset: ({ name }) =>
    `All passkeys of ${name} go, and ${name} is signed out everywhere, at other camps as well. A code by email is then enough to sign in as ${name}. We email them who did it, and the log keeps it.`,
};

export const consequence = {
  say: <Kind extends Consequence["kind"]>(it: Of<Kind>): string => SAID[it.kind as Kind](it),
};
