import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { retimeOffers } from "#db/mail-notice.ts";
import { acceptOffer, giveBack } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import { granted } from "#domain/result.ts";
import { writeMessage } from "#jobs/mail.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const at = (text: string) => new Date(`${text}+01:00`);
/** Of an offer made at noon on 24 June: 48 waking hours end at six in the evening of the 27th; half of them by bedtime of the 25th. */
const HALF = at("2026-06-26T08:00");
const momentBefore = (instant: Date) => new Date(instant.getTime() - 1);

/** One place, offered at noon to the next in line. */
async function offeredCamp(startsAt = at("2026-07-14T09:00")) {
  const camp = await makeCamp(db, { capacity: 1, startsAt });
  const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
  const next = await makePerson(db, camp, "waiting", { rank: 2 });
  await giveBack(db, holder, NOON);
  return { camp, next };
}
const rowOf = async (id: string) => (await db.select().from(registration).where(eq(registration.id, id)))[0]!;
const remindersOf = (id: string) =>
  db
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, "offer_reminder"), eq(sql`${outbox.facts} ->> 'registrationId'`, id)));

describe("whoever has not answered an offer", () => {
  it("is reminded at half of its time, once, with until when it stands", async () => {
    const { next } = await offeredCamp();
    const { offeredUntil, remindAt } = await rowOf(next);
    expect([remindAt, offeredUntil]).toEqual([HALF, at("2026-06-27T18:00")]);
    for (const beat of [momentBefore(HALF), momentBefore(HALF)]) await tick(db, beat);
    expect(await remindersOf(next)).toEqual([]);
    for (const beat of [HALF, HALF, new Date(HALF.getTime() + 60_000)]) await tick(db, beat);
    expect((await remindersOf(next)).map(({ facts }) => facts)).toEqual([
      { registrationId: next, until: offeredUntil!.toISOString() },
    ]);
    const log = await db.select().from(audit).where(eq(audit.subjectId, next)).orderBy(audit.id);
    expect(log.map(({ actor, act }) => `${actor} ${act}`)).toEqual(["clock offer", "clock remind_offer"]);
  });

  it("reads on their page when that will be, and no more once it was", async () => {
    const { next } = await offeredCamp();
    const token = await mintLink(db, next, { mailed: true, now: NOON });
    const shown = async () => (await readStatus(db, token, NOON))?.registration.remindAt;
    expect(await shown()).toBe(HALF.toISOString());
    await tick(db, HALF);
    expect(await shown()).toBe(null);
  });

  it("is not reminded where the offer is shorter than an hour", async () => {
    const { next } = await offeredCamp(at("2026-06-25T09:00"));
    expect(await rowOf(next)).toMatchObject({ remindAt: null, offeredUntil: at("2026-06-24T12:30") });
  });

  it("is not reminded while mail comes back, and at half of the new time once the address works", async () => {
    const { next } = await offeredCamp();
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, next));
    for (let beats = 0; beats < 2; beats += 1) await tick(db, HALF);
    expect(await remindersOf(next)).toEqual([]);
    await confirmByLink(db, await mintLink(db, next, { mailed: true, now: HALF }), HALF);
    const { remindAt } = await rowOf(next);
    expect(remindAt).toEqual(at("2026-06-27T18:00"));
    for (let beats = 0; beats < 2; beats += 1) await tick(db, remindAt!);
    expect(await remindersOf(next)).toHaveLength(1);
  });

  it("is reminded while the camp is closed, and not while nobody can answer", async () => {
    const { camp, next } = await offeredCamp();
    const phase = (to: "draft" | "closed") =>
      db.update(event).set({ phase: to }).where(eq(event.id, camp.id));
    await phase("draft");
    for (let beats = 0; beats < 2; beats += 1) await tick(db, HALF);
    expect(await remindersOf(next)).toEqual([]);
    await phase("closed");
    await tick(db, HALF);
    expect(await remindersOf(next)).toHaveLength(1);
  });

  it("gets no reminder that is too late: it was answered while the mail waited", async () => {
    const { next } = await offeredCamp();
    await tick(db, HALF);
    const [mail] = await remindersOf(next);
    const due = { ...mail!, made: { token: "t" } } as unknown as Parameters<typeof writeMessage>[1];
    expect((await writeMessage(db, due, HALF))?.text).toContain("until 6pm on Saturday");
    await acceptOffer(db, next, HALF);
    expect(await writeMessage(db, due, HALF)).toBe(null);
  });
});

// Before it was counted anew, an offer cut short by new doors was reminded of after it had ended.
it("an offer that gets another time is reminded of at half of what is left, unless it was already", async () => {
  const { camp, next } = await offeredCamp();
  const organiser = await makeOrganiser(db, camp);
  const [row] = await db.select().from(event).where(eq(event.id, camp.id));
  const when = (day: string) => {
    const startsAt = at(`${day}T09:00`);
    return { day, startsAt, zone: row!.zone, place: row!.place, days: [startsAt] };
  };
  const retime = (from: string, to: string, now: Date) =>
    transact(db, async (tx) => {
      await tx.execute(
        sql`update event set day = ${to}, starts_at = ${when(to).startsAt.toISOString()} where id = ${camp.id}`,
      );
      return granted(
        await retimeOffers(tx, camp.id, { was: when(from), is: when(to) }, organiser.personId, now),
      );
    });
  await retime("2026-07-14", "2026-06-28", NOON);
  expect(await rowOf(next)).toMatchObject({
    offeredUntil: at("2026-06-24T16:00"),
    remindAt: at("2026-06-24T14:00"),
  });
  for (let beats = 0; beats < 2; beats += 1) await tick(db, at("2026-06-24T14:00"));
  await retime("2026-06-28", "2026-07-14", at("2026-06-24T15:00"));
  expect(await rowOf(next)).toMatchObject({ remindAt: null });
  expect(await remindersOf(next)).toHaveLength(1);
});
