/** Whoever brought a pitch asks others to host it with them or to take it over; they answer on their own phones. */
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { bumpHolders } from "#db/device.ts";
import { permitted } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { nextPosition } from "#db/pitch/host.ts";
import { askedOf, kindOf } from "#db/pitch/host-asks.ts";
import { isPublished } from "#db/pitch/mergeable.ts";
import { tellHosts } from "#db/pitch/merging.ts";
import { listOwn, lockOwner, mayHaveOneMore } from "#db/pitch/round.ts";
import { told } from "#db/pitch/told.ts";
import { brought } from "#db/pitch.ts";
import { spend } from "#db/rate-limit.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import {
  type HostAskKind,
  type HostAskRefusal,
  nameKey,
  typedOf,
  whyNotAsked,
} from "#domain/pitch/host-ask.ts";
import { HOSTS_MAX, stands } from "#domain/pitch.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";

type Closed = "not_found" | "not_open" | "hosts_settled";
export type AskHost = { pitchId: string; whom: string; kind: HostAskKind };

/**
 * Asks somebody by name, or by the code of their badge. A name is answered alike whether or not anybody goes by it.
 * The same question again changes nothing.
 *
 * @param whom refused `bad_input` when empty
 * @returns refused `not_found` but to whoever brought the pitch, `not_open` by the phase, `hosts_settled` once the first
 *   grid is out, `badge_unknown` for the code of no badge here, `hosts_full`, `handing_on`, `too_many`
 */
export async function askHost(
  db: Database,
  attendee: Attendee,
  { pitchId, whom, kind }: AskHost,
  now: Date,
): Promise<Result<null, Closed | HostAskRefusal | "bad_input" | "badge_unknown" | "too_many">> {
  const typed = typedOf(whom);
  if ("name" in typed && nameKey(typed.name) === "") return refused("bad_input");
  // In a statement of its own: a code of no badge counts as well.
  const spent = await spend(db, [{ limit: "host_ask_by_registration", by: attendee.registrationId }], now);
  if (!spent.ok) return spent;
  return transact<null, Closed | HostAskRefusal | "badge_unknown">(db, async (tx) => {
    const closed = await whyClosed(tx, attendee, pitchId);
    if (closed) return refused(closed);
    const asked = await askedBy(tx, attendee.eventId, typed);
    if (!asked) return refused("badge_unknown");
    const [rows, hosts] = await Promise.all([
      tx.select().from(hostAsked).where(eq(hostAsked.pitchId, pitchId)),
      tx
        .select()
        .from(pitchHost)
        .where(and(eq(pitchHost.pitchId, pitchId), pitchHost.hosting)),
    ]);
    const open = rows
      .filter(({ declinedAt }) => declinedAt === null)
      .map((row) => ({ ...row, kind: kindOf(row) }));
    const again = ({ registrationId, nameKey, ...row }: (typeof open)[number]) =>
      row.kind === kind && registrationId === asked.registrationId && nameKey === asked.nameKey;
    if (open.some(again)) return granted(null);
    const why = whyNotAsked(kind, hosts.length, open);
    if (why) return refused(why);
    const row = { id: newId(), eventId: attendee.eventId, pitchId, instead: kind === "instead", ...asked };
    await tx.insert(hostAsked).values({ ...row, askedAt: now });
    await tellAsked(tx, attendee.eventId, asked);
    await told(tx, attendee, "ask_host", pitchId, now);
    return granted(null);
  });
}

/** Takes a question back, or puts an answered one away. Safe to repeat. Refused `not_found` but to whoever asked. */
export async function takeBackHostAsk(
  db: Database,
  attendee: Attendee,
  { pitchId, askId }: { pitchId: string; askId: string },
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    if (!(await lockBrought(tx, attendee, pitchId))) return refused("not_found");
    const its = and(eq(hostAsked.id, askId), eq(hostAsked.pitchId, pitchId));
    const [gone] = await tx.delete(hostAsked).where(its).returning();
    if (!gone) return granted(null);
    await tellAsked(tx, attendee.eventId, gone);
    await told(tx, attendee, "take_back_host_ask", pitchId, now);
    return granted(null);
  });
}

/**
 * Answers such a question. With yes somebody is a host, or has the pitch as their own in place of whoever asked.
 *
 * @returns refused `question_gone` where it was taken back or answered, or is not theirs; `not_open` by the phase,
 *   `hosts_settled` once the first grid is out, `changed_meanwhile` where it has as many hosts as it can,
 *   `already_pitched` for whoever takes over a pitch and has one while others wait for their first
 */
export async function answerHostAsk(
  db: Database,
  attendee: Attendee,
  askId: string,
  yes: boolean,
  now: Date,
): Promise<
  Result<null, "question_gone" | "not_open" | "hosts_settled" | "changed_meanwhile" | "already_pitched">
> {
  type Refused = "question_gone" | "not_open" | "hosts_settled" | "changed_meanwhile" | "already_pitched";
  return transact<null, Refused>(db, async (tx) => {
    const open = await permitted(tx, attendee.eventId, "stand");
    await lockOwner(tx, attendee.registrationId);
    const its = and(eq(hostAsked.id, askId), askedOf(attendee));
    const [found] = await tx.select({ pitchId: hostAsked.pitchId }).from(hostAsked).where(its);
    if (!found) return refused("question_gone");
    const { pitchId } = found;
    // Two who take one over queue up: the second finds the question gone.
    const [row] = await tx.select().from(pitch).where(eq(pitch.id, pitchId)).for("update");
    const [ask] = await tx.select().from(hostAsked).where(its);
    if (!ask || !row || !stands(row)) return refused("question_gone");
    if (!yes) {
      await tx.update(hostAsked).set({ declinedAt: now }).where(eq(hostAsked.id, askId));
      await tellHosts(tx, [pitchId]);
      await told(tx, attendee, "decline_host", pitchId, now);
      return granted(null);
    }
    if (!open) return refused("not_open");
    if (await isPublished(tx, attendee.eventId)) return refused("hosts_settled");
    await tellHosts(tx, [pitchId]);
    const done = await (ask.instead ? takeOver : standBeside)(tx, attendee, pitchId);
    if (done) return refused(done);
    // What else was asked goes with whoever asked it: the answers are theirs to know.
    const over = ask.instead ? eq(hostAsked.pitchId, pitchId) : eq(hostAsked.id, askId);
    const ended = await tx.delete(hostAsked).where(over).returning();
    for (const other of ended) if (other.id !== askId) await tellAsked(tx, attendee.eventId, other);
    await told(tx, attendee, ask.instead ? "take_over_pitch" : "accept_host", pitchId, now);
    return granted(null);
  });
}

async function standBeside(
  tx: Transaction,
  { registrationId, name }: Attendee,
  pitchId: string,
): Promise<"changed_meanwhile" | null> {
  const rows = await tx.select().from(pitchHost).where(eq(pitchHost.pitchId, pitchId));
  const mine = rows.find((host) => host.registrationId === registrationId);
  if (mine?.hosting) return null;
  if (rows.filter(({ hosting }) => hosting).length >= HOSTS_MAX) return "changed_meanwhile";
  if (mine) await setHost(tx, mine, { hosting: true });
  else await tx.insert(pitchHost).values({ pitchId, position: nextPosition(rows), registrationId, name });
  return null;
}

/** In the place of whoever brought it, who hosts it no more. It is the other's one pitch from now on. */
async function takeOver(
  tx: Transaction,
  attendee: Attendee,
  pitchId: string,
): Promise<"already_pitched" | null> {
  const { registrationId, name, eventId } = attendee;
  if (!(await mayHaveOneMore(tx, eventId, await listOwn(tx, registrationId, pitchId))))
    return "already_pitched";
  const rows = await tx.select().from(pitchHost).where(eq(pitchHost.pitchId, pitchId));
  const theirs = rows.find((host) => host.registrationId === registrationId);
  if (theirs) await dropHost(tx, theirs);
  const owner = rows.find(({ own }) => own);
  if (owner) await setHost(tx, owner, { registrationId, name, hosting: true });
  else
    await tx
      .insert(pitchHost)
      .values({ pitchId, position: nextPosition(rows), registrationId, name, own: true });
  return null;
}

type HostRow = typeof pitchHost.$inferSelect;
const thatRow = ({ pitchId, position }: HostRow) =>
  and(eq(pitchHost.pitchId, pitchId), eq(pitchHost.position, position));

const setHost = (tx: Transaction, row: HostRow, to: Partial<HostRow>) =>
  tx.update(pitchHost).set(to).where(thatRow(row));
const dropHost = (tx: Transaction, row: HostRow) => tx.delete(pitchHost).where(thatRow(row));

/** The pitch is locked; null where it is open to whoever brought it. */
async function whyClosed(tx: Transaction, attendee: Attendee, pitchId: string): Promise<Closed | null> {
  const open = await permitted(tx, attendee.eventId, "stand");
  const row = await lockBrought(tx, attendee, pitchId);
  if (!row || !stands(row)) return "not_found";
  if (!open) return "not_open";
  return (await isPublished(tx, attendee.eventId)) ? "hosts_settled" : null;
}

async function lockBrought(tx: Transaction, attendee: Attendee, pitchId: string) {
  const here = and(eq(pitch.id, pitchId), eq(pitch.eventId, attendee.eventId));
  const [row] = await tx.select().from(pitch).where(here).for("update");
  const theirs = and(eq(pitchHost.pitchId, pitchId), brought(attendee));
  return row && (await tx.$count(pitchHost, theirs)) > 0 ? row : null;
}

type Whom = { registrationId: string | null; name: string; nameKey: string };

/** Null where no badge of this camp has the code. */
async function askedBy(
  tx: Transaction,
  eventId: string,
  typed: ReturnType<typeof typedOf>,
): Promise<Whom | null> {
  if ("name" in typed) return { registrationId: null, name: typed.name, nameKey: nameKey(typed.name) };
  const its = and(
    eq(registration.eventId, eventId),
    eq(registration.ticketCode, typed.code),
    eq(registration.status, TAKES_PART),
  );
  const [found] = await tx.select({ id: registration.id }).from(registration).where(its);
  return found ? { registrationId: found.id, name: "", nameKey: "" } : null;
}

/** Their phones ask again what is theirs; where a name is written otherwise, they read it with the next page. */
async function tellAsked(tx: Transaction, eventId: string, { registrationId, name }: Whom): Promise<void> {
  if (registrationId) return bumpHolders(tx, [registrationId]);
  const called = and(
    eq(registration.eventId, eventId),
    eq(registration.status, TAKES_PART),
    sql`lower(${registration.name}) = lower(${name})`,
  );
  const people = await tx.select({ id: registration.id }).from(registration).where(called).limit(NAMESAKES);
  await bumpHolders(
    tx,
    people.map(({ id }) => id),
  );
}

/** People of one name whose phones are told at once. */
const NAMESAKES = 10;
