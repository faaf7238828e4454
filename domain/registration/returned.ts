/** A form of registering that was not taken, on its way from the handler that read it to the page that shows it again. */
import type { CampQuestion } from "#domain/question.ts";
import type { TicketsView } from "#domain/tickets.ts";

export type Returned = {
  /** Its zone is missing while nobody can look it up. */
  camp: { slug: string; name: string; zone?: string | undefined };
  /** What the page says of tickets; null while nobody can count them. */
  tickets: TicketsView | null;
  sectors: readonly { id: string; name: string }[];
  /** The camp's own; null while nobody can look them up. */
  questions: readonly CampQuestion[] | null;
  /** By field name. */
  typed: Readonly<Record<string, string>>;
  /** What to mend, by field name. */
  errors: Readonly<Record<string, string>>;
  /** Why the form as a whole was not taken. */
  refused: { title: string; lines: readonly string[] } | null;
};

/**
 * The header of the request for its page, within the server, that carries it. It is never on a wire: the gate takes it
 * from whoever sends it. So it is in the hands of that one request alone, and nothing has to be kept.
 */
export const RETURNED = "x-wallchart-returned";

/** As the value of a header. */
export function packed(returned: Returned): string {
  return encodeURIComponent(JSON.stringify(returned));
}

/** @param text as `packed` made it */
export function unpacked(text: string): Returned {
  return JSON.parse(decodeURIComponent(text));
}
