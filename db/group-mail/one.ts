/** One mail of those to a group, when its turn comes: what it says, to whom, and whether it is still meant for them. */
import { and, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { eventView } from "#db/event.ts";
import { standingOf, type Whom } from "#db/group-mail/reach.ts";
import type { DueMail } from "#db/mail.ts";
import { event } from "#db/schema/event.ts";
import { groupMail } from "#db/schema/group-mail.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import type { EventView } from "#domain/event.ts";

export type OneOfMany = Extract<DueMail, { kind: "group_mail" | "crew_mail" }>;

/** @property name of the reader */
export type ToOne = { subject: string; body: string; name: string; camp: EventView };

/** A camp as everybody may know it; null where it is gone. */
export async function readCampOf(store: Store, eventId: string | null): Promise<EventView | null> {
  const [row] = eventId ? await store.select().from(event).where(eq(event.id, eventId)) : [];
  return row ? eventView(store, row) : null;
}

/** The words as they were sent; null where the mail is gone. */
export async function readWordsOf(store: Store, { facts }: OneOfMany): Promise<string | null> {
  const [row] = await store
    .select({ body: groupMail.body })
    .from(groupMail)
    .where(eq(groupMail.id, facts.groupMailId));
  return row?.body ?? null;
}

/** Null where its reader has another address by now, or is gone. */
export async function readToOne(store: Store, mail: OneOfMany): Promise<ToOne | null> {
  const [words] = await store.select().from(groupMail).where(eq(groupMail.id, mail.facts.groupMailId));
  const camp = await readCampOf(store, mail.eventId);
  const who = mail.kind === "crew_mail" ? person : registration;
  const [reader] = await store
    .select({ name: who.name })
    .from(who)
    .where(and(eq(who.id, readerOf(mail)), eq(who.email, mail.recipient)));
  if (!words || !camp || !reader) return null;
  return { subject: words.subject, body: words.body, name: reader.name, camp };
}

const readerOf = (mail: OneOfMany): string =>
  mail.kind === "crew_mail" ? mail.facts.personId : mail.facts.registrationId;

/** Why a mail to a group is not sent to somebody after all; null where it is. */
export async function whyNotTo(store: Store, mail: OneOfMany): Promise<"left_group" | "unwilling" | null> {
  const [row] = await store.select().from(groupMail).where(eq(groupMail.id, mail.facts.groupMailId));
  if (!row) return "left_group";
  const whom: Whom = { eventId: row.eventId, group: row.group, sectorId: row.sectorId };
  const standing = await standingOf(store, whom, readerOf(mail));
  return standing === "reached" ? null : standing;
}
