import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { declineOffer, giveBack } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { offerFreePlaces, tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { refused } from "#domain/result.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const TAKEN = { ok: true, value: "confirmed" };
const GONE = refused("place_gone");
const statusOf = async (id: string) =>
  (await db.select().from(registration).where(eq(registration.id, id)))[0]?.status;
const pageOf = async (id: string, now = NOON) =>
  (await readStatus(db, await mintLink(db, id, { mailed: true, now }), now))?.mayTakeBack;

/** As many places as people who have them, who are returned; then those who wait, while no offers are made. */
async function fullCamp(places: number, line = 0) {
  const camp = await makeCamp(db, { capacity: places, offersOn: false });
  const people = [];
  for (let rank = 1; rank <= places + line; rank += 1)
    people.push(await makePerson(db, camp, rank <= places ? "confirmed" : "waiting", { rank }));
  await db.update(event).set({ nextRank: 50 }).where(eq(event.id, camp.id));
  return { camp, people, organiser: await makeOrganiser(db, camp) };
}

describe("a place that was given back", () => {
  it("is theirs again as long as nobody else was offered it, and again is once", async () => {
    const { camp, people } = await fullCamp(1);
    const [giver = ""] = people;
    await giveBack(db, giver, NOON);
    expect(await pageOf(giver)).toBe(true);
    expect(await takeBack(db, giver, later(48))).toEqual(TAKEN);
    expect(await takeBack(db, giver, later(48))).toEqual(TAKEN);
    expect([await statusOf(giver), await pageOf(giver)]).toEqual(["confirmed", false]);
    const log = await db.select().from(audit).where(eq(audit.eventId, camp.id)).orderBy(asc(audit.id));
    expect(log.map(({ actor, act, to }) => `${actor} ${act} ${to}`)).toEqual([
      "camper give_back released",
      "camper take_back confirmed",
    ]);
    expect(await db.$count(outbox, eq(outbox.eventId, camp.id))).toBe(0);
  });

  it("is gone at once where it was offered at once, even if that offer is declined", async () => {
    const { camp, people } = await fullCamp(1, 1);
    const [giver = "", next = ""] = people;
    await db.update(event).set({ offersOn: true }).where(eq(event.id, camp.id));
    await giveBack(db, giver, NOON);
    expect([await pageOf(giver), await takeBack(db, giver, NOON)]).toEqual([false, GONE]);
    await declineOffer(db, next, NOON);
    expect([await pageOf(giver), await takeBack(db, giver, NOON)]).toEqual([false, GONE]);
    expect(await statusOf(giver)).toBe("released");
  });

  // Before, whoever gave theirs back first took the place that somebody gave back after them.
  it("is not another that is free, once somebody has their own", async () => {
    const { people, organiser } = await fullCamp(2, 2);
    const [first = "", second = ""] = people;
    await giveBack(db, first, NOON);
    await offerFreePlaces(db, organiser, NOON);
    await giveBack(db, second, NOON);
    expect([await pageOf(first), await pageOf(second)]).toEqual([false, true]);
    expect([await takeBack(db, first, NOON), await takeBack(db, second, NOON)]).toEqual([GONE, TAKEN]);
  });

  it("goes in the order in which places became free", async () => {
    const { camp, people } = await fullCamp(3);
    const givers = people as [string, string, string];
    for (const [hours, giver] of givers.entries()) await giveBack(db, giver, later(hours));
    const came = await register(db, camp.id, formFor(camp, "new@example.org"), later(3));
    expect(came.ok && came.value.status).toBe("held");
    expect(await Promise.all(givers.map((giver) => pageOf(giver, later(3))))).toEqual([false, true, true]);
    expect(await takeBack(db, givers[2], later(3))).toEqual(TAKEN);
    expect(await Promise.all(givers.map((giver) => takeBack(db, giver, later(3))))).toEqual([
      GONE,
      TAKEN,
      TAKEN,
    ]);
  });

  it("is none that the camp has any more: it had given out too many, or has fewer now", async () => {
    const { camp, people } = await fullCamp(3);
    const [first = "", second = ""] = people;
    const places = (capacity: number) => db.update(event).set({ capacity }).where(eq(event.id, camp.id));
    await places(2);
    await giveBack(db, first, NOON);
    expect(await takeBack(db, first, NOON)).toEqual(GONE);
    await giveBack(db, second, NOON);
    expect([await pageOf(first), await pageOf(second)]).toEqual([false, true]);
    await places(1);
    expect([await pageOf(second), await takeBack(db, second, NOON)]).toEqual([false, GONE]);
  });

  it("stays their own also when somebody else registers with their address", async () => {
    const { camp, people } = await fullCamp(1, 1);
    const [giver = ""] = people;
    await giveBack(db, giver, NOON);
    const again = await register(db, camp.id, formFor(camp, "person1@example.org"), NOON);
    expect([again.ok, await statusOf(giver), await pageOf(giver)]).toEqual([true, "released", true]);
    expect((await takeBack(db, giver, NOON)).ok).toBe(true);
  });

  it("stays given where it was never proven, the camp is a draft again, or is over", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    const held = await makePerson(db, camp, "held", { rank: 1, verified: false });
    const giver = await makePerson(db, camp, "confirmed", { rank: 2 });
    for (const id of [held, giver]) await giveBack(db, id, NOON);
    expect([await pageOf(held), await takeBack(db, held, NOON)]).toEqual([
      false,
      refused("not_possible_now"),
    ]);
    expect(await takeBack(db, giver, later(30 * 24))).toEqual(refused("camp_over"));
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
    expect(await takeBack(db, giver, NOON)).toEqual(refused("not_open"));
    expect(await takeBack(db, crypto.randomUUID(), NOON)).toEqual(refused("not_found"));
  });

  it("is not taken back by the page of somebody else", async () => {
    const { people } = await fullCamp(2);
    const [giver = "", other = ""] = people;
    await giveBack(db, giver, NOON);
    const page = await mintLink(db, other, { mailed: true, now: NOON });
    expect(await takeBack(db, giver, NOON, page)).toEqual(refused("not_possible_now"));
  });

  // Without the camp's lock both had the one place in 29 of 30 rounds.
  it("is either taken back or offered, when both are asked for at once", async () => {
    const round = async () => {
      const { people, organiser } = await fullCamp(1, 1);
      const [giver = "", next = ""] = people;
      await giveBack(db, giver, NOON);
      await Promise.all([takeBack(db, giver, NOON), offerFreePlaces(db, organiser, NOON)]);
      return [await statusOf(giver), await statusOf(next)].join(" ");
    };
    const rounds = await Promise.all(Array.from({ length: 30 }, round));
    expect(rounds.filter((it) => !["confirmed waiting", "released offered"].includes(it))).toEqual([]);
  });
});

it("leaves nothing for the clock to do", async () => {
  const { people } = await fullCamp(1, 1);
  const [giver = "", next = ""] = people;
  await giveBack(db, giver, NOON);
  await takeBack(db, giver, NOON);
  for (let beats = 0; beats < 2; beats += 1) await tick(db, NOON);
  expect([await statusOf(giver), await statusOf(next)]).toEqual(["confirmed", "waiting"]);
});
