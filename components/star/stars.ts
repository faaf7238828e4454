import type { Entry, Wish } from "#components/outbox/entry.ts";
import { starAddress } from "#components/queries.ts";
import type { Stars } from "#domain/star.ts";

const keyOf = (slug: string, run: string) => `${slug} star ${run}`;

export function starWish(slug: string, run: string, starred: boolean): Wish {
  return {
    key: keyOf(slug, run),
    method: starred ? "PUT" : "DELETE",
    address: starAddress(slug, run),
    body: null,
    about: { run },
    wants: { starred },
  };
}

/** Whether a run has a star that the server has not acknowledged. */
export function isStarWaiting(waiting: ReadonlyMap<string, Entry>, slug: string, run: string): boolean {
  return waiting.has(keyOf(slug, run));
}

/** What somebody said of runs, with what the server has not acknowledged. */
export function overlaidStars(saved: Stars, slug: string, waiting: ReadonlyMap<string, Entry>): Stars {
  const mine = [...waiting.values()].flatMap(({ key, about: { run }, wants: { starred } }) =>
    run !== undefined && key === keyOf(slug, run) ? [[run, starred === true] as const] : [],
  );
  return mine.length === 0 ? saved : { ...saved, ...Object.fromEntries(mine) };
}
