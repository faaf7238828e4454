/** Places that are kept for some: who gets one, whose turn it is, and what the clock does when pools merge. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { giveBack } from "#db/registration/answer.ts";
import { poolTurnOf, readPoolTurn } from "#db/registration/rank.ts";
import { readStatus } from "#db/registration/status.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { readTickets } from "#db/tickets.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makePool, makeSector, setLimits } from "#tests/support/pools.ts";
import { sweep } from "#tests/support/sweep.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR);

async function divided(capacity: number) {
  const camp = await makeCamp(db, { capacity });
  return { camp, central: await makeSector(db, camp, "Central government") };
}

const statusOf = async (id: string) =>
  (await db.select().from(registration).where(eq(registration.id, id)))[0]?.status;
const everybody = (camp: TestCamp) =>
  db.select().from(registration).where(eq(registration.eventId, camp.id)).orderBy(registration.rank);

async function registers(camp: TestCamp, email: string, kind: object) {
  const form = { ...formFor(camp, email), firstTime: false, ...kind };
  const result = await register(db, camp.id, form, NOON);
  return result.ok ? { status: result.value.status, token: result.value.token } : result;
}

describe("whoever registers", () => {
  it("gets a place that is kept for their sector while others join the line, however many are free", async () => {
    const { camp, central } = await divided(3);
    await makePool(db, camp, camp.sectorId, { floor: 2 });
    const of = (email: string, sectorId: string) => registers(camp, email, { sectorId });
    expect(await of("c1@example.org", central)).toMatchObject({ status: "held" });
    expect(await of("c2@example.org", central)).toMatchObject({ status: "waiting" });
    expect(await of("l1@example.org", camp.sectorId)).toMatchObject({ status: "held" });
    expect(await of("l2@example.org", camp.sectorId)).toMatchObject({ status: "held" });
    expect(await of("l3@example.org", camp.sectorId)).toMatchObject({ status: "waiting" });
  });

  it("waits where their organisation has as many places as it may, and colleagues elsewhere do not", async () => {
    const { camp } = await divided(9);
    await setLimits(db, camp, { organisationLimit: 1 });
    const of = (email: string, organisation: string) => registers(camp, email, { organisation });
    expect(await of("a@example.org", "Leeds City Council")).toMatchObject({ status: "held" });
    expect(await of("b@example.org", "leeds city-council")).toMatchObject({ status: "waiting" });
    expect(await of("c@example.org", "Bradford")).toMatchObject({ status: "held" });
    expect(await of("d@example.org", "")).toMatchObject({ status: "held" });
    expect(await of("e@example.org", "")).toMatchObject({ status: "held" });
  });
});

describe("a place that is free", () => {
  it("goes to the first for whom it is: whoever it is not for keeps their turn", async () => {
    const { camp, central } = await divided(2);
    await makePool(db, camp, camp.sectorId, { floor: 1 });
    const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
    await makePerson(db, camp, "confirmed", { rank: 2, sectorId: central });
    const first = await makePerson(db, camp, "waiting", { rank: 3, sectorId: central });
    const second = await makePerson(db, camp, "waiting", { rank: 4 });
    await giveBack(db, holder, NOON);
    expect([await statusOf(first), await statusOf(second)]).toEqual(["waiting", "offered"]);
  });

  it("stands for its pool until pools merge, and is offered by the clock then", async () => {
    const { camp, central } = await divided(2);
    await makePool(db, camp, camp.sectorId, { floor: 1 });
    await setLimits(db, camp, { poolsMergeAt: later(2) });
    await makePerson(db, camp, "confirmed", { rank: 1, sectorId: central });
    const next = await makePerson(db, camp, "waiting", { rank: 2, sectorId: central });
    await tick(db, later(1));
    expect(await statusOf(next)).toBe("waiting");
    await tick(db, new Date(later(2).getTime() - 1));
    expect(await statusOf(next)).toBe("waiting");
    await tick(db, later(2));
    expect(await statusOf(next)).toBe("offered");
    expect(await sweep(db, later(2))).toEqual([]);
  });

  it("is not taken back once it would be one too many of its pool", async () => {
    const { camp, central } = await divided(3);
    await makePool(db, camp, central, { ceiling: 1 });
    const giver = await makePerson(db, camp, "confirmed", { rank: 1, sectorId: central });
    const next = await makePerson(db, camp, "waiting", { rank: 2, sectorId: central });
    await giveBack(db, giver, NOON);
    expect(await statusOf(next)).toBe("offered");
    expect(await takeBack(db, giver, NOON)).toEqual({ ok: false, refusal: "place_gone" });
  });
});

describe("a turn", () => {
  it("is counted among those who wait for the same places", async () => {
    const { camp, central } = await divided(4);
    await makePool(db, camp, camp.sectorId, { floor: 2 });
    await makePool(db, camp, central, { ceiling: 1 });
    await makePerson(db, camp, "confirmed", { rank: 1, sectorId: central });
    const [row] = await db.select().from(event).where(eq(event.id, camp.id));
    await db.update(event).set({ offersOn: false }).where(eq(event.id, camp.id));
    await makePerson(db, camp, "waiting", { rank: 2, sectorId: central });
    const local = await makePerson(db, camp, "waiting", { rank: 3 });
    const last = await makePerson(db, camp, "waiting", { rank: 4, sectorId: central });
    const organiser = await makeOrganiser(db, camp);
    const turnOf = (id: string) => readPoolTurn(db, organiser, id, NOON);
    expect(await turnOf(local)).toEqual({ verdict: "kept_for_sector", position: 1, waiting: 1 });
    expect(await turnOf(last)).toEqual({ verdict: "sector_full", position: 2, waiting: 2 });
    const stranger = { sectorId: camp.sectorId, firstTime: false, organisation: "", rank: 9 };
    expect(await poolTurnOf(db, row!, stranger, NOON)).toMatchObject({ position: 2 });
    await setLimits(db, camp, { poolsMergeAt: NOON });
    expect(await turnOf(last)).toBeNull();
  });

  it("of an organisation that has enough is counted among its people, however they write it", async () => {
    const { camp } = await divided(5);
    await setLimits(db, camp, { organisationLimit: 1 });
    await makePerson(db, camp, "confirmed", { rank: 1, organisation: "Leeds" });
    await makePerson(db, camp, "waiting", { rank: 2, organisation: "LEEDS" });
    await makePerson(db, camp, "waiting", { rank: 3, organisation: "Hull" });
    const last = await makePerson(db, camp, "waiting", { rank: 4, organisation: " leeds" });
    expect(await readPoolTurn(db, await makeOrganiser(db, camp), last, NOON)).toEqual({
      verdict: "organisation_full",
      position: 2,
      waiting: 2,
    });
  });

  it("is on one's own page, also on that of somebody who was told what a newcomer is told", async () => {
    const { camp, central } = await divided(1);
    await makePool(db, camp, camp.sectorId, { floor: 1 });
    const first = await registers(camp, "c1@example.org", { sectorId: central });
    const again = await registers(camp, "c1@example.org", { sectorId: central });
    for (const it of [first, again])
      expect((await readStatus(db, "token" in it ? it.token : "", NOON))?.registration.turn).toMatchObject({
        verdict: "all_kept",
      });
  });
});

describe("what everybody is told", () => {
  it("is the mix, what is kept, and for whom places are left while others join the line", async () => {
    const { camp, central } = await divided(3);
    expect((await readTickets(db, camp.id, NOON)).pools).toBeNull();
    await makePool(db, camp, camp.sectorId, { floor: 2, ceiling: 3 });
    await makePerson(db, camp, "confirmed", { rank: 1, sectorId: central, firstTime: false });
    await setLimits(db, camp, { poolsMergeAt: later(24) });
    const { next, pools } = await readTickets(db, camp.id, NOON);
    expect(next).toBe("line");
    expect(pools).toEqual({
      sectors: [
        { name: "Local government", floor: 2, ceiling: 3, taken: 0 },
        { name: "Central government", floor: 0, ceiling: null, taken: 1 },
      ],
      firstTimers: { floor: 0, ceiling: null, taken: 0 },
      organisationLimit: null,
      mergesAt: later(24).toISOString(),
      merged: false,
      taken: 1,
      keptFor: { sectors: ["Local government"], firstTimers: false },
    });
    expect((await readTickets(db, camp.id, later(24))).next).toBe("place");
    expect((await readTickets(db, camp.id, later(24))).pools).toMatchObject({
      merged: true,
      keptFor: { sectors: [], firstTimers: false },
    });
    expect((await everybody(camp)).length).toBe(1);
  });
});
