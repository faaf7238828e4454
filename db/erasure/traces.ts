/** What a registration has left in other tables: mail, the log's words, names on pitches and on published grids. */
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { dropFromNotes } from "#db/note/forgetting.ts";
import { audit } from "#db/schema/audit.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { pitchBusy, pitchHost } from "#db/schema/pitch.ts";
import { publishedSession } from "#db/schema/publication.ts";
import type { RegistrationRow } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { ABOUT_REGISTRATION } from "#domain/mail-facts.ts";
import { nameKey } from "#domain/pitch/host-ask.ts";

export type Someone = Pick<RegistrationRow, "id" | "email" | "name">;

/** Mail of a camp to these people, at either of their addresses, and what told an address before that it is used no more. */
function mailTo(tx: Transaction, eventId: string, people: readonly Pick<Someone, "id" | "email">[]): SQL {
  const theirs = and(
    eq(outbox.eventId, eventId),
    // The same mailbox may be somebody else's second address.
    isNull(outbox.secondOf),
    inArray(outbox.kind, ABOUT_REGISTRATION),
    inArray(
      outbox.recipient,
      people.map(({ email }) => email),
    ),
  )!;
  const occasions = tx.select({ occasion: outbox.occasion }).from(outbox).where(theirs);
  const before = and(eq(outbox.kind, "address_changed"), inArray(outbox.occasion, occasions));
  const second = inArray(
    outbox.secondOf,
    people.map(({ id }) => id),
  );
  return or(theirs, second, before)!;
}

/** Waits for a mail that is on its way. Before the camp is locked: whoever sends it may want the camp. */
export async function lockMail(
  tx: Transaction,
  eventId: string,
  people: readonly Pick<Someone, "id" | "email">[],
): Promise<void> {
  await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(mailTo(tx, eventId, people))
    .for("update");
}

export async function dropMail(
  tx: Transaction,
  eventId: string,
  people: readonly Pick<Someone, "id" | "email">[],
): Promise<number> {
  const gone = await tx
    .delete(outbox)
    .where(mailTo(tx, eventId, people))
    .returning({ id: outbox.id });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(mailbox).where(inArray(mailbox.id, ids));
  return ids.length;
}

/** The log keeps that something happened, and when; not what was written about them. @returns how many entries had any */
export async function dropWords(tx: Transaction, people: readonly Pick<Someone, "id">[]): Promise<number> {
  const ids = people.map(({ id }) => id);
  const emptied = await tx
    .update(audit)
    .set({ reason: "", detail: null })
    .where(
      and(inArray(audit.subjectId, ids), or(sql`${audit.reason} <> ''`, sql`${audit.detail} is not null`)),
    )
    .returning({ id: audit.id });
  return emptied.length;
}

/** Who was asked to host something by a name of theirs is asked no more. */
async function dropHostAsks(
  tx: Transaction,
  eventId: string,
  people: readonly Pick<Someone, "id" | "name">[],
): Promise<void> {
  const ids = people.map(({ id }) => id);
  const keys = people.map(({ name }) => nameKey(name)).filter(Boolean);
  const theirs = or(inArray(hostAsked.registrationId, ids), inArray(hostAsked.nameKey, keys));
  await tx.delete(hostAsked).where(and(eq(hostAsked.eventId, eventId), theirs));
}

/**
 * Takes their names off pitches, and off every grid that was published with them: also where they stepped back since,
 * unless somebody else of that name hosts it, and out of what was written down of sessions. What was said of when the hosts of a pitch of theirs cannot goes with it.
 */
export async function dropNames(tx: Transaction, eventId: string, people: readonly Someone[]): Promise<void> {
  const ids = people.map(({ id }) => id);
  await dropHostAsks(tx, eventId, people);
  const hosting = await tx
    .delete(pitchHost)
    .where(inArray(pitchHost.registrationId, ids))
    .returning({ name: pitchHost.name, pitchId: pitchHost.pitchId });
  const hosted = hosting.map(({ pitchId }) => pitchId);
  if (hosted.length > 0) await tx.delete(pitchBusy).where(inArray(pitchBusy.pitchId, hosted));
  const names = [...new Set([...people, ...hosting].map(({ name }) => name))];
  const all = sql`(select jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb))`;
  const another = sql`exists (select from ${pitchHost} join pitch as part on part.id = ${pitchHost.pitchId}
    where ${pitchHost.name} = host
      and coalesce(${publishedSession.partOf}, ${publishedSession.pitchId}) in (part.id, part.merged_into))`;
  const left = sql`array(select host from unnest(${publishedSession.hosts}) with ordinality as named (host, nth)
    where host not in ${all} or ${another} order by nth)`;
  await tx
    .update(publishedSession)
    .set({ hosts: left })
    .where(and(eq(publishedSession.eventId, eventId), sql`${publishedSession.hosts} && array${all}`));
  await dropFromNotes(tx, eventId, names);
}
