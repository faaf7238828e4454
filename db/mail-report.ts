/** What a mail service reports of a mail it took: it flags whoever it concerns. */
import { and, eq, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { noteComplaint } from "#db/group-mail/unwilling.ts";
import { markBounced } from "#db/mail-bounce.ts";
import { spend } from "#db/rate-limit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { stopSeconds } from "#db/second-address/ending.ts";
import { overDeadlocks, type Transaction } from "#db/transaction.ts";
import { RETURNED } from "#domain/mail-failure.ts";
import type { MailReport } from "#domain/mail-report.ts";
import { LIVE } from "#domain/registration.ts";

/**
 * Takes reports in. Safe to repeat: a mail comes back once, and an address that was proven after a report is not
 * flagged by it.
 * @param signature of what was sent, where it has one: the same is taken once
 */
export async function takeReports(
  db: Database,
  reports: readonly MailReport[],
  now: Date,
  signature?: string,
): Promise<void> {
  await overDeadlocks(() =>
    db.transaction(async (tx) => {
      if (signature && !(await spend(tx, [{ limit: "report_once", by: signature }], now)).ok) return;
      for (const report of reports) await take(tx, report, now);
    }),
  );
}

async function take(tx: Transaction, report: MailReport, now: Date): Promise<void> {
  const mail = report.mailId ? await readMail(tx, report.mailId) : null;
  // A report about another address than the mail went to is not about that mail.
  const known = mail?.recipient === report.email ? mail : null;
  if (known && report.what === "bounce") await markReturned(tx, known.id, now);
  const at = new Date(Math.min(report.at ?? known?.sentAt?.getTime() ?? now.getTime(), now.getTime()));
  const second = { email: report.email, eventId: known?.eventId ?? null, at };
  if (known?.secondOf && report.what === "complaint")
    return stopSeconds(tx, { ...second, registrationId: known.secondOf }, "complaint", now);
  if (known?.eventId && report.what === "complaint")
    return noteComplaint(tx, { eventId: known.eventId, email: report.email }, now);
  // To somebody who may not be registered: only the place that was handed to them is concerned.
  if (known?.eventId && known.kind === "transfer_offered") {
    const facts = { transferId: known.occasion };
    await markBounced(tx, { eventId: known.eventId, recipient: report.email, facts }, now);
  }
  for (const { id, eventId } of await readConcerned(tx, report, known?.eventId ?? null, at)) {
    const address = { eventId, email: report.email };
    if (report.what === "complaint") await noteComplaint(tx, address, now);
    else await markBounced(tx, { eventId, recipient: report.email, facts: { registrationId: id } }, now);
  }
  await stopSeconds(tx, second, report.what, now);
}

async function readMail(tx: Transaction, id: string) {
  const { eventId, recipient, sentAt, kind, occasion, secondOf } = outbox;
  const [row] = await tx
    .select({ id: outbox.id, eventId, recipient, sentAt, kind, occasion, secondOf })
    .from(outbox)
    .where(eq(outbox.id, id));
  return row ?? null;
}

/** It was thought to be gone. */
async function markReturned(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ sentAt: null, failedAt: now, failure: RETURNED })
    .where(and(eq(outbox.id, id), isNotNull(outbox.sentAt)));
}

/**
 * Whoever is registered with the address and in a camp or its line: in the camp that the mail was about, else in every
 * one. A mail that came back says nothing of a mailbox that was proven since.
 */
function readConcerned(
  tx: Transaction,
  { email, what }: MailReport,
  eventId: string | null,
  at: Date,
): Promise<{ id: string; eventId: string }[]> {
  const before = or(isNull(registration.verifiedAt), lte(registration.verifiedAt, at));
  return tx
    .select({ id: registration.id, eventId: registration.eventId })
    .from(registration)
    .where(
      and(
        eq(registration.email, email),
        inArray(registration.status, [...LIVE]),
        eventId ? eq(registration.eventId, eventId) : undefined,
        what === "bounce" ? before : undefined,
      ),
    );
}
