/** Whether an answer says that there is nothing here for whoever asked. */
import { refusal } from "#messages/en/refusal.ts";

/** An answer of an action, as far as it refuses. */
export type Refused = { what?: string; refusal?: { what: string } | null };

/** Not found, led to use a passkey first, or told in words that one is signed out, needs one or that there is nothing here. */
export function isDenied(answer: unknown): boolean {
  const { what, refusal: no } = (answer ?? {}) as Refused;
  const words = [refusal.not_found.what, refusal.signed_out.what, refusal.passkey_needed.what];
  const led = /^NEXT_HTTP_ERROR_FALLBACK;404|^NEXT_REDIRECT;.*\/sign-in\/passkeys\/needed/.test(
    String(answer),
  );
  return led || words.includes(no?.what ?? what ?? "");
}
