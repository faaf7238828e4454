import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { beginTransfer, callBack } from "#db/transfer/giving.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { AMA, campOfGivers, handOn, mailsOf, statusOf } from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
const DONE = { ok: true, value: null };
const BEN = { name: "Ben Okafor", email: "ben@example.org" };
const DOORS = Date.parse("2026-07-14T08:00:00Z");
const HOUR = 3_600_000;
const handingOf = async (id: string, now = NOON) =>
  (await readStatus(db, await mintLink(db, id, { mailed: true, now }), now))?.handing;

describe("handing a place on", () => {
  it("writes to whoever is named, and leaves the place where it is; again is once", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    expect(await beginTransfer(db, giver, AMA, NOON)).toEqual(DONE);
    expect(await beginTransfer(db, giver, { ...AMA, email: " AMA@example.org " }, NOON)).toEqual(DONE);
    expect(await statusOf(db, giver)).toBe("confirmed");
    expect(await mailsOf(db, camp)).toEqual(["transfer_offered ama@example.org"]);
    expect(await handingOf(giver)).toEqual({ until: "2026-07-13T08:00:00.000Z", to: AMA });
    const log = await db.select().from(audit).where(eq(audit.subjectId, giver));
    expect(log.map(({ actor, actorId, act }) => [actor, actorId, act])).toEqual([
      ["camper", giver, "begin_transfer"],
    ]);
  });

  it("goes to one person at a time, and can be called back and begun anew", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    await handOn(db, giver);
    expect(await beginTransfer(db, giver, BEN, NOON)).toEqual(refused("transfer_open"));
    expect([await callBack(db, giver, NOON), await callBack(db, giver, NOON)]).toEqual([DONE, DONE]);
    expect((await handingOf(giver))?.to).toBe(null);
    expect(await beginTransfer(db, giver, BEN, NOON)).toEqual(DONE);
    expect(await mailsOf(db, camp)).toEqual([
      "transfer_offered ama@example.org",
      "transfer_ended ama@example.org",
      "transfer_offered ben@example.org",
    ]);
  });

  it("tells nobody of a call back who was never written to", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    await beginTransfer(db, giver, AMA, NOON);
    await callBack(db, giver, NOON);
    expect(await mailsOf(db, camp)).toEqual(["transfer_offered ama@example.org"]);
  });

  it("answers alike whatever an address has at the camp, and refuses one's own", async () => {
    const { people } = await campOfGivers(db, 2, 1);
    const [giver = ""] = people;
    for (const rank of [2, 3]) {
      expect(await beginTransfer(db, giver, { ...AMA, email: `person${rank}@example.org` }, NOON)).toEqual(
        DONE,
      );
      await callBack(db, giver, NOON);
    }
    const own = { ...AMA, email: "person1@example.org" };
    expect(await beginTransfer(db, giver, own, NOON)).toEqual(refused("own_address"));
  });

  it("is for whoever has a place and has proven the address, until the camp's last moment", async () => {
    const camp = await makeCamp(db);
    const unproven = await makePerson(db, camp, "confirmed", { rank: 1, verified: false });
    const waiting = await makePerson(db, camp, "waiting", { rank: 2 });
    const giver = await makePerson(db, camp, "confirmed", { rank: 3 });
    for (const id of [unproven, waiting])
      expect(await beginTransfer(db, id, AMA, NOON)).toEqual(refused("not_possible_now"));
    const last = new Date(DOORS - 24 * HOUR);
    expect(await handingOf(giver, last)).toEqual({ until: null, to: null });
    expect(await beginTransfer(db, giver, AMA, last)).toEqual(refused("transfer_closed"));
    await db.update(event).set({ transferHours: null }).where(eq(event.id, camp.id));
    expect(await beginTransfer(db, giver, AMA, NOON)).toEqual(refused("transfer_closed"));
    await db.update(event).set({ transferHours: 0 }).where(eq(event.id, camp.id));
    expect(await beginTransfer(db, giver, AMA, new Date(DOORS - 1))).toEqual(DONE);
    await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.id));
    expect(await beginTransfer(db, giver, BEN, NOON)).toEqual(refused("camp_over"));
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
    expect(await beginTransfer(db, giver, BEN, NOON)).toEqual(refused("not_open"));
  });

  it("writes to three people a day at most, whoever they are", async () => {
    const { giver } = await campOfGivers(db, 1);
    const said = [];
    for (const n of [1, 2, 3, 4]) {
      said.push(await beginTransfer(db, giver, { ...AMA, email: `somebody${n}@example.org` }, NOON));
      await callBack(db, giver, NOON);
    }
    expect(said).toEqual([DONE, DONE, DONE, refused("too_many")]);
  });

  it("is no longer called back once it was given away otherwise", async () => {
    const { giver } = await campOfGivers(db, 1);
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, giver));
    expect(await callBack(db, giver, NOON)).toEqual(refused("not_possible_now"));
  });
});
