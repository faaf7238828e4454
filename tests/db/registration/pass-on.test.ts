/** Places of people who are not there: passed on from the announced time, told kindly, taken back one by one. */
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makePushKeys } from "#db/push/key-pair.ts";
import { sayLate } from "#db/registration/late.ts";
import { mintLink } from "#db/registration/link.ts";
import { countMissing, passOn, readAwaiting, undoPassOn } from "#db/registration/pass-on.ts";
import { standBy } from "#db/registration/standby.ts";
import { readStatus } from "#db/registration/status.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Phase } from "#domain/event.ts";
import { granted, refused } from "#domain/result.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn } from "#tests/support/door.ts";
import { at, dayCamp, statuses } from "#tests/support/on-the-day.ts";

const { db } = await freshDatabase();
await makePushKeys(db);

const mailed = async (camp: { id: string }, kind: "passed_on" | "offered") =>
  (
    await db
      .select()
      .from(outbox)
      .where(and(eq(outbox.eventId, camp.id), eq(outbox.kind, kind)))
  ).map(({ recipient }) => recipient);

describe("passing on", () => {
  it("takes the places of those who are not there and not late, tells each once, and calls who stands by", async () => {
    const { camp, people, waiting, crew } = await dayCamp(db, { places: 4, line: 3 });
    const [ama = "", bo = "", cat = "", dev = ""] = people;
    await comeIn(db, crew, [ama], at("09:10"));
    expect((await sayLate(db, bo, at("11:30").getTime(), at("09:20"))).ok).toBe(true);
    // The first of the line is at home.
    for (const id of waiting.slice(1))
      expect((await standBy(db, id, { named: true }, at("09:30"))).ok).toBe(true);
    expect(await readAwaiting(db, crew, 90, at("10:30"))).toMatchObject({
      at: at("10:30").toISOString(),
      missing: [{ id: cat }, { id: dev }],
      late: [{ id: bo, until: at("11:30").toISOString() }],
    });
    expect(await passOn(db, crew, people, at("10:29"))).toEqual(refused("not_yet_time"));
    expect(await passOn(db, crew, people, at("10:30"))).toEqual(granted(2));
    const after = ["confirmed", "confirmed", "released", "released", "waiting", "offered", "offered"];
    expect(await statuses(db, camp)).toEqual(after);
    expect(await passOn(db, crew, people, at("10:31"))).toEqual(granted(0));
    expect(await statuses(db, camp)).toEqual(after);
    expect((await mailed(camp, "passed_on")).sort()).toEqual(["person3@example.org", "person4@example.org"]);
    expect(await mailed(camp, "offered")).toHaveLength(2);
    const acts = await db
      .select()
      .from(audit)
      .where(and(eq(audit.eventId, camp.id), eq(audit.act, "pass_on")));
    expect(acts.map(({ actorId, to }) => [actorId, to])).toEqual(Array(2).fill([crew.personId, "released"]));
    const page = await readStatus(
      db,
      await mintLink(db, cat, { mailed: true, now: at("10:31") }),
      at("10:31"),
    );
    expect(page).toMatchObject({ wentBack: false, mayTakeBack: false, onTheDay: { passedOn: true } });
  });

  it("takes nobody's place whom the organiser did not see, nor of whoever came in the same moment", async () => {
    const { camp, people, crew } = await dayCamp(db, { places: 2 });
    const [ama = "", bo = ""] = people;
    const both = [passOn(db, crew, [ama], at("11:00")), comeIn(db, crew, [ama], at("10:59"))];
    await Promise.all(both);
    const [row] = await db.select().from(registration).where(eq(registration.id, ama));
    // Whichever was first: in with their place, or let in though it had just gone.
    expect(row?.checkedInAt).toEqual(at("10:59"));
    expect(await statuses(db, camp)).toContain("confirmed");
    expect(await passOn(db, crew, [ama, bo], at("11:01"))).toEqual(granted(1));
  });

  it("is done by two at once as by one", async () => {
    const { camp, people, waiting, crew } = await dayCamp(db, { places: 3, line: 3 });
    for (const id of waiting) await standBy(db, id, { named: false }, at("09:30"));
    const done = await Promise.all([1, 2, 3].map(() => passOn(db, crew, people, at("10:30"))));
    expect(done.map((one) => (one.ok ? one.value : null)).sort()).toEqual([0, 0, 3]);
    expect(await statuses(db, camp)).toEqual([...Array(3).fill("released"), ...Array(3).fill("offered")]);
  });

  it("is counted for the desk from the announced time on, while the camp is on", async () => {
    const { people, crew } = await dayCamp(db, { places: 3 });
    await comeIn(db, crew, [people[0]!], at("09:10"));
    const count = (phase: Phase, when: string, passOnMinutes: number | null = 90) =>
      countMissing(db, crew, { phase, passOnMinutes }, at(when));
    expect([await count("doors", "10:29"), await count("doors", "10:30")]).toEqual([0, 2]);
    expect([await count("after", "10:30"), await count("doors", "10:30", null)]).toEqual([0, 0]);
  });

  it("says who is on the crew, who may be anywhere but at the door", async () => {
    const { people, crew } = await dayCamp(db, { places: 2 });
    const mine = eq(registration.id, people[0]!);
    await db
      .update(registration)
      .set({ email: `${crew.personId}@example.org` })
      .where(mine);
    const other = await dayCamp(db, { places: 1 });
    await db
      .update(registration)
      .set({ email: `${crew.personId}@example.org` })
      .where(eq(registration.id, other.people[0]!));
    const missing = async (of: typeof crew) =>
      (await readAwaiting(db, of, 90, at("10:31"))).missing.map((it) => it.crew);
    expect((await missing(crew)).sort()).toEqual([false, true]);
    expect(await missing(other.crew)).toEqual([false]);
  });

  it("is not done where the camp never does, nor before its day or after it", async () => {
    const never = await dayCamp(db, { passOnMinutes: null });
    expect(await passOn(db, never.crew, never.people, at("15:00"))).toEqual(refused("not_yet_time"));
    const closed = await dayCamp(db, { phase: "after" as never });
    expect(await passOn(db, closed.crew, closed.people, at("15:00"))).toEqual(refused("not_open"));
  });
});

describe("a place that was passed on", () => {
  it("is given back at the desk or by its holder as long as one is free, and waits half an hour then", async () => {
    const { camp, people, waiting, crew } = await dayCamp(db, { places: 2, line: 1 });
    const [ama = "", bo = ""] = people;
    await passOn(db, crew, people, at("10:30"));
    expect(await undoPassOn(db, crew, ama, at("10:31"))).toEqual(granted(null));
    expect(await undoPassOn(db, crew, ama, at("10:32"))).toEqual(granted(null));
    expect((await readAwaiting(db, crew, 90, at("10:33"))).missing).toEqual([]);
    expect((await readAwaiting(db, crew, 90, at("11:01"))).missing).toMatchObject([{ id: ama }]);
    await standBy(db, waiting[0]!, { named: false }, at("10:34"));
    expect(await undoPassOn(db, crew, bo, at("10:35"))).toEqual(refused("none_free"));
    expect(await takeBack(db, bo, at("10:35"))).toEqual(refused("place_gone"));
    expect(await statuses(db, camp)).toEqual(["confirmed", "released", "offered"]);
  });
});

describe("I'm running late", () => {
  it("is until a time that the page offers, of whoever has a place, from the evening before", async () => {
    const { people, waiting } = await dayCamp(db, { line: 1 });
    const say = (until: Date, now: Date, id = people[0]!) => sayLate(db, id, until.getTime(), now);
    const before = new Date(at("08:59").getTime() - 24 * 3_600_000);
    expect(await say(at("11:00"), before)).toEqual(refused("late_time"));
    expect(await say(at("10:45"), at("09:00"))).toEqual(refused("late_time"));
    expect(await say(at("14:00"), at("09:00"))).toEqual(refused("late_time"));
    expect(await say(at("13:30"), at("09:00"))).toEqual(granted(null));
    expect(await say(at("11:00"), at("09:00"), waiting[0]!)).toEqual(refused("place_gone"));
    expect(await sayLate(db, people[0]!, null, at("09:01"))).toEqual(granted(null));
  });
});
