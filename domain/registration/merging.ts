/** Two registrations of one person made one: which of the two has the better place, and what they then have. */
import { type Answers, type Needs, saysNeeds } from "#domain/registration/answers.ts";
import { isProven, type Mailbox, type Status } from "#domain/registration.ts";

/** What is better to have, best first. Whoever was taken off, or handed their place on, is no part of it. */
const BEST: readonly Status[] = ["confirmed", "held", "offered", "waiting", "entered"];

/** Those that ended by themselves: nothing is left of them but a name. */
const ENDED: readonly Status[] = ["expired", "declined", "released", "left"];

export type Half = Mailbox & { status: Status; rank: number };

export type Merged = {
  status: Status;
  rank: number;
  /** Whose place or turn it is, with all that belongs to it. */
  from: "stays" | "goes";
};

const worth = (status: Status) => BEST.indexOf(status);

/**
 * What one person has once two registrations of theirs are one: the better place and the better turn of the two.
 *
 * @param stays whose address and answers stay
 * @returns null where there is nothing to merge: neither has anything, or one is not by itself any more
 */
export function mergedFrom(stays: Half, goes: Half): Merged | null {
  const known = [stays, goes].every(({ status }) => worth(status) >= 0 || ENDED.includes(status));
  const live = [stays, goes].filter(({ status }) => worth(status) >= 0);
  if (!known || live.length === 0) return null;
  const theirs =
    worth(goes.status) >= 0 && (worth(stays.status) < 0 || worth(goes.status) < worth(stays.status));
  const from = theirs ? "goes" : "stays";
  const best = theirs ? goes.status : stays.status;
  // A place that waits for an address to be proven need not wait for one that is.
  const status = best === "held" && isProven(stays) ? "confirmed" : best;
  return { status, rank: Math.min(...live.map(({ rank }) => rank)), from };
}

type Told = Needs & Pick<Answers, "accessAgreed">;

/**
 * What one person needs who told it twice: what the one that stays left out is taken from the other, and of those who
 * come along the larger number. Agreed to where all of it was.
 */
export function mergedNeeds(stays: Told, goes: Told): Told {
  const needs = {
    access: stays.access || goes.access,
    companions: Math.max(stays.companions, goes.companions),
    companionsNote: stays.companionsNote || goes.companionsNote,
  };
  const taken =
    needs.access !== stays.access ||
    needs.companions !== stays.companions ||
    needs.companionsNote !== stays.companionsNote;
  const said = [...(saysNeeds(stays) ? [stays] : []), ...(taken ? [goes] : [])];
  return { ...needs, accessAgreed: said.length > 0 && said.every(({ accessAgreed }) => accessAgreed) };
}
