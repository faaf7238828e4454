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
    organiser: "your number",
    room: "room count",
    stars: "from stars",
    hands: "from hands",
    paper: "hands, paper",
    late: "hands, late pitch",
  } satisfies Record<Basis | "paper" | "late", string>,
  /** The same as a sentence. */
  why: {
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
