/** Days: one row of steps through all of them, slots on the day on which they start, and what follows when one changes. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { changeDetails, factsOf } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { changeDays, type DayInput, daysShown } from "#db/day/change.ts";
import { listSlots } from "#db/draft.ts";
import { findEvent, readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { movePhase } from "#db/phase.ts";
import { readProblem } from "#db/planner-problem.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { placement } from "#db/schema/grid.ts";
import { outbox } from "#db/schema/mail.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import type { EventView, Phase } from "#domain/event.ts";
import { stepAt, stepsBeside } from "#domain/life.ts";
import { toldIn } from "#domain/mail-facts.ts";
import { writeMessage } from "#jobs/mail.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { completePages } from "#tests/support/camp-pages.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { putSlots } from "#tests/support/slots.ts";

let db: Database;
beforeAll(async () => {
  db = (await freshDatabase()).db;
});

const TUESDAY = { date: "2026-07-14", doors: "09:00" };
const WEDNESDAY = { date: "2026-07-15", doors: "10:00" };

async function started(phase: Phase = "draft"): Promise<{ camp: TestCamp; organiser: Organiser }> {
  const camp = await makeCamp(db, { phase });
  return { camp, organiser: await makeOrganiser(db, camp) };
}

const see = async ({ slug }: TestCamp): Promise<EventView> => (await findEvent(db, slug))!;

/** Saves days, and says yes to whatever is asked. @returns what was asked, by kind, or the refusal */
async function save(camp: TestCamp, organiser: Organiser, wanted: readonly DayInput[]) {
  const { days, zone } = await see(camp);
  const mark = markOf(daysShown(days, zone));
  const asked = await changeDays(db, organiser, mark, wanted, NOON);
  if (!asked.ok) return asked.refusal;
  if (!("asks" in asked.value)) return [];
  const { agreement, asks } = asked.value;
  expect(await see(camp).then((it) => it.days)).toEqual(days);
  const saved = await changeDays(db, organiser, mark, wanted, NOON, { agreed: agreement });
  return saved.ok ? asks.map(({ kind }) => kind) : saved.refusal;
}

const shown = async (camp: TestCamp) => {
  const { days, zone } = await see(camp);
  return daysShown(days, zone);
};

async function twoDays(phase: Phase = "draft") {
  const { camp, organiser } = await started(phase);
  await save(camp, organiser, [...(await shown(camp)), { id: null, ...WEDNESDAY }]);
  return { camp, organiser };
}

const slotAt = (camp: TestCamp, startsAt: string, endsAt: string) => ({
  id: newId(),
  eventId: camp.id,
  kind: "session" as const,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});

describe("a camp of two days", () => {
  test("goes from draft to the archive and back in one row of steps, and its rows always agree", async () => {
    const { camp, organiser } = await twoDays();
    await completePages(db, camp.id);
    for (const way of ["next", "back"] as const) {
      for (;;) {
        const at = await see(camp);
        const step = stepAt(at);
        expect(step.phase).toBe(at.phase);
        const to = stepsBeside(step, at.days)[way];
        if (!to) break;
        const moved = { from: step.phase, to: to.phase, day: step.dayId };
        expect(await movePhase(db, organiser, moved, NOON)).toEqual({
          ok: true,
          value: { offered: 0, ended: 0 },
        });
        expect(stepAt(await see(camp))).toEqual(to);
      }
    }
    expect((await see(camp)).phase).toBe("draft");
  });

  test("has its second day begin at its own doors, with pitching while the first is over", async () => {
    const { camp, organiser } = await twoDays("sessions");
    await movePhase(db, organiser, { from: "sessions", to: "doors" }, NOON);
    expect((await see(camp)).days.map(({ phase }) => phase)).toEqual(["over", "doors"]);
    await movePhase(db, organiser, { from: "doors", to: "pitching" }, NOON);
    expect(await see(camp)).toMatchObject({
      phase: "pitching",
      days: [{ phase: "over" }, { phase: "pitching" }],
    });
  });

  test("is not moved by a page that still shows the doors of the day before", async () => {
    const { camp, organiser } = await twoDays("doors");
    const [first] = (await see(camp)).days;
    for (const [from, to] of [
      ["doors", "pitching"],
      ["pitching", "grid"],
      ["grid", "sessions"],
      ["sessions", "doors"],
    ] as const)
      await movePhase(db, organiser, { from, to }, NOON);
    const stale = { from: "doors", to: "pitching", day: first!.id } as const;
    expect(await movePhase(db, organiser, stale, NOON)).toEqual({ ok: false, refusal: "changed_meanwhile" });
    expect((await see(camp)).phase).toBe("doors");
  });

  test("offers between its days end before the next doors, and it is over after its last", async () => {
    const { camp, organiser } = await twoDays("sessions");
    const row = async () => (await db.select().from(event).where(eq(event.id, camp.id)))[0]!;
    const ends = Date.parse("2026-07-15T23:00:00Z");
    expect(await readTimes(db, await row())).toMatchObject({
      startsAt: Date.parse("2026-07-14T08:00:00Z"),
      endsAt: ends,
    });
    await movePhase(db, organiser, { from: "sessions", to: "doors" }, NOON);
    expect(await readTimes(db, await row())).toMatchObject({
      startsAt: Date.parse("2026-07-15T09:00:00Z"),
      endsAt: ends,
    });
  });
});

describe("a slot", () => {
  test("belongs to the day on which it starts, also past midnight, and makes a later date a day", async () => {
    const { camp } = await started();
    const party = slotAt(camp, "2026-07-14T21:00:00Z", "2026-07-15T00:30:00Z");
    const early = slotAt(camp, "2026-07-13T16:00:00Z", "2026-07-13T17:00:00Z");
    const next = slotAt(camp, "2026-07-15T09:30:00Z", "2026-07-15T10:00:00Z");
    await putSlots(db, [party, early, next]);
    const rows = await db
      .select({ id: slot.id, date: day.date })
      .from(slot)
      .innerJoin(day, eq(day.id, slot.dayId))
      .where(eq(slot.eventId, camp.id));
    expect(Object.fromEntries(rows.map(({ id, date }) => [id, date]))).toEqual({
      [party.id]: "2026-07-14",
      [early.id]: "2026-07-14",
      [next.id]: "2026-07-15",
    });
    expect(await shown(camp)).toMatchObject([TUESDAY, { date: "2026-07-15", doors: "10:30" }]);
  });
});

describe("the days in the settings", () => {
  test("can be added, moved with their slots, swapped and taken away, and the camp begins with the first", async () => {
    const { camp, organiser } = await twoDays();
    const morning = slotAt(camp, "2026-07-15T09:30:00Z", "2026-07-15T10:15:00Z");
    await putSlots(db, morning);
    const [tuesday, wednesday] = await shown(camp);
    expect(await save(camp, organiser, [tuesday!, { ...wednesday!, date: "2026-07-18" }])).toEqual([]);
    const [moved] = await db.select().from(slot).where(eq(slot.id, morning.id));
    expect(moved!.startsAt).toEqual(new Date("2026-07-18T09:30:00Z"));
    const swapped = [
      { ...tuesday!, date: "2026-07-18" },
      { ...wednesday!, date: "2026-07-14" },
    ];
    expect(await save(camp, organiser, swapped)).toEqual([]);
    expect(await see(camp)).toMatchObject({
      day: "2026-07-14",
      startsAt: "2026-07-14T09:00:00.000Z",
      days: [{ id: wednesday!.id }, { id: tuesday!.id }],
    });
    expect(await save(camp, organiser, [(await shown(camp))[1]!])).toEqual(["day_goes"]);
    expect(await shown(camp)).toEqual([{ ...tuesday!, date: "2026-07-18" }]);
    expect(await db.$count(slot, eq(slot.eventId, camp.id))).toBe(0);
  });

  test("ask first where sessions stand on a day that goes", async () => {
    const { camp, organiser } = await twoDays();
    const morning = slotAt(camp, "2026-07-15T09:30:00Z", "2026-07-15T10:15:00Z");
    await putSlots(db, morning);
    const roomId = newId();
    const hall = { id: roomId, eventId: camp.id, letter: "A", name: "Hall", capacity: 40, position: 0 };
    await db.insert(room).values(hall);
    const pitchId = newId();
    await db.insert(pitch).values({ id: pitchId, eventId: camp.id, title: "Job swaps" });
    await db
      .insert(placement)
      .values({ eventId: camp.id, pitchId, slotId: morning.id, roomId, pinned: false });
    expect(await save(camp, organiser, [(await shown(camp))[0]!])).toEqual(["day_goes", "uprooted"]);
  });

  test("tell who has a place, and only when a date or doors are others", async () => {
    const { camp, organiser } = await started("tickets");
    await makePerson(db, camp, "confirmed", { rank: 1 });
    const mails = () => db.$count(outbox, eq(outbox.eventId, camp.id));
    expect(await save(camp, organiser, await shown(camp))).toEqual([]);
    expect(await mails()).toBe(0);
    const both = [...(await shown(camp)), { id: null, ...WEDNESDAY }];
    expect(await save(camp, organiser, both)).toEqual(["told"]);
    expect(await mails()).toBe(1);
    const [mail] = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
    const told = toldIn("camp_changed", mail!.facts)!;
    const written = await writeMessage(db, { ...mail!, ...told, made: { token: "t" } }, NOON);
    const dates = "Tuesday 14 July 2026 and Wednesday 15 July 2026";
    expect(written?.subject).toBe(`Testcamp is now on ${dates}`);
    expect(written?.text).toContain(`The date: ${dates}. It was Tuesday 14 July 2026.`);
    expect(written?.text).toContain("Doors open at 9am on Tue 14 Jul and 10am on Wed 15 Jul. It was 9am.");
  });

  test("keep a day that is under way or over, at least one, and no two of one date", async () => {
    const { camp, organiser } = await twoDays("sessions");
    const [tuesday, wednesday] = await shown(camp);
    expect(await save(camp, organiser, [wednesday!])).toBe("day_begun");
    expect(await save(camp, organiser, [])).toBe("bad_input");
    expect(await save(camp, organiser, [tuesday!, { ...wednesday!, date: tuesday!.date }])).toBe("bad_input");
    await movePhase(db, organiser, { from: "sessions", to: "doors" }, NOON);
    expect(await save(camp, organiser, [tuesday!])).toBe("day_begun");
  });

  test("all move along when the camp moves to another date", async () => {
    const { camp, organiser } = await twoDays();
    const facts = factsOf(await see(camp));
    const to = { ...facts, day: "2026-08-14", doors: "08:30" };
    expect(await changeDetails(db, organiser, markOf(facts), to, NOON)).toMatchObject({ ok: true });
    expect(await shown(camp)).toMatchObject([
      { date: "2026-08-14", doors: "08:30" },
      { date: "2026-08-15", doors: "10:00" },
    ]);
  });

  test("whatever is saved in whatever phase, the first day is the camp's and the phases are a row of steps", async () => {
    const phases = ["draft", "doors", "sessions", "after"] as const;
    const dates = fc.uniqueArray(fc.integer({ min: 15, max: 28 }), { minLength: 0, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...phases), dates, async (phase, further) => {
        const { camp, organiser } = await started(phase);
        const added = further.map((at) => ({ id: null, date: `2026-07-${at}`, doors: "10:00" }));
        expect(await save(camp, organiser, [...(await shown(camp)), ...added])).toBeInstanceOf(Array);
        const at = await see(camp);
        expect([at.day, at.startsAt]).toEqual([at.days[0]!.date, at.days[0]!.startsAt]);
        expect(at.days.map(({ date }) => date)).toEqual(at.days.map(({ date }) => date).sort());
        const ordered = at.days.map((one) => ["over", phase, "doors"].indexOf(one.phase));
        expect(at.phase).toBe(phase);
        expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
      }),
      { numRuns: 12 },
    );
  });
});

test("the planner and the numbers of slots go by the day a slot is kept with, not by the hours between two", async () => {
  const { camp } = await started();
  const hours = [
    // The evening before, a party past midnight, and a day with a long afternoon off.
    ["2026-07-13T18:00Z", "2026-07-13T19:00Z"],
    ["2026-07-14T20:00Z", "2026-07-15T01:30Z"],
    ["2026-07-15T05:00Z", "2026-07-15T06:00Z"],
    ["2026-07-15T16:00Z", "2026-07-15T17:00Z"],
  ] as const;
  await putSlots(
    db,
    hours.map(([from, to]) => slotAt(camp, from, to)),
  );
  const { problem } = await readProblem(db, camp.id, NOON);
  expect(problem.slots.map((one) => one.day)).toEqual([0, 0, 1, 1]);
  expect((await listSlots(db, camp.id)).map(({ number }) => number)).toEqual([1, 2, 1, 2]);
});
