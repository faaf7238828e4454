import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { mintLink } from "#db/registration/link.ts";
import { endPause, pauseTurn } from "#db/registration/pause.ts";
import { countPlaces } from "#db/registration/place.ts";
import { readStatus } from "#db/registration/status.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { moveAnyway } from "#tests/support/hand.ts";

const { db } = await freshDatabase();
const at = (text: string) => new Date(`${text}+01:00`);
const DAY = "2026-06-27";
const MORNING = at("2026-06-27T08:00");

/** A full camp with two who wait. */
async function fullCamp() {
  const camp = await makeCamp(db, { capacity: 1, startsAt: at("2026-07-14T09:00") });
  const place = await makePerson(db, camp, "confirmed", { rank: 1 });
  const [first, second] = [
    await makePerson(db, camp, "waiting", { rank: 2 }),
    await makePerson(db, camp, "waiting", { rank: 3 }),
  ];
  await tick(db, NOON);
  return { camp, place, first, second };
}
const rowOf = async (id: string) => (await db.select().from(registration).where(eq(registration.id, id)))[0]!;
const morePlaces = (camp: TestCamp, capacity: number) =>
  db.update(event).set({ capacity }).where(eq(event.id, camp.id));
const kindsTo = async (id: string) =>
  (
    await db
      .select({ kind: outbox.kind })
      .from(outbox)
      .where(eq(sql`${outbox.facts} ->> 'registrationId'`, id))
      .orderBy(outbox.id)
  ).map(({ kind }) => kind);

describe("whoever pauses", () => {
  it("is passed over, and keeps their turn", async () => {
    const { camp, first, second } = await fullCamp();
    expect(await pauseTurn(db, first, DAY, NOON)).toEqual({ ok: true, value: MORNING });
    await morePlaces(camp, 2);
    await tick(db, NOON);
    expect(await rowOf(first)).toMatchObject({ status: "waiting", rank: 2, pausedUntil: MORNING });
    expect((await rowOf(second)).status).toBe("offered");
    expect(await countPlaces(db, camp.id)).toMatchObject({ waiting: 1, ready: 0, paused: 1, inTurn: 0 });
  });

  it("is served again on that morning, and told so once, unless a place is offered to them at once", async () => {
    const { camp, first, second } = await fullCamp();
    await pauseTurn(db, first, DAY, NOON);
    await pauseTurn(db, second, DAY, NOON);
    await morePlaces(camp, 2);
    await tick(db, new Date(MORNING.getTime() - 1));
    expect([(await rowOf(first)).status, await kindsTo(first)]).toEqual(["waiting", []]);
    for (let beats = 0; beats < 2; beats += 1) await tick(db, MORNING);
    expect(await rowOf(first)).toMatchObject({ status: "offered", pausedUntil: null });
    expect(await kindsTo(first)).toEqual(["offered"]);
    expect(await rowOf(second)).toMatchObject({ status: "waiting", rank: 3, pausedUntil: null });
    expect(await kindsTo(second)).toEqual(["pause_over"]);
  });

  it("is served again at once when they end it themselves", async () => {
    const { camp, first } = await fullCamp();
    await pauseTurn(db, first, DAY, NOON);
    await morePlaces(camp, 3);
    await tick(db, NOON);
    expect((await rowOf(first)).status).toBe("waiting");
    expect(await endPause(db, first, NOON)).toEqual({ ok: true, value: null });
    expect((await rowOf(first)).status).toBe("offered");
    expect(await endPause(db, first, NOON)).toEqual({ ok: true, value: null });
  });

  it("holds up no newcomer while a place is free", async () => {
    const { camp, first, second } = await fullCamp();
    for (const id of [first, second]) await pauseTurn(db, id, DAY, NOON);
    await db.update(event).set({ capacity: 2, nextRank: 4 }).where(eq(event.id, camp.id));
    const came = await register(db, camp.id, formFor(camp, "late@example.org"), NOON);
    expect(came.ok && came.value.status).toBe("held");
  });

  it("finds each pause and its end in the log, once", async () => {
    const { first } = await fullCamp();
    for (const day of [DAY, DAY, "2026-06-28"]) await pauseTurn(db, first, day, NOON);
    await tick(db, at("2026-06-28T08:00"));
    const acts = await db
      .select({ act: audit.act, actor: audit.actor })
      .from(audit)
      .where(eq(audit.subjectId, first))
      .orderBy(audit.id);
    expect(acts.map(({ act, actor }) => `${actor} ${act}`)).toEqual([
      "camper pause",
      "camper pause",
      "clock end_pause",
    ]);
  });

  it("is told on their page until when", async () => {
    const { first } = await fullCamp();
    await pauseTurn(db, first, DAY, NOON);
    const token = await mintLink(db, first, { mailed: true, now: NOON });
    const page = await readStatus(db, token, NOON);
    expect(page?.registration).toMatchObject({ position: 1, pausedUntil: MORNING.toISOString() });
  });

  it("pauses no more with a place: every move ends a pause", async () => {
    const { camp, first } = await fullCamp();
    await pauseTurn(db, first, DAY, NOON);
    await moveAnyway(db, await makeOrganiser(db, camp), first, "confirm", "A host", NOON);
    expect(await rowOf(first)).toMatchObject({ status: "confirmed", pausedUntil: null });
    expect(await pauseTurn(db, first, DAY, NOON)).toEqual({ ok: false, refusal: "not_possible_now" });
  });
});

describe("a pause is refused", () => {
  it.each(["2026-06-24", "2026-06-23", "2026-07-14", "2099-01-01"])("on %s", async (day) => {
    const { first } = await fullCamp();
    expect(await pauseTurn(db, first, day, NOON)).toEqual({ ok: false, refusal: "pause_day" });
  });

  it("to whoever has not proven their address", async () => {
    const { camp } = await fullCamp();
    const stranger = await makePerson(db, camp, "waiting", { rank: 9, verified: false });
    expect(await pauseTurn(db, stranger, DAY, NOON)).toEqual({ ok: false, refusal: "not_possible_now" });
  });

  it("by a page of somebody else, and of nobody", async () => {
    const { first, second } = await fullCamp();
    const page = await mintLink(db, second, { mailed: true, now: NOON });
    expect(await pauseTurn(db, first, DAY, NOON, page)).toEqual({ ok: false, refusal: "not_possible_now" });
    expect(await endPause(db, crypto.randomUUID(), NOON)).toEqual({ ok: false, refusal: "not_found" });
  });

  it("once the camp is over", async () => {
    const { first } = await fullCamp();
    const over = await pauseTurn(db, first, DAY, at("2026-08-01T12:00"));
    expect(over).toEqual({ ok: false, refusal: "camp_over" });
  });
});
