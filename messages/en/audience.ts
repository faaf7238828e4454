/** Which number an expected audience goes by, and why; and who is shared out among the sessions. */
import type { Basis } from "#domain/audience.ts";
import type { CrowdBasis } from "#domain/crowd.ts";
import { count } from "#messages/counts.ts";

const hands = (n: number) => count(n, { one: "# hand", other: "# hands" }, "en-GB");

const STARS = { one: "# star", other: "# stars" };

export const audience = {
  /** No line ends within it. */
  range: (low: string, high: string) => (low === high ? low : `${low}–\u2060${high}`),
  /** Behind a number, in as few words as there are. */
  by: {
    counted: "counted there",
    organiser: "your number",
    room: "room count",
    stars: "from stars",
    hands: "from hands",
    paper: "hands, paper",
    late: "hands, late pitch",
  } satisfies Record<Basis | "paper" | "late", string>,
  /** The same as a sentence. */
  why: {
    counted: "Counted in its room.",
    /** Of a run, where another run of the same session was counted. */
    follows: "It runs more than once, and how many came to the time that was counted says half of this.",
    /** Of a run whose session runs several times. */
    shared: "What is expected of all its times is shared out among them.",
    organiser: "Expected as an organiser said, whatever the hands say.",
    room: (room: number) =>
      `Expected from ${hands(room)} counted in the room, which go before those on phones and paper.`,
    stars: (stars: number, paper: number) =>
      paper > 0
        ? `Expected from ${count(stars, STARS, "en-GB")} of people who go there, and ${paper} on paper: the grid is out.`
        : `Expected from ${count(stars, STARS, "en-GB")} of people who go there: the grid is out.`,
    hands: (phones: number, paper: number) =>
      paper > 0
        ? `Expected from ${hands(phones)} on phones and ${paper} on paper.`
        : `Expected from ${hands(phones)} on phones.`,
    late: "It came late, so that fewer people have seen it: its hands count for more.",
    kept: "How many hands are up is kept until hands are closed, on the Pitches page.",
  },
  /** What rooms say that were counted today. */
  turnout: (rooms: number, counted: string, expected: string) =>
    `${count(rooms, { one: "In the # room", other: "In the # rooms" }, "en-GB")} counted so far there were ${counted} people where ${expected} were expected, and all other numbers go by that too.`,
  /** Among whom all sessions are shared out. */
  crowd: {
    checked_in: (people: string, places: string) =>
      `Sessions are shared out among the ${people} people checked in, of ${places} with a place.`,
    history: (people: string, places: string) =>
      `Sessions are shared out among ${people} people: of ${places} with a place as many as came to your camps before.`,
    usual: (people: string, places: string) =>
      `Sessions are shared out among ${people} people: of ${places} with a place as many as usually come.`,
  } satisfies Record<CrowdBasis, (people: string, places: string) => string>,
};
