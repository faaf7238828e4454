/** Whether an answer says that there is nothing here for whoever asked. */
import { refusal } from "#messages/en/refusal.ts";

/** An answer of an action, as far as it refuses. */
export type Refused = { what?: string; refusal?: { what: string } | null };

/** Not found, or told in words that one is signed out or that there is nothing here. */
export function isDenied(answer: unknown): boolean {
  const { what, refusal: no } = (answer ?? {}) as Refused;
  const words = [refusal.not_found.what, refusal.signed_out.what];
  return /^NEXT_HTTP_ERROR_FALLBACK;404/.test(String(answer)) || words.includes(no?.what ?? what ?? "");
}
