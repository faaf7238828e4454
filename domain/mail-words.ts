/** The mails about a place whose words a camp may write itself: what they may say, and what they must. */
import type { MailKind } from "#domain/mail.ts";
import {
  type AnyPlaceholder,
  leadsToPage,
  type MorePlaceholder,
  missingIn,
  PLACEHOLDERS,
  unknownIn,
} from "#domain/placeholder.ts";
import { isHeld, isWaiting } from "#domain/registration/status.ts";
import type { Status } from "#domain/registration.ts";

/** In the order in which they are listed: as somebody would get them. */
export const LETTERS = [
  "held",
  "waiting",
  "place_yours",
  "offered",
  "offer_reminder",
  "offer_expired",
  "hold_lapsed",
  "pause_over",
  "given_place",
  "put_back",
  "removed",
] as const;
export type Letter = (typeof LETTERS)[number];

/** What the body of each must have, or its reader could not do what it is sent for. */
const MUST: Record<Letter, readonly ("my page" | MorePlaceholder)[]> = {
  held: ["code", "my page", "until"],
  waiting: ["code", "my page"],
  place_yours: ["my page"],
  offered: ["my page", "until"],
  offer_reminder: ["my page", "until"],
  offer_expired: ["my page"],
  hold_lapsed: ["code", "my page"],
  pause_over: ["my page"],
  given_place: ["my page", "reason"],
  put_back: ["my page", "reason"],
  removed: ["my page", "reason"],
};

/** What cannot be left out of a letter. */
export const mustOf = (letter: Letter) => MUST[letter];

/** What can stand in braces in a letter. */
export function knownIn(letter: Letter): readonly AnyPlaceholder[] {
  return [...PLACEHOLDERS, ...MUST[letter].filter((name) => name !== "my page")];
}

/** Which letter a mail is; null for one whose words are always ours. @param over the camp is, which is why */
export function letterOf(
  kind: MailKind,
  { status, proven, over }: { status: Status; proven: boolean; over: boolean },
): Letter | null {
  // Without a code to type it says something else.
  if (kind === "registered" && proven) return null;
  if (kind === "registered") return isHeld(status) ? "held" : isWaiting(status) ? "waiting" : null;
  if (kind === "offer_expired" && over) return null;
  return LETTERS.find((letter) => letter === kind) ?? null;
}

/** A mail that a letter is, for whom it is usual. */
export function mailOf(letter: Letter): {
  kind: "registered" | Exclude<Letter, "held" | "waiting">;
  status: Status;
} {
  if (letter === "held" || letter === "waiting") return { kind: "registered", status: letter };
  return { kind: letter, status: "confirmed" };
}

export type OwnWords = { subject: string; body: string };

/** Why the words of a letter cannot be kept. */
export type LetterProblem =
  | { field: "subject" | "body"; why: "missing" }
  | { field: "subject" | "body"; why: "unknown"; unknown: readonly string[] }
  | { field: "subject"; why: "link" }
  | { field: "body"; why: "lacks"; lacks: readonly AnyPlaceholder[] };

/** Each field's first problem. */
export function problemsOf(letter: Letter, { subject, body }: OwnWords): LetterProblem[] {
  const of = (field: "subject" | "body", text: string): LetterProblem | null => {
    const unknown = unknownIn(text, knownIn(letter));
    if (text === "") return { field, why: "missing" };
    return unknown.length > 0 ? { field, why: "unknown", unknown } : null;
  };
  const lacks = missingIn(body, MUST[letter]);
  const [wrongSubject, wrongBody] = [of("subject", subject), of("body", body)];
  const link: LetterProblem | null = leadsToPage(subject) ? { field: "subject", why: "link" } : null;
  const lacking: LetterProblem | null = lacks.length > 0 ? { field: "body", why: "lacks", lacks } : null;
  return [wrongSubject ?? link, wrongBody ?? lacking].flatMap((it) => it ?? []);
}
