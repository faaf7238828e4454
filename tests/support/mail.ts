/** Mails of every kind, with facts as a camp would have them. */

import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { hashToken } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import { groupMail } from "#db/schema/group-mail.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { swap, swapPart } from "#db/schema/swap.ts";
import { transfer } from "#db/schema/transfer.ts";
import { HALTED } from "#domain/event.ts";
import type { MailKind } from "#domain/mail.ts";
import { FACTS, type Told, toldIn } from "#domain/mail-facts.ts";
import { makePerson, standsAt, type TestCamp } from "./camp.ts";

/** Where a camp stands that sends such a mail: one that calls it off goes while it is called off. */
export function standsWith(kind: MailKind) {
  const phase = HALTED.find((halted) => halted === kind);
  return standsAt(phase ?? "tickets");
}

/** @param change other facts than the usual; those that the kind does not have are left out */
export function told(kind: MailKind, registrationId: string, change: Record<string, string> = {}): Told {
  const usual = {
    ...{ registrationId, status: "waiting", until: "2026-07-13T07:00:00.000Z", reason: "雨", over: "" },
    ...{ halted: "called_off", asked: "yes" },
    ...{ camp: "野営", by: "愛", role: "campmaker", slug: "yaei", change: "put_in", task: "雨" },
    ...{ begins: "2026-07-14T08:00:00.000Z", ends: "2026-07-14T09:00:00.000Z" },
    ...{ days: "2026-07-14T08:00:00.000Z", zone: "Europe/London", place: "京都" },
    ...{
      groupMailId: registrationId,
      personId: registrationId,
      name: "愛",
      subject: "雨",
      body: "*雨*",
      reply: "傘",
    },
    ...{ transferId: registrationId, swapId: registrationId, why: "turned_down" },
    ...{ wasDays: "2026-07-13T07:00:00.000Z", wasZone: "Europe/London", wasPlace: "大阪" },
  };
  const read = toldIn(kind, { ...usual, ...change });
  if (!read) throw new Error(`no facts for ${kind}: ${FACTS[kind].join(", ")}`);
  return read;
}

/** What `told` says of a place that is handed on, made true: from whoever is named, under their id, to be taken by the token "0". */
export async function onItsWay(
  db: Database,
  { eventId, id }: { eventId: string; id: string },
): Promise<void> {
  await db.delete(transfer);
  const to = { name: "愛", email: "ai@example.org", tokenHash: hashToken("0"), createdAt: new Date() };
  await db.update(event).set({ transferHours: 0 }).where(eq(event.id, eventId));
  await db.insert(transfer).values({ ...to, id, eventId, giverId: id });
}

/** Somebody's second address whose reader has said yes, in no Latin script but its domain. */
export async function secondConfirmed(db: Database, registrationId: string): Promise<void> {
  const at = new Date();
  const row = { registrationId, email: "愛@example.org", askedAt: at, lapsesAt: at, provenAt: at };
  await db.insert(secondAddress).values(row);
}

/** What `told` says of a mail to many, made true: sent under the id of a registration, whose owner is on the crew too. */
export async function sentToMany(
  db: Database,
  { kind, eventId, id, email }: { kind: MailKind; eventId: string; id: string; email: string },
): Promise<void> {
  const group = kind === "crew_mail" ? "crew" : "line";
  const body = kind === "crew_mail" ? "*雨*" : "*雨* {my page}";
  const words = { subject: "雨", body, sentAt: new Date("2026-06-24T11:00:00Z") };
  await db.insert(groupMail).values({ ...words, id, eventId, group });
  // Each camp of a test has somebody with this address.
  await db.delete(person).where(eq(person.email, email));
  await db.insert(person).values({ id, email, name: "美" });
  await db.insert(role).values({ eventId, personId: id, role: "door" });
}

/** What `told` says of a swap, made true: agreed under the id of a registration, with somebody in no Latin script. */
export async function agreedSwap(
  db: Database,
  { camp, id }: { camp: TestCamp; id: string },
  at: Date,
): Promise<void> {
  const other = await makePerson(db, camp, "confirmed", {
    rank: 99,
    email: "愛@example.org",
    organisation: "省",
  });
  await db.update(registration).set({ name: "愛" }).where(eq(registration.id, other));
  const times = { madeAt: at, stateAt: at, lapsesAt: at };
  await db.insert(swap).values({ id, eventId: camp.id, kind: "ask", people: 2, state: "agreed", ...times });
  const parts = [id, other].map((registrationId, position) => ({ swapId: id, registrationId, position }));
  await db.insert(swapPart).values(parts);
}
