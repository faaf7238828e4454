import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { listBadges, markBadges } from "#db/badge.ts";
import type { Database } from "#db/connection.ts";
import { listGuests } from "#db/door/guests.ts";
import { lockEvent } from "#db/event.ts";
import { audit } from "#db/schema/audit.ts";
import { badgePrint } from "#db/schema/badge.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { daysOf } from "#tests/support/door.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function camp() {
  const there = await makeCamp(db, { phase: "doors" });
  const crew = await makeOrganiser(db, there);
  const ama = await makePerson(db, there, "confirmed", { rank: 1 });
  const rhys = await makePerson(db, there, "confirmed", { rank: 2 });
  await makePerson(db, there, "waiting", { rank: 3 });
  const [day] = await daysOf(db, there.id);
  const printed = async () => (await listBadges(db, crew)).map(({ id, printed: how }) => [id, how]);
  const mark = async (...ids: string[]) =>
    new Map((await listBadges(db, crew)).filter(({ id }) => ids.includes(id)).map((it) => [it.id, it.mark]));
  const door = async (since: Date | null = null) =>
    (await listGuests(db, there.id, day!, since)).filter(({ badge }) => badge).map(({ id }) => id);
  return { there, crew, ama, rhys, printed, mark, door };
}

describe("badges", () => {
  it("are those of everybody with a place, and say nothing beyond a name, an organisation, a lanyard and a code", async () => {
    const { crew, ama, rhys } = await camp();
    const badges = await listBadges(db, crew);
    expect(badges.map(({ id }) => id)).toEqual([ama, rhys]);
    expect(Object.keys(badges[0]!).sort()).toEqual(
      ["code", "id", "mark", "name", "organisation", "photos", "printed"].sort(),
    );
  });

  it("are printed once somebody says so, which the door knows and the log has", async () => {
    const { there, crew, ama, rhys, printed, mark, door } = await camp();
    expect(await printed()).toEqual([
      [ama, "no"],
      [rhys, "no"],
    ]);
    const marks = await mark(ama);
    expect(await markBadges(db, crew, marks, NOON)).toEqual({ ok: true, value: 1 });
    expect(await markBadges(db, crew, marks, NOON)).toEqual({ ok: true, value: 1 });
    expect(await printed()).toEqual([
      [ama, "yes"],
      [rhys, "no"],
    ]);
    expect(await door()).toEqual([ama]);
    // Also the phone that only asks what is new.
    expect(await door(new Date(NOON.getTime() + 5_000))).toEqual([ama]);
    const log = await db.select().from(audit).where(eq(audit.eventId, there.id));
    expect(log.filter(({ act }) => act === "print_badge").map(({ subjectId }) => subjectId)).toEqual([
      ama,
      ama,
    ]);
  });

  it("are to be printed anew where what they say has changed, also between printing and saying so", async () => {
    const { crew, ama, rhys, printed, mark, door } = await camp();
    const marks = await mark(ama, rhys);
    await db.update(registration).set({ photos: false }).where(eq(registration.id, rhys));
    await markBadges(db, crew, marks, NOON);
    await db.update(registration).set({ name: "Amara" }).where(eq(registration.id, ama));
    expect(new Set((await printed()).map(([, how]) => how))).toEqual(new Set(["changed"]));
    expect(await door()).toEqual([]);
    await markBadges(db, crew, await mark(ama, rhys), NOON);
    expect(new Set((await printed()).map(([, how]) => how))).toEqual(new Set(["yes"]));
  });

  it("of another camp, or of whoever has no place by now, are not noted", async () => {
    const [one, other] = [await camp(), await camp()];
    const marks = new Map([...(await one.mark(one.ama, one.rhys)), ...(await other.mark(other.ama))]);
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, one.rhys));
    expect(await markBadges(db, one.crew, marks, NOON)).toEqual({ ok: true, value: 1 });
    expect(await db.$count(badgePrint, eq(badgePrint.registrationId, other.ama))).toBe(0);
    expect(await markBadges(db, one.crew, new Map(), NOON)).toEqual({ ok: true, value: 0 });
  });

  // Else whoever checks them in and whoever prints wait for each other until Postgres ends one of both.
  it("lock nobody who may be let in meanwhile before they have the camp", async () => {
    const { there, crew, ama, mark } = await camp();
    const marks = await mark(ama);
    const waiting = async () =>
      (
        await db.execute(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
      ).length;
    let marked: ReturnType<typeof markBadges> | undefined;
    await db.transaction(async (tx) => {
      await lockEvent(tx, there.id);
      marked = markBadges(db, crew, marks, NOON);
      await expect.poll(waiting).toBe(1);
      const free = tx.select().from(registration).where(eq(registration.id, ama));
      expect(await free.for("update", { noWait: true })).toHaveLength(1);
    });
    expect(await marked).toEqual({ ok: true, value: 1 });
  });
});
