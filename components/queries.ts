/**
 * Every read of the browser, and how it is fetched. What is live comes over the stream, into `LiveScreen`; a query is
 * what a desk asks for when somebody wants to know it.
 */
import type { Screen } from "#domain/live.ts";
import type { Me } from "#domain/viewer.ts";
import type { CardWeights, Gains, Torn } from "#domain/weighing.ts";

/** How long to wait for a dead network, in milliseconds. */
const PATIENCE_MS = 8_000;

/** Who holds this phone and what is theirs. @param signal aborted when something newer is known */
export function readMe(slug: string, signal?: AbortSignal): Promise<Me> {
  return read(`/live/${slug}/me`, signal);
}

/** Why this screen hears nothing more; null where nobody refuses it. */
export async function readRefusal(slug: string, screen: Screen): Promise<Refused["said"] | null> {
  return read(`/live/${slug}/snapshot?audience=${screen}`).then(
    () => null,
    (fault) => (fault instanceof Refused ? fault.said : null),
  );
}

/** @param signal aborted when the card is let go */
export function readWeights(slug: string, pitch: string, signal: AbortSignal): Promise<CardWeights> {
  return read(`/live/${slug}/pitches/${pitch}/weights`, signal);
}

/** What would help a draft. @param asked its cells as one text: other cells are another question */
export function helpQuery(slug: string, asked: string) {
  return {
    queryKey: ["camp", slug, "help", asked] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => readHelp(slug, signal),
    // Without a network it is said at once that there is no answer.
    networkMode: "always" as const,
    retry: false,
  };
}

export function readHelp(slug: string, signal: AbortSignal): Promise<{ torn: Torn[]; gains: Gains }> {
  return read(`/live/${slug}/help`, signal);
}

export function streamAddress(slug: string, screen: Screen): string {
  return `/live/${slug}/stream?audience=${screen}`;
}

/** `PUT` raises it, `DELETE` takes it down. */
export function handAddress(slug: string, pitch: string): string {
  return `/live/${slug}/pitches/${pitch}/hand`;
}

/** A no of the server, in its words for whoever asked. */
export class Refused extends Error {
  readonly said: { what: string; next: string };

  constructor(said: Refused["said"]) {
    super(said.what);
    this.said = said;
  }
}

async function read<T>(address: string, unwanted?: AbortSignal): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = unwanted ? AbortSignal.any([unwanted, patience]) : patience;
  const answer = await fetch(address, { signal });
  if (answer.ok) return answer.json();
  const said = await answer.json().catch(() => null);
  throw said?.refusal ? new Refused(said) : new Error(`${address} answered ${answer.status}`);
}
