import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leaveLine } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { rejoinPaused } from "#db/registration/rejoining.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeRelease } from "#tests/support/releases.ts";

const { db } = await freshDatabase();
const at = (text: string) => new Date(`${text}+01:00`);
const DAY = "2026-06-27";
const DONE = { ok: true, value: null };
const rowOf = async (id: string) => (await db.select().from(registration).where(eq(registration.id, id)))[0]!;

/** A place is free, and somebody's offer of it ran out. */
async function missed(change: Partial<typeof event.$inferInsert> = {}) {
  const camp = await makeCamp(db, { capacity: 1, startsAt: at("2026-07-14T09:00") });
  const who = await makePerson(db, camp, "expired", { rank: 1 });
  await db
    .update(event)
    .set({ nextRank: 8, ...change })
    .where(eq(event.id, camp.id));
  return { camp, who };
}

describe("whoever's offer ran out", () => {
  it("joins at the back for later: no place is offered to them before that morning, though one is free", async () => {
    const { who } = await missed({ phase: "closed" });
    expect(await rejoinPaused(db, who, DAY, NOON)).toEqual(DONE);
    expect(await rejoinPaused(db, who, DAY, NOON)).toEqual(DONE);
    const paused = { status: "waiting", rank: 8, pausedUntil: at("2026-06-27T08:00") };
    expect(await rowOf(who)).toMatchObject(paused);
    for (let beats = 0; beats < 2; beats += 1) await tick(db, at("2026-06-27T07:59"));
    expect(await rowOf(who)).toMatchObject(paused);
    await tick(db, at("2026-06-27T08:00"));
    expect(await rowOf(who)).toMatchObject({ status: "offered", rank: 8, pausedUntil: null });
    const log = await db.select().from(audit).where(eq(audit.subjectId, who)).orderBy(audit.id);
    expect(log.map(({ actor, act }) => `${actor} ${act}`)).toEqual([
      "camper register",
      "camper pause",
      "clock end_pause",
      "clock offer",
    ]);
  });

  it("takes no turn while people enter a draw: theirs would be before everybody's who does", async () => {
    const { camp, who } = await missed();
    const closesAt = at("2026-07-01T09:00");
    await makeRelease(db, camp, { way: "draw", places: 1, opensAt: NOON, closesAt });
    expect(await rejoinPaused(db, who, DAY, NOON)).toEqual(refused("not_possible_now"));
    expect(await rowOf(who)).toMatchObject({ status: "expired", rank: 1 });
  });

  it("leaves it at that, and can join again later", async () => {
    const { who } = await missed();
    expect(await leaveLine(db, who, NOON)).toEqual({ ok: true, value: "left" });
    expect(await rejoinPaused(db, who, DAY, NOON)).toEqual(DONE);
    expect(
      (
        await db
          .select()
          .from(audit)
          .where(inArray(audit.act, ["leave"]))
      ).map(({ from }) => from),
    ).toEqual(["expired"]);
  });
});

describe("joining for later is refused", () => {
  it.each(["2026-06-24", "2026-07-14"])("with %s, on which no pause may end", async (day) => {
    const { who } = await missed();
    expect(await rejoinPaused(db, who, day, NOON)).toEqual(refused("pause_day"));
  });

  it("where the line is full, counting those who pause", async () => {
    const { camp, who } = await missed({ lineLimit: 1 });
    const other = await makePerson(db, camp, "expired", { rank: 2 });
    await makePerson(db, camp, "confirmed", { rank: 3 });
    expect(await rejoinPaused(db, other, DAY, NOON)).toEqual(DONE);
    expect(await rejoinPaused(db, who, DAY, NOON)).toEqual(refused("line_full"));
  });

  it("to whoever has a turn or has not proven their address, and once the camp is over", async () => {
    const { camp, who } = await missed();
    const waiting = await makePerson(db, camp, "waiting", { rank: 2 });
    const unproven = await makePerson(db, camp, "left", { rank: 3, verified: false });
    for (const id of [waiting, unproven])
      expect(await rejoinPaused(db, id, DAY, NOON)).toEqual(refused("not_possible_now"));
    expect(await rejoinPaused(db, who, DAY, at("2026-08-01T12:00"))).toEqual(refused("camp_over"));
    expect((await rowOf(who)).status).toBe("expired");
  });

  it("by the page of somebody else", async () => {
    const { camp, who } = await missed();
    const other = await makePerson(db, camp, "left", { rank: 2 });
    const page = await mintLink(db, other, { mailed: true, now: NOON });
    expect(await rejoinPaused(db, who, DAY, NOON, page)).toEqual(refused("not_possible_now"));
  });
});
