/** Pools: places kept for some and limits for some, and the mix of the room. */
import { RANGES } from "#domain/limits.ts";
import type { Verdict } from "#domain/pool.ts";
import { count, list, number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");
const places = (value: number) => count(value, { one: "# place", other: "# places" }, "en-GB");
const newcomers = "people who come for the first time";

/** @param pool the name of a sector; null for first-timers */
const whose = (pool: string | null) => pool ?? newcomers;

export const pool = {
  settings: {
    title: "A fair mix",
    link: "A fair mix",
    lede: "Keep places for some and limit others, until a day from which all places are open to all. Nobody loses a place they have. Saving shows first who would get the next places.",
    counted:
      "Everybody counts once: in a place kept for their sector, else in one kept for people who come for the first time, else in an open one.",
    sector: "Sector",
    have: "Have a place or an offer",
    byHand: (people: number) =>
      `${n(people)} of them by hand, out of what is kept back from the releases: they take none of those kept here`,
    beyond: (people: number) => `${n(people)} more than at most`,
    firstTimers: "First time at an unconference",
    firstTimersHint: "Kept on top of those kept for the sectors.",
    floor: "Kept",
    floorOf: (name: string) => `Places kept for ${name}`,
    ceiling: "At most",
    ceilingOf: (name: string) => `At most, for ${name}`,
    organisationLimit: "Most people of one organisation",
    organisationHint: "Empty for no limit. Small differences in spelling count as the same organisation.",
    mergesDay: "Open to all from",
    mergesTime: "At",
    mergesHint:
      "From then on nothing is kept or limited, and what is unused goes to the line. Empty for never.",
    next: "Look at the next … places",
    nextHint: "How many of the places that are free or come free are looked at before you save.",
    save: "See what it would do",
    saveAnyway: "Save these numbers",
    saving: "Saving",
    numberWrong: (name: string) =>
      `${name} needs whole numbers from ${RANGES.pool.min} to ${n(RANGES.pool.max)}, or nothing`,
    turned: (name: string) => `${name} cannot keep more places than it lets in`,
    limitWrong: `The limit for an organisation is a number from ${RANGES.organisationLimit.min} to ${n(RANGES.organisationLimit.max)}, or nothing`,
    mergesWrong: "Say both the day and the time from which all places are open, or neither",
    mergesSkipped: "The clocks go forward that night and skip that time. Choose one before or after it",
    nextWrong: "Say how many of the next places to look at",
    saved: "Saved.",
    offered: (offers: number) =>
      offers === 0
        ? "No place was offered at once."
        : `${count(offers, { one: "# place was", other: "# places were" }, "en-GB")} offered to the next in line, and they are told by mail.`,
    now: (kept: number, given: number) =>
      `Of ${places(given)} that are given out, ${n(kept)} ${kept === 1 ? "is" : "are"} kept.`,
    merged:
      "What was kept is open to all now. Choose a later time under “Open to all from”, or none, to keep places again.",
    tooMany: (kept: number, given: number) =>
      `${count(kept, { one: "# place is", other: "# places are" }, "en-GB")} kept, and ${count(given, { one: "only # is", other: "only # are" }, "en-GB")} given out.`,
    tooManyNext:
      "Until all places are open to everybody, only people for whom places are kept get one, and not all that are kept can be given. Keep fewer here, or give out more in the settings.",
    drawing:
      "A draw waits for its number. What is kept for whom is published with it, and stays until it is drawn.",
  },
  rules: {
    title: "What is kept, and for whom",
    floor: (name: string | null, kept: number) => `${places(kept)} for ${whose(name)}`,
    ceiling: (name: string | null, most: number) => `At most ${n(most)} for ${whose(name)}`,
    organisation: (most: number) => `At most ${n(most)} from one organisation`,
    merges: (when: string) => `All are open to everybody from ${when}`,
    merged: "What was kept is open to all now.",
    beyond:
      "More people have a place than one of these numbers lets in: the organisers gave it by hand, or the number is newer.",
  },
  balance: {
    title: (taken: number, of: number) =>
      taken > of
        ? `The mix: ${places(taken)} given, ${n(taken - of)} more than the camp has`
        : `The mix: ${n(taken)} of ${places(of)} taken`,
    first: (first: number, of: number) => `${n(first)} of ${n(of)} come for the first time.`,
  },
  left: {
    title: "Places are left for some",
    whom: (sectors: readonly string[], firstTimers: boolean) =>
      `They are kept for ${list([...sectors, ...(firstTimers ? [newcomers] : [])], "en-GB")}. Everybody else joins the line.`,
    until: (when: string) => `From ${when} on, unused places are open to all.`,
  },
  turn: {
    firstTimers: "first-timers",
    organisation: "your organisation",
    inLine: (of: number, among: string | null) =>
      `in line, of ${n(of)}${among === null ? "" : ` from ${among}`}`,
    whole: (position: number, waiting: number) =>
      `You are ${n(position)} of ${n(waiting)} in the whole line.`,
    why: {
      kept_for_sector: (sector: string) =>
        `Places are kept for ${sector}, so your turn is decided among people from there.`,
      kept_for_first_timers: () =>
        "Places are kept for people who come for the first time, so your turn is decided among them.",
      sector_full: (sector: string) =>
        `As many people from ${sector} have a place as the organisers let in. Your turn comes when one of them gives it back, or when all places are open to all.`,
      first_timers_full: () =>
        "As many people who come for the first time have a place as the organisers let in. Your turn comes when one of them gives it back, or when all places are open to all.",
      organisation_full: () =>
        "As many people of your organisation have a place as the organisers let in. Your turn comes when one of them gives it back, or when all places are open to all.",
      open: () => "Your turn is decided in the whole line.",
      all_kept: () =>
        "No place that is open to everybody is free at the moment. Your turn is decided in the whole line.",
    } satisfies Record<Verdict, (sector: string) => string>,
  },
  person: {
    kept_for_sector: "A place is kept for their sector.",
    kept_for_first_timers: "A place is kept for people who come for the first time.",
    open: "An open place would be theirs.",
    sector_full: "They are passed over for now: their sector has as many places as it may.",
    first_timers_full: "They are passed over for now: as many first-timers have a place as may.",
    organisation_full: "They are passed over for now: their organisation has as many places as it may.",
    all_kept: "They are passed over for now: no place that is open to everybody is free.",
  } satisfies Record<Verdict, string>,
};
