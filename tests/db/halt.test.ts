import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { findEvent, lockEvent } from "#db/event.ts";
import { readHalting } from "#db/halt/reading.ts";
import { newId } from "#db/id.ts";
import { purgeDue } from "#db/purge.ts";
import { acceptOffer, giveBack, leaveLine } from "#db/registration/answer.ts";
import { settlePlaces, tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { person, role } from "#db/schema/person.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import { webhookDelivery } from "#db/schema/webhook.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { halt, mailed } from "#tests/support/halting.ts";

const { db } = await freshDatabase();

const LATER = new Date(NOON.getTime() + 6 * 86_400_000);
const SOON = new Date(NOON.getTime() + 3_600_000);

/** Two places: one taken, one offered; two wait, of whom one never proved the address; somebody else is on the crew. */
async function camp() {
  const made = await makeCamp(db, { capacity: 2, rounds: [14, 5] });
  const by = await makeOrganiser(db, made);
  const offeredUntil = new Date(NOON.getTime() + 7_200_000);
  const has = await makePerson(db, made, "confirmed", { rank: 1 });
  const offered = await makePerson(db, made, "offered", { rank: 2, offeredUntil });
  const waits = await makePerson(db, made, "waiting", { rank: 3 });
  await makePerson(db, made, "waiting", { rank: 4, verified: false });
  await makePerson(db, made, "left", { rank: 5 });
  const helps = newId();
  await db.insert(person).values({ id: helps, email: `z-${helps}@example.org`, name: "Tom" });
  await db.insert(role).values({ eventId: made.id, personId: helps, role: "door" });
  return { camp: made, by, has, offered, waits, helps: `z-${helps}@example.org` };
}

const statuses = async (eventId: string) => {
  const rows = await db
    .select({ rank: registration.rank, status: registration.status })
    .from(registration)
    .where(eq(registration.eventId, eventId))
    .orderBy(registration.rank);
  return rows.map(({ rank, status }) => `${rank} ${status}`);
};

const everybody = (kind: string) => [1, 2, 3, 4].map((n) => `person${n}@example.org ${kind}`);

describe("calling a camp off", () => {
  it("says first whom it concerns", async () => {
    const { by } = await camp();
    expect(await readHalting(db, by, NOON)).toMatchObject({
      ...{ places: 1, offers: 1, line: 2, entered: 0, held: 0, crew: 1, transfers: 0, unreached: 0 },
    });
  });

  it("tells everybody by one mail, ends offers at the turn they had, and keeps places and turns", async () => {
    const all = await camp();
    const done = await halt(db, all, { act: "call_off", note: "The roof leaks." });
    expect(done).toEqual({
      ok: true,
      value: { told: { places: 1, offers: 1, line: 2, unreached: 0 }, crew: 1, offered: 0 },
    });
    expect(await mailed(db, all.camp)).toEqual([...everybody("called_off"), `${all.helps} crew_halted`]);
    expect(await statuses(all.camp.id)).toEqual([
      ...["1 confirmed", "2 waiting", "3 waiting", "4 waiting", "5 left"],
    ]);
    expect(await findEvent(db, all.camp.slug)).toMatchObject({
      phase: "called_off",
      haltNote: "The roof leaks.",
    });
  });

  it("tells what somebody had when it ended", async () => {
    const all = await camp();
    await halt(db, all, { act: "call_off" });
    const rows = await db
      .select({ facts: outbox.facts })
      .from(outbox)
      .where(and(eq(outbox.eventId, all.camp.id), eq(outbox.kind, "called_off")))
      .orderBy(outbox.recipient);
    expect(rows.map(({ facts }) => (facts as { status: string }).status)).toEqual([
      ...["confirmed", "offered", "waiting", "waiting"],
    ]);
  });

  it("is refused without its address, where it stands elsewhere, a second time and of a draft", async () => {
    const all = await camp();
    expect(await halt(db, all, { act: "call_off", address: "another" })).toMatchObject({
      refusal: "other_address",
    });
    expect(await halt(db, all, { act: "call_off", from: "closed" })).toMatchObject({
      refusal: "changed_meanwhile",
    });
    await halt(db, all, { act: "call_off" });
    expect(await halt(db, all, { act: "call_off", from: "tickets" })).toMatchObject({
      refusal: "changed_meanwhile",
    });
    expect(await halt(db, all, { act: "call_off" })).toMatchObject({ refusal: "not_open" });
    expect(await mailed(db, all.camp, ["called_off"])).toEqual(everybody("called_off"));
    const draft = await makeCamp(db, { phase: "draft" });
    const by = await makeOrganiser(db, draft);
    expect(await halt(db, { camp: draft, by }, { act: "call_off" })).toMatchObject({ refusal: "not_open" });
  });

  it("gives nobody a place, asks nobody anything and has nothing due", async () => {
    const all = await camp();
    await halt(db, all, { act: "call_off" });
    const newcomer = { form: { ...formFor(all.camp, "new@example.org"), more: {} } };
    expect(await register(db, all.camp.id, newcomer.form, SOON)).toMatchObject({ refusal: "camp_halted" });
    expect(await acceptOffer(db, all.offered, SOON)).toMatchObject({ refusal: "camp_halted" });
    await tick(db, LATER);
    await tick(db, new Date("2026-07-12T11:00:00Z"));
    expect(await mailed(db, all.camp, ["offered", "still_coming", "offer_expired"])).toEqual([]);
    expect(await db.$count(unsettled, eq(unsettled.eventId, all.camp.id))).toBe(0);
  });

  it("lets people let go of what they have, and offers it to nobody", async () => {
    const all = await camp();
    await halt(db, all, { act: "call_off" });
    expect((await giveBack(db, all.has, SOON)).ok).toBe(true);
    expect((await leaveLine(db, all.waits, SOON)).ok).toBe(true);
    await tick(db, SOON);
    expect(await statuses(all.camp.id)).toEqual([
      ...["1 released", "2 waiting", "3 left", "4 waiting", "5 left"],
    ]);
  });

  it("throws at whatever would give a place all the same", async () => {
    const all = await camp();
    const { move } = await import("#db/registration/move.ts");
    await halt(db, all, { act: "call_off" });
    const given = db.transaction(async (tx) => {
      const row = (await lockEvent(tx, all.camp.id))!;
      const [one] = await tx.select().from(registration).where(eq(registration.id, all.waits));
      const by = { actor: "clock", actorId: null } as const;
      await move(tx, row, [one!], { move: "offer", to: "offered", by, facts: { until: "" } }, SOON);
    });
    await expect(given).rejects.toThrow("gives no place");
  });
});

describe("taking it back", () => {
  it("tells everybody once more, and serves the line on from where it stood", async () => {
    const all = await camp();
    await halt(db, all, { act: "call_off" });
    const done = await halt(db, all, { act: "take_place", note: "The roof is mended." }, SOON);
    expect(done).toMatchObject({ ok: true, value: { crew: 1, offered: 1 } });
    expect(await mailed(db, all.camp, ["takes_place"])).toEqual(everybody("takes_place"));
    expect(await mailed(db, all.camp, ["offered", "still_coming"])).toEqual(["person2@example.org offered"]);
    expect(await findEvent(db, all.camp.slug)).toMatchObject({ phase: "tickets" });
    expect(await halt(db, all, { act: "take_place", from: "called_off" })).toMatchObject({
      refusal: "changed_meanwhile",
    });
  });

  it("asks nobody besides whether they come, where a round is due in that moment", async () => {
    const all = await camp();
    const due = new Date("2026-07-10T11:00:00Z");
    await halt(db, all, { act: "call_off" });
    await halt(db, all, { act: "take_place" }, due);
    await tick(db, new Date(due.getTime() + 60_000));
    expect(await mailed(db, all.camp, ["still_coming"])).toEqual([]);
  });

  it("is refused on a day that is past", async () => {
    const all = await camp();
    await halt(db, all, { act: "call_off" });
    const on = (now: Date, date: { day: string; doors: string } | null) =>
      halt(db, all, { act: "take_place", date }, now);
    expect(await on(new Date("2026-07-15T11:00:00Z"), null)).toMatchObject({ refusal: "day_not_ahead" });
    expect(await on(NOON, { day: "2026-06-23", doors: "09:00" })).toMatchObject({ refusal: "day_not_ahead" });
  });

  it("gives places that were held unproven their time anew", async () => {
    const all = await camp();
    const id = await makePerson(db, all.camp, "held", {
      ...{ rank: 9, verified: false, heldUntil: SOON },
    });
    await db.update(event).set({ capacity: 3 }).where(eq(event.id, all.camp.id));
    await halt(db, all, { act: "call_off" });
    await tick(db, LATER);
    await halt(db, all, { act: "take_place" }, LATER);
    const [row] = await db.select().from(registration).where(eq(registration.id, id));
    expect([row!.status, row!.heldUntil]).toEqual(["held", new Date(LATER.getTime() + 86_400_000)]);
  });
});

describe("putting a camp off", () => {
  it("without a date lets everything stand still, until one is set and everybody is told it once", async () => {
    const all = await camp();
    await halt(db, all, { act: "put_off" });
    expect(await findEvent(db, all.camp.slug)).toMatchObject({ phase: "put_off" });
    await tick(db, LATER);
    const past = new Date("2026-08-01T11:00:00Z");
    await tick(db, past);
    const date = { day: "2026-10-09", doors: "10:00" };
    await halt(db, all, { act: "take_place", date, ask: true }, past);
    const found = (await findEvent(db, all.camp.slug))!;
    expect(found).toMatchObject({
      phase: "tickets",
      day: "2026-10-09",
      startsAt: "2026-10-09T09:00:00.000Z",
    });
    expect(await mailed(db, all.camp, ["put_off", "takes_place", "still_coming", "camp_changed"])).toEqual(
      [1, 2, 3, 4].flatMap((n) => ["put_off", "takes_place"].map((kind) => `person${n}@example.org ${kind}`)),
    );
    const asked = await db.select().from(reconfirmation).where(eq(reconfirmation.eventId, all.camp.id));
    expect(asked).toMatchObject([
      { registrationId: all.has, day: "2026-10-09", answer: null, goesBackAt: null },
    ]);
  });

  it("to a date moves it in one act, and gives offers the time to answer that it leaves", async () => {
    const all = await camp();
    const date = { day: "2026-07-21", doors: "09:00" };
    const done = await halt(db, all, { act: "put_off", date, note: "The hall is double booked." });
    expect(done).toMatchObject({ ok: true, value: { told: { places: 1, offers: 1, line: 2 } } });
    expect(await mailed(db, all.camp)).toEqual([...everybody("takes_place"), `${all.helps} crew_halted`]);
    expect(await statuses(all.camp.id)).toContain("2 offered");
    const days = await db.select().from(day).where(eq(day.eventId, all.camp.id));
    expect(days).toMatchObject([{ date: "2026-07-21", phase: "doors" }]);
    const [row] = await db.select().from(event).where(eq(event.id, all.camp.id));
    expect(row).toMatchObject({ phase: "tickets", haltedFrom: null, calendarRevision: 1 });
  });

  it("forgets nobody by a date that it has no more, as it does of a camp that is called off", async () => {
    const [put, off] = [await camp(), await camp()];
    await halt(db, put, { act: "put_off" });
    await halt(db, off, { act: "call_off" });
    await purgeDue(db, new Date("2026-12-01T11:00:00Z"), new AbortController().signal);
    expect(await statuses(put.camp.id)).toHaveLength(5);
    expect(await statuses(off.camp.id)).toEqual(["1 confirmed"]);
  });

  it("is refused to the day it has, and once its programme has begun", async () => {
    const all = await camp();
    const date = { day: "2026-07-14", doors: "11:00" };
    expect(await halt(db, all, { act: "put_off", date })).toMatchObject({ refusal: "day_not_ahead" });
    await db.update(event).set({ phase: "pitching" }).where(eq(event.id, all.camp.id));
    expect(await halt(db, all, { act: "put_off" })).toMatchObject({ refusal: "not_open" });
  });

  it("on its morning goes on with its doors still to open, where it gets another date", async () => {
    const all = await camp();
    await db.update(event).set({ phase: "doors" }).where(eq(event.id, all.camp.id));
    await halt(db, all, { act: "put_off" });
    await halt(db, all, { act: "call_off" });
    await halt(db, all, { act: "take_place", date: { day: "2026-07-21", doors: "09:00" } });
    expect(await findEvent(db, all.camp.slug)).toMatchObject({ phase: "closed" });
  });
});

it("is in the log with who did it, and told to programs as a step of the camp", async () => {
  const all = await camp();
  const { webhook } = await import("#db/schema/webhook.ts");
  await db.insert(webhook).values({
    ...{ id: newId(), eventId: all.camp.id, url: "https://example.org/hook", secret: "x".repeat(43) },
  });
  await halt(db, all, { act: "call_off", note: "No heating." });
  const log = await db.select().from(audit).where(sql`${audit.eventId} = ${all.camp.id} and act = 'phase'`);
  expect(log).toMatchObject([
    { actorId: all.by.personId, from: "tickets", to: "called_off", detail: { note: "No heating." } },
  ]);
  const told = await db.select().from(webhookDelivery);
  expect(told).toMatchObject([{ kind: "phase.moved", fromPhase: "tickets", toPhase: "called_off" }]);
});

it("settles nothing of a camp that is halted", async () => {
  const all = await camp();
  await db.delete(registration).where(eq(registration.id, all.has));
  await halt(db, all, { act: "put_off" });
  const settled = await db.transaction(async (tx) =>
    settlePlaces(tx, (await lockEvent(tx, all.camp.id))!, SOON),
  );
  expect(settled).toEqual({ ended: 0, offered: 0, reminded: 0 });
});
