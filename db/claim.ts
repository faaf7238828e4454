/**
 * What a browser is shown that has not proven the address it typed to be its own, and what it may do with that: let it
 * go, as any newcomer could.
 */
import { and, eq, isNull } from "drizzle-orm";
import { type AnswerRefusal, whyNot } from "#db/answer.ts";
import type { Store } from "#db/connection.ts";
import { setClaim } from "#db/link.ts";
import { type RegistrationRow, registrationLink } from "#db/schema/registration.ts";
import type { StatusPage } from "#db/status.ts";
import type { Transaction } from "#db/transaction.ts";
import { answersOf } from "#domain/answers.ts";
import { toldOf } from "#domain/claim.ts";
import { isOver } from "#domain/event.ts";
import type { Move, RegistrationForm, RegistrationView, Status } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { letGo } from "#domain/status.ts";

/** What each button of a private page asks for, and where it leads. */
const BUTTONS = {
  accept: "confirmed",
  decline: "declined",
  give_back: "released",
  leave: "left",
  register: "waiting",
} as const satisfies Partial<Record<Move, Status>>;

type Shown = Pick<StatusPage, "link" | "event" | "times"> & {
  registration: Pick<RegistrationView, "status">;
};

/**
 * Answers a button of a page that shows a claim as an unproven registration would be. Nobody's registration changes:
 * what the browser was told it had is let go, and nothing else is possible.
 */
export async function answerClaim(
  store: Store,
  { link, event, times, registration: { status } }: Shown,
  button: keyof typeof BUTTONS,
  now: Date,
): Promise<Result<null, AnswerRefusal>> {
  const told = BUTTONS[button];
  if (status === told) return granted(null);
  if (isOver(event.phase, times.endsAt, now.getTime())) return refused("camp_over");
  const unproven = { status, offeredUntil: null, verifiedAt: null, bouncedAt: null };
  const refusal = whyNot(event, unproven, button, now);
  if (refusal) return refused(refusal);
  if (link.claim && letGo(told)) await setClaim(store, link, { ...link.claim, told });
  return granted(null);
}

/**
 * Leaves every browser that typed this address with what it was told, and with the answers as they are now: from here
 * on the registration is its mailbox's reader's. Call it before anything of theirs is written down.
 */
export async function claimBrowsers(tx: Transaction, row: RegistrationRow): Promise<void> {
  await tx
    .update(registrationLink)
    .set({ claim: { form: formOf(row), told: toldOf(row.status), rank: row.rank } })
    .where(
      and(
        eq(registrationLink.registrationId, row.id),
        eq(registrationLink.mailed, false),
        isNull(registrationLink.claim),
      ),
    );
}

/** The form a registration would be sent with now. */
export function formOf(row: RegistrationRow): RegistrationForm {
  return { id: row.formId ?? row.id, email: row.email, ...answersOf(row) };
}
