/** Claims: what a browser is shown that has not proven the address it typed. It may only let go of it. */
import { and, eq, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readOwnMore } from "#db/question/answers.ts";
import { type AnswerRefusal, whyNot } from "#db/registration/answer.ts";
import { setClaim } from "#db/registration/link.ts";
import type { StatusPage } from "#db/registration/status.ts";
import { type RegistrationRow, registrationLink } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { isOver } from "#domain/event.ts";
import { answersOf } from "#domain/registration/answers.ts";
import { toldOf } from "#domain/registration/claim.ts";
import { letGo } from "#domain/registration/status.ts";
import type { Move, RegistrationForm, RegistrationView, Status } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** Where each button of a private page leads. */
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

/** Answers a button of a page that shows a claim, as for an unproven registration. Nobody's registration changes. */
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
 * Leaves every browser that typed this address with what it was told and the answers as they are now: from here on the
 * registration belongs to the mailbox's reader. Call it before anything of theirs is written.
 */
export async function claimBrowsers(tx: Transaction, row: RegistrationRow): Promise<void> {
  const { status, rank, registeredAt } = row;
  const heldUntil = row.heldUntil?.toISOString() ?? null;
  const kept = {
    form: { ...formOf(row), more: await readOwnMore(tx, row.id) },
    told: toldOf(status),
    rank,
    since: registeredAt.toISOString(),
    heldUntil,
  };
  await tx
    .update(registrationLink)
    .set({ claim: kept })
    .where(
      and(
        eq(registrationLink.registrationId, row.id),
        eq(registrationLink.mailed, false),
        isNull(registrationLink.claim),
      ),
    );
}

/** The form as a registration would be sent now. */
export function formOf(row: RegistrationRow): RegistrationForm {
  return { id: row.formId ?? row.id, email: row.email, ...answersOf(row) };
}
