/** Why a mail did not go out, and whether it is worth another try. */
import { MAIL_KINDS, type MailKind } from "#domain/mail.ts";

/** It came back after the mail server had taken it. */
export const RETURNED = "returned";

/** What was not sent because it was no longer meant for them: nothing went wrong. */
export const DROPPED = ["left_group", "unwilling", "gone"] as const;

export type FailureReason = "refused" | "returned" | "gave_up" | "unreadable" | (typeof DROPPED)[number];

/** @param failure as the outbox keeps it: a status code of the mail server, or a word */
export function reasonOfFailure(failure: string): FailureReason {
  if (/^5\d\d$/.test(failure)) return "refused";
  if (failure === RETURNED || failure === "unreadable") return failure;
  return DROPPED.find((word) => word === failure) ?? "gave_up";
}

/** Whether what failed so may go through another time. */
export function mayPass(failure: string): boolean {
  return ["refused", "gave_up"].includes(reasonOfFailure(failure));
}

/** What a code or an offer says is over by the time it is tried again, and what is told to one alone is kept by nobody. */
const isTimely = (kind: MailKind) => MAIL_KINDS[kind] === "code" || MAIL_KINDS[kind] === "clock";

/** The kinds whose facts are kept when they fail, so that they can be sent once more. */
export const RETRIED = (Object.keys(MAIL_KINDS) as MailKind[]).filter((kind) => !isTimely(kind));

/** Whether a mail that failed can be sent once more. */
export function canRetry(kind: string, failure: string): boolean {
  return (RETRIED as string[]).includes(kind) && mayPass(failure);
}
