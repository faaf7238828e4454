import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readPeopleCounts } from "#db/people.ts";
import { movePhase } from "#db/phase.ts";
import { acceptOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { isOfferHour, tick } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const statusOf = async (id: string) =>
  (await db.select().from(registration).where(eq(registration.id, id)))[0]?.status;

/** One place, held by the first; two more wait. */
async function fullCamp() {
  const camp = await makeCamp(db, { capacity: 1 });
  const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
  const next = await makePerson(db, camp, "waiting", { rank: 2 });
  const last = await makePerson(db, camp, "waiting", { rank: 3 });
  return { camp, holder, next, last };
}

describe("an offer and the calendar", () => {
  const DOORS = new Date("2026-07-14T08:00:00Z");
  const at = (text: string) => new Date(`${text}+01:00`);

  it("is not made by night on the day, and is made again in the morning", async () => {
    const { holder, next, camp } = await fullCamp();
    await giveBack(db, holder, at("2026-07-14T04:00:00"));
    await tick(db, at("2026-07-14T07:59:59.999"));
    expect(await statusOf(next)).toBe("waiting");
    expect((await readPeopleCounts(db, camp.id)).idleSince).toBe(at("2026-07-14T04:00:00").toISOString());
    expect(
      await isOfferHour(
        db,
        { id: camp.id, zone: "Europe/London", startsAt: DOORS },
        at("2026-07-14T04:00:00"),
      ),
    ).toBe(false);
    await tick(db, at("2026-07-14T08:00:00"));
    const [row] = await db.select().from(registration).where(eq(registration.id, next));
    expect(row).toMatchObject({ status: "offered", offeredUntil: at("2026-07-14T08:05:00") });
  });

  it("ends when the camp does, also where its clock stood still, and whoever had it is told", async () => {
    const { camp, holder, next } = await fullCamp();
    await giveBack(db, holder, NOON);
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, next));
    const over = at("2026-07-15T00:00:00");
    expect(await acceptOffer(db, next, over)).toEqual({ ok: false, refusal: "camp_over" });
    await tick(db, over);
    await tick(db, over);
    expect(await statusOf(next)).toBe("expired");
    const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(outbox.id);
    expect(mails.map(({ kind, facts }) => [kind, facts.over])).toEqual([
      ["offered", undefined],
      ["offer_expired", "yes"],
    ]);
    expect(await rejoinLine(db, next, over)).toEqual({ ok: false, refusal: "camp_over" });
  });

  it("ends in the moment an organiser says the camp is over", async () => {
    const camp = await makeCamp(db, { capacity: 2, phase: "sessions" });
    const id = await makePerson(db, camp, "offered", { rank: 1, offeredUntil: later(1) });
    const olu = await makeOrganiser(db, camp);
    const moved = await movePhase(db, olu, { from: "sessions", to: "after" }, NOON);
    expect(moved).toEqual({ ok: true, value: { offered: 0, ended: 1 } });
    expect(await statusOf(id)).toBe("expired");
    await movePhase(db, olu, { from: "after", to: "sessions" }, NOON);
    expect(await statusOf(id)).toBe("expired");
  });

  it("stands while sessions are on, though no more are made", async () => {
    const camp = await makeCamp(db, { capacity: 2, phase: "sessions" });
    const id = await makePerson(db, camp, "offered", { rank: 1, offeredUntil: later(1) });
    const waits = await makePerson(db, camp, "waiting", { rank: 2 });
    expect(await acceptOffer(db, id, NOON)).toEqual({ ok: true, value: "confirmed" });
    await tick(db, NOON);
    expect(await statusOf(waits)).toBe("waiting");
  });

  it("that ran out has a way back to the line's end, also when registration is closed", async () => {
    const { camp, holder, next, last } = await fullCamp();
    await giveBack(db, holder, NOON);
    await db.update(event).set({ phase: "closed", nextRank: 10 }).where(eq(event.id, camp.id));
    await tick(db, later(200));
    expect([await statusOf(next), await statusOf(last)]).toEqual(["expired", "offered"]);
    expect(await rejoinLine(db, next, later(201))).toEqual({ ok: true, value: "waiting" });
    expect(await rejoinLine(db, next, later(201))).toEqual({ ok: true, value: "waiting" });
    const [row] = await db.select().from(registration).where(eq(registration.id, next));
    expect(row).toMatchObject({ rank: 10, verifiedAt: NOON });
    await leaveLine(db, next, later(201));
    expect(await rejoinLine(db, next, later(202))).toEqual({ ok: false, refusal: "not_open" });
  });

  it("waits for the proof of whoever's mail came back before it makes a place of it", async () => {
    const { holder, next } = await fullCamp();
    await giveBack(db, holder, NOON);
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, next));
    expect(await acceptOffer(db, next, later(1))).toEqual({ ok: false, refusal: "not_proven" });
  });
});
