/** A camp that moves takes its rota along, and whoever is down for something hears of it. */
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeDetails, factsOf } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { changeDays, type DayInput, daysShown } from "#db/day/change.ts";
import { findEvent } from "#db/event.ts";
import { signUp } from "#db/rota/signing-up.ts";
import { addTasks } from "#db/rota/tasks.ts";
import { listRota } from "#db/rota.ts";
import { outbox } from "#db/schema/mail.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

/** A camp in London on 14 July 2026, with these tasks at times as its clocks show them, each an hour long. */
async function camping(...tasks: readonly (readonly [name: string, begins: string])[]) {
  const camp = await makeCamp(db, { phase: "draft" });
  const olu = await makeOrganiser(db, camp);
  const ama = await makeOrganiser(db, camp, "door");
  const rows = tasks.map(([task, begins]) => {
    const startsAt = Date.parse(`${begins}+01:00`);
    return { task, place: "Hall", wanted: 2, startsAt, endsAt: startsAt + 3_600_000 };
  });
  await addTasks(db, olu, rows, NOON);
  const rota = () => listRota(db, olu);
  const see = async () => (await findEvent(db, camp.slug))!;
  const takes = async (name: string) =>
    signUp(db, ama, (await rota()).find(({ task }) => task === name)!.id, NOON);
  const told = async () => {
    const mine = and(eq(outbox.recipient, `${ama.personId}@example.org`), eq(outbox.kind, "rota_changed"));
    const rows = await db.select({ facts: outbox.facts }).from(outbox).where(mine).orderBy(outbox.id);
    return rows.map(({ facts }) => [facts.change, facts.task, facts.begins]);
  };
  const moveTo = async (to: { day?: string; zone?: string }) => {
    const camp = await see();
    const { name, strapline, place, day, zone } = camp;
    const details = { name, strapline, place, day, doors: "09:00", zone, ...to };
    const mark = markOf(factsOf(camp));
    const asked = await changeDetails(db, olu, mark, details, NOON);
    if (!asked.ok || !("asks" in asked.value)) return asked;
    return changeDetails(db, olu, mark, details, NOON, { agreed: asked.value.agreement });
  };
  const setDays = async (change: (days: DayInput[]) => DayInput[]) => {
    const shown = daysShown((await see()).days, (await see()).zone);
    const asked = await changeDays(db, olu, markOf(shown), change(shown), NOON);
    if (!asked.ok || !("asks" in asked.value)) return asked;
    return changeDays(db, olu, markOf(shown), change(shown), NOON, { agreed: asked.value.agreement });
  };
  const begins = async () => (await rota()).map(({ task, from }) => [task, from]);
  return { olu, ama, takes, told, moveTo, setDays, begins };
}

test("a camp put off to the winter takes its tasks along at the times of the clocks, and tells who is down", async () => {
  const { takes, told, moveTo, begins } = await camping(
    ["Set up", "2026-07-13T18:00"],
    ["Door", "2026-07-14T08:30"],
  );
  await takes("Door");
  expect(await moveTo({ day: "2026-11-10" })).toMatchObject({ ok: true });
  expect(await begins()).toEqual([
    ["Set up", "2026-11-09T18:00:00.000Z"],
    ["Door", "2026-11-10T08:30:00.000Z"],
  ]);
  expect(await told()).toEqual([["changed", "Door", "2026-11-10T08:30:00.000Z"]]);
});

test("another zone keeps what the clocks show", async () => {
  const { moveTo, begins } = await camping(["Door", "2026-07-14T08:30"]);
  expect(await moveTo({ zone: "Europe/Berlin" })).toMatchObject({ ok: true });
  expect(await begins()).toEqual([["Door", "2026-07-14T06:30:00.000Z"]]);
});

test("days that move on by one pass over each other, with the same task on each and its own people", async () => {
  const { takes, told, setDays, begins } = await camping(
    ["Door", "2026-07-14T08:30"],
    ["Door", "2026-07-15T08:30"],
    ["Tidy up", "2026-07-16T10:00"],
  );
  await setDays((days) => [...days, { id: null, date: "2026-07-15", doors: "09:00" }]);
  await takes("Door");
  const on = (days: DayInput[]) =>
    days.map((day) => ({ ...day, date: day.date === "2026-07-14" ? "2026-07-15" : "2026-07-16" }));
  expect(await setDays(on)).toMatchObject({ ok: true });
  expect(await begins()).toEqual([
    ["Door", "2026-07-15T07:30:00.000Z"],
    ["Door", "2026-07-16T07:30:00.000Z"],
    ["Tidy up", "2026-07-17T09:00:00.000Z"],
  ]);
  expect(await told()).toEqual([["changed", "Door", "2026-07-15T07:30:00.000Z"]]);
});

test("a day that moves alone takes its own tasks and leaves those of the other", async () => {
  const { setDays, begins } = await camping(["Door", "2026-07-14T08:30"], ["Lunch", "2026-07-15T12:00"]);
  await setDays((days) => [...days, { id: null, date: "2026-07-15", doors: "09:00" }]);
  await setDays((days) => days.map((it) => (it.date === "2026-07-15" ? { ...it, date: "2026-07-18" } : it)));
  expect(await begins()).toEqual([
    ["Door", "2026-07-14T07:30:00.000Z"],
    ["Lunch", "2026-07-18T11:00:00.000Z"],
  ]);
});

test("what would be on the rota twice, and what the clocks never show, stays where it was", async () => {
  const { setDays, moveTo, begins } = await camping(
    ["Door", "2026-07-14T08:30"],
    ["Door", "2026-07-16T08:30"],
    ["Night watch", "2026-07-14T01:15"],
  );
  await setDays((days) => [...days, { id: null, date: "2026-07-16", doors: "09:00" }]);
  // The second day goes, and its tasks have no other day to go to.
  await setDays(([first]) => [{ ...first!, date: "2026-07-16" }]);
  expect(await begins()).toContainEqual(["Door", "2026-07-14T07:30:00.000Z"]);
  expect(await begins()).toContainEqual(["Door", "2026-07-16T07:30:00.000Z"]);
  expect(await moveTo({ day: "2027-03-28" })).toMatchObject({ ok: true });
  // On that night the clocks go from one to two.
  expect(await begins()).toContainEqual(["Night watch", "2026-07-16T00:15:00.000Z"]);
});

test("nobody is told when something was, nor of what they moved themselves", async () => {
  const { olu, takes, told, moveTo, begins } = await camping(["Door", "2026-07-14T08:30"]);
  await takes("Door");
  const [{ id } = { id: "" }] = await listRota(db, olu);
  await signUp(db, olu, id, NOON);
  expect(await moveTo({ day: "2020-01-10" })).toMatchObject({ ok: true });
  expect(await begins()).toEqual([["Door", "2020-01-10T08:30:00.000Z"]]);
  expect(await told()).toEqual([]);
  await moveTo({ day: "2026-07-20" });
  expect(await told()).toHaveLength(1);
  expect(await db.$count(outbox, eq(outbox.recipient, `${olu.personId}@example.org`))).toBe(0);
});
