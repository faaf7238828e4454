/** The list of the settings, and what each page of them holds in one line. */
import type { TallyRule } from "#domain/event.ts";
import { count } from "#messages/counts.ts";
import { fullDay } from "#messages/format.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

/** What is set of the time between a place and the day. */
type Terms = { handedOn: boolean; rounds: number; goBack: boolean; passedOn: boolean };

export const settingsPages = {
  back: "All settings",
  intro: "Each line is a page of its own, and says what it holds now.",
  groups: {
    camp: "The camp",
    grid: "The grid",
    places: "Places",
    registering: "What people are asked",
    after: "Afterwards",
  },
  elsewhere: {
    feeds: {
      title: "Calendar, files and programs",
      line: "Who reads the grid elsewhere, and is told of changes",
    },
    pages: {
      title: "The camp’s own pages",
      line: "Getting there, food, the code of conduct, privacy",
    },
    pools: { title: "Pools", line: "Places kept for some, and limits" },
    archive: {
      title: "The camp in one file",
      line: "To keep, to put on any web space, or to bring into another Wallchart",
    },
    calledOff: {
      title: "Call it off, or put it off",
      line: "Who is told, and what becomes of places, is said first",
    },
    delete: {
      title: "Delete the camp",
      line: "Only a draft, or a camp that is called off or in the archive",
    },
  },
  lines: {
    days: (n: number, first: string) => `${many(n, "# day", "# days")}, ${first}`,
    mail: (replyTo: string | null) =>
      replyTo ? `Answers go to ${replyTo}` : "Answers go to the address that sends",
    language: (name: string) => `pages in ${name}`,
    rooms: (n: number, seats: number, unofficial: number) => {
      if (n === 0) return "None yet";
      const known = n - unofficial;
      return [
        ...(known > 0 ? [`${many(known, "# room", "# rooms")}, ${many(seats, "# seat", "# seats")}`] : []),
        ...(unofficial > 0 ? [many(unofficial, "# unofficial place", "# unofficial places")] : []),
      ].join(" and ");
    },
    slots: (slots: number, breaks: number, bare: number) =>
      slots + breaks === 0
        ? "No rows yet"
        : [
            `${many(slots, "# slot", "# slots")} and ${many(breaks, "# break", "# breaks")}`,
            ...(bare > 0 ? [many(bare, "# day has none", "# days have none")] : []),
          ].join("; "),
    hands: (dots: number | null, tally: TallyRule) => {
      const seen = {
        shown: "everybody sees the counts",
        after_first: "counts are seen after one’s own first",
        after_closed: "counts are seen once hands are closed",
        hidden: "organisers see the counts",
      }[tally];
      return `${dots === null ? "As many as people like" : many(dots, "# each", "# each")}, ${seen}`;
    },
    places: (places: number, line: number | null, inside: number | null) =>
      [
        many(places, "# place", "# places"),
        ...(line === null ? [] : [many(line, "# may wait", "# may wait")]),
        ...(inside === null ? [] : [many(inside, "# may be inside", "# may be inside")]),
      ].join(", "),
    releases: (n: number) =>
      n === 0 ? "All at once, as tickets open" : many(n, "In # release", "In # releases"),
    terms: ({ handedOn, rounds, goBack, passedOn }: Terms) => {
      const set = [
        ...(handedOn ? ["places can be handed on"] : []),
        ...(rounds > 0
          ? [many(rounds, "asked once whether they come", "asked # times whether they come")]
          : []),
        ...(goBack ? ["silent places go back"] : []),
        ...(passedOn ? ["places are passed on at the door"] : []),
      ].join(", ");
      return set === "" ? "A place is theirs until the day" : set[0]!.toUpperCase() + set.slice(1);
    },
    sectors: (n: number) => many(n, "# sector", "# sectors"),
    questions: (n: number) => (n === 0 ? "None of your own" : many(n, "# question", "# questions")),
    equality: (n: number) => (n === 0 ? "None asked" : many(n, "# question", "# questions")),
    forgot: (applicants: number, day: string) =>
      `${many(applicants, "# person without a place", "# people without a place")} deleted on ${fullDay(`${day}T12:00:00Z`, { locale: "en-GB", zone: "UTC" })}`,
    privacy: (days: number) => many(days, "Deleted # day after the camp", "Deleted # days after the camp"),
  },
} as const;
