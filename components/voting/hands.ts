import type { Entry, Wish } from "#components/outbox/entry.ts";
import { handAddress } from "#components/queries.ts";
import { asOne, type Ballot, cast, type Dots, handsLeft } from "#domain/voting.ts";

const keyOf = (slug: string, pitch: string) => `${slug} ${pitch}`;

export function handWish(slug: string, pitch: string, up: boolean): Wish {
  return {
    key: keyOf(slug, pitch),
    method: up ? "PUT" : "DELETE",
    address: handAddress(slug, pitch),
    body: null,
    about: { pitch },
    wants: { up },
  };
}

/** The pitch an entry is about; null for one that is no hand. */
export function pitchOf({ about }: Wish): string | null {
  return about.pitch ?? null;
}

/** Whether a pitch has a hand that the server has not acknowledged. */
export function isWaiting(waiting: ReadonlyMap<string, Entry>, slug: string, pitch: string): boolean {
  return waiting.has(keyOf(slug, pitch));
}

/** A ballot with the hands that the server has not acknowledged. @param root what a pitch is a part of, or itself */
export function overlaid(
  saved: Ballot,
  slug: string,
  waiting: ReadonlyMap<string, Entry>,
  root: (pitchId: string) => string,
): Ballot {
  const mine = [...waiting.values()].filter(({ key }) => key.startsWith(`${slug} `));
  return mine.reduce(
    (ballot, { about: { pitch }, wants: { up } }) => {
      return pitch === undefined ? ballot : cast(ballot, root(pitch), up === true);
    },
    asOne(saved, root),
  );
}

/** How many hands are left of a ballot; a pitch that was withdrawn has given its own back. */
export function leftOf(ballot: Ballot, pitches: readonly { id: string }[], dots: Dots): number | null {
  return handsLeft(pitches.filter(({ id }) => ballot.includes(id)).length, dots);
}

/**
 * A tap that an older page of this camp left unsent. It names no owner, so it is sent as whoever holds this phone. Taps
 * of other camps wait until that camp's page is opened.
 */
export function adoptTap(left: unknown, slug: string, owner: string | null): Entry | null {
  const tap = left as { slug: string; pitch: string; up: boolean; castAt: number; ahead?: number };
  if (owner === null || tap?.slug !== slug) return null;
  const { castAt, ahead } = tap;
  return { ...handWish(slug, tap.pitch, tap.up), owner, castAt, ...(ahead !== undefined && { ahead }) };
}
