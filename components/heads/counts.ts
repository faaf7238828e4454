/** Heads among what is tapped on a phone: each tap is the whole number, so that the last one is all there is to send. */
import type { Entry, Wish } from "#components/outbox/entry.ts";
import { headsAddress } from "#components/queries.ts";

const keyOf = (slug: string, run: string) => `${slug} heads ${run}`;

export function headsWish(slug: string, run: string, heads: number): Wish {
  return {
    ...{ key: keyOf(slug, run), method: "PUT", address: headsAddress(slug, run) },
    body: JSON.stringify({ heads }),
    about: { counts: run },
    wants: { stands: true },
  };
}

/** What the server has not acknowledged of a run, or null. */
export function waitingHeads(waiting: ReadonlyMap<string, Entry>, slug: string, run: string): number | null {
  const entry = waiting.get(keyOf(slug, run));
  return entry ? headsIn(entry) : null;
}

/** The number that an entry says, and of which run; null of one about something else. */
export function countIn(entry: Entry): { run: string; heads: number } | null {
  const { counts } = entry.about;
  const heads = headsIn(entry);
  return counts !== undefined && heads !== null ? { run: counts, heads } : null;
}

function headsIn({ body, about }: Entry): number | null {
  const said = about.counts !== undefined && body ? (JSON.parse(body) as { heads?: unknown }).heads : null;
  return typeof said === "number" ? said : null;
}
