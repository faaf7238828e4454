/** Starting a camp and changing it: everything at once or nothing, nobody overwrites anybody, and freed places go to the line. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { changeDetails, changeRules, createCamp, factsOf, readRules } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { findEvent, readDays } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { listMyComing } from "#db/my-camps.ts";
import { movePhase } from "#db/phase.ts";
import { readPoolsPage } from "#db/pool/page.ts";
import { changeRooms, roomsShown } from "#db/room.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { slot } from "#db/schema/slot.ts";
import { changeSectors, listSectors } from "#db/sector.ts";
import { changeSlots, slotsShown } from "#db/slot.ts";
import { MOST } from "#domain/limits.ts";
import { FIRST_PAGE } from "#domain/paging.ts";
import { ordinaryDay } from "#domain/time/slot-times.ts";
import type { Owner } from "#domain/viewer.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type Organiser } from "#tests/support/camp.ts";
import { completePages } from "#tests/support/camp-pages.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makePool, setLimits } from "#tests/support/pools.ts";
import { putSlots } from "#tests/support/slots.ts";

let db: Database;
let owner: Owner;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  const personId = newId();
  await db.insert(person).values({ id: personId, email: "ama@sandwell.example", name: "Ama", owner: true });
  owner = { personId } as Owner;
});

const campInput = (slug: string) => ({
  slug,
  name: "Gritcamp",
  strapline: "",
  place: "Walsall",
  day: "2026-07-14",
  doors: "08:30",
  zone: "Europe/London",
  capacity: 60,
  sectors: ["Local government", "Central government"],
  rooms: [
    { name: "Hall", capacity: 60, features: ["loop" as const] },
    { name: "Den", capacity: 12, features: [] },
  ],
  slots: ordinaryDay("2026-07-14", "08:30", "Europe/London"),
});

async function started(slug: string) {
  const created = await createCamp(db, owner, campInput(slug), NOON);
  if (!created.ok) throw new Error(created.refusal);
  const camp = (await findEvent(db, slug))!;
  return {
    camp,
    organiser: { personId: owner.personId, eventId: camp.id, name: "Ama" } as Organiser,
  };
}

test("a camp is a draft with rooms by letter, a day in local time, and its first organiser", async () => {
  const { camp } = await started("gritcamp");
  expect(camp).toMatchObject({ phase: "draft", startsAt: "2026-07-14T07:30:00.000Z" });
  expect((await listRooms(db, camp.id)).map((room) => room.letter + room.name)).toEqual(["AHall", "BDen"]);
  const slots = await listSlots(db, camp.id);
  expect(slots.filter((slot) => slot.kind === "session")).toHaveLength(5);
  expect(slots[0]!.startsAt).toBe("2026-07-14T08:00:00.000Z");
  const me = { id: owner.personId, email: "ama@example.org" };
  expect((await listMyComing(db, me, NOON, FIRST_PAGE)).items.map((it) => [it.slug, it.roles])).toEqual([
    ["gritcamp", ["organiser"]],
  ]);
});

test("an address that is taken starts nothing, two rooms of one name neither", async () => {
  await started("taken");
  expect(await createCamp(db, owner, campInput("taken"), NOON)).toEqual({ ok: false, refusal: "slug_taken" });
  const twins = { ...campInput("twins"), rooms: [campInput("").rooms[0]!, campInput("").rooms[0]!] };
  expect(await createCamp(db, owner, twins, NOON)).toEqual({ ok: false, refusal: "room_name_taken" });
  expect(await findEvent(db, "twins")).toBeNull();
});

describe("two organisers with the same form open", () => {
  test("the second is told, and the first one's words stay", async () => {
    const { camp, organiser } = await started("overwrite");
    const mark = markOf(factsOf(camp));
    const details = { ...campInput(""), doors: "08:30" };
    const saved = await Promise.all(
      ["Gritcamp North", "Gritcamp South"].map((name) =>
        changeDetails(db, organiser, mark, { ...details, name }, NOON),
      ),
    );
    expect(saved.map((it) => it.ok).sort()).toEqual([false, true]);
    expect(saved).toContainEqual({ ok: false, refusal: "changed_meanwhile" });
  });
});

test("when the camp moves to another day, its slots move along and keep their local times across summer time", async () => {
  const { camp, organiser } = await started("moves");
  const before = slotsShown(await listSlots(db, camp.id), camp.zone);
  const details = { ...campInput(""), day: "2026-11-14" };
  await changeDetails(db, organiser, markOf(factsOf(camp)), details, NOON);
  const after = slotsShown(await listSlots(db, camp.id), camp.zone);
  expect(after.map((slot) => [slot.starts, slot.ends])).toEqual(
    before.map((slot) => [slot.starts, slot.ends]),
  );
  expect(new Set(after.map((slot) => slot.day))).toEqual(new Set(["2026-11-14"]));
});

describe("a slot in the night", () => {
  async function withSlot(slug: string, day: string, starts: string, ends: string) {
    const { camp, organiser } = await started(slug);
    const shown = async () => slotsShown(await listSlots(db, camp.id), camp.zone);
    const row = { id: null, kind: "session" as const, title: "", day, starts, ends };
    const saved = await changeSlots(db, organiser, markOf(await shown()), [row], NOON);
    const move = async (to: string) => {
      const now = (await findEvent(db, camp.slug))!;
      return changeDetails(db, organiser, markOf(factsOf(now)), { ...campInput(""), day: to }, NOON);
    };
    return { saved, shown, move };
  }

  test("may run past midnight, and the camp can still change its date", async () => {
    const { saved, shown, move } = await withSlot("late", "2026-07-14", "22:00", "01:30");
    expect(saved.ok).toBe(true);
    expect((await move("2026-12-31")).ok).toBe(true);
    expect(await shown()).toMatchObject([{ day: "2026-12-31", starts: "22:00", ends: "01:30" }]);
  });
  test("is refused where the clocks skip one of its times, and keeps the camp from moving there", async () => {
    expect((await withSlot("skipped", "2027-03-28", "01:30", "02:00")).saved).toEqual({
      ok: false,
      refusal: "bad_input",
    });
    const { shown, move } = await withSlot("moves-there", "2026-07-14", "01:30", "02:30");
    expect(await move("2027-03-28")).toEqual({ ok: false, refusal: "day_misfits" });
    expect(await shown()).toMatchObject([{ day: "2026-07-14", starts: "01:30", ends: "02:30" }]);
  });
  test("keeps its instants in the hour shown twice, when only something else is saved", async () => {
    const { camp, organiser } = await started("twice");
    const second = { startsAt: new Date("2026-10-25T01:15Z"), endsAt: new Date("2026-10-25T01:45Z") };
    await db.delete(slot).where(eq(slot.eventId, camp.id));
    await putSlots(db, { id: newId(), eventId: camp.id, kind: "break", title: "Tea", ...second });
    const [shown] = slotsShown(await listSlots(db, camp.id), camp.zone);
    expect(shown).toMatchObject({ starts: "01:15", ends: "01:45" });
    await changeSlots(db, organiser, markOf([shown]), [{ ...shown!, title: "Cake" }], NOON);
    expect(await db.select().from(slot).where(eq(slot.eventId, camp.id))).toMatchObject([
      { title: "Cake", ...second },
    ]);
  });
});

test("slots that followed each other in the hour shown twice keep the camp from a day where they would meet", async () => {
  const { camp, organiser } = await started("meet");
  await db.delete(slot).where(eq(slot.eventId, camp.id));
  for (const hour of ["00", "01"])
    await putSlots(db, {
      id: newId(),
      eventId: camp.id,
      kind: "session",
      title: "",
      startsAt: new Date(`2026-10-25T${hour}:30Z`),
      endsAt: new Date(`2026-10-25T${hour}:50Z`),
    });
  const now = (await findEvent(db, camp.slug))!;
  const moved = { ...campInput(""), day: "2026-07-15" };
  expect(await changeDetails(db, organiser, markOf(factsOf(now)), moved, NOON)).toEqual({
    ok: false,
    refusal: "day_misfits",
  });
});

test("rooms may exchange names, go and come; letters stay with their room", async () => {
  const { camp, organiser } = await started("rooms");
  const [hall, den] = await listRooms(db, camp.id);
  const mark = markOf(roomsShown([hall!, den!]));
  const wanted = [
    { ...hall!, name: "Den" },
    { ...den!, name: "Hall" },
    { id: null, name: "Attic", capacity: 9, features: ["step_free" as const] },
  ];
  const done = { added: 1, changed: 2, removed: 0 };
  expect(await changeRooms(db, organiser, mark, wanted, NOON)).toEqual({ ok: true, value: { done } });
  const after = await listRooms(db, camp.id);
  expect(after.map((room) => [room.letter, room.name, room.id === hall!.id])).toEqual([
    ["A", "Den", true],
    ["B", "Hall", false],
    ["C", "Attic", false],
  ]);
  expect(await changeRooms(db, organiser, mark, [], NOON)).toEqual({
    ok: false,
    refusal: "changed_meanwhile",
  });
  await changeRooms(db, organiser, markOf(roomsShown(after)), [after[2]!], NOON);
  expect((await listRooms(db, camp.id)).map((room) => room.letter + room.name)).toEqual(["CAttic"]);
});

test("slots that overlap are refused; others are replaced as a list", async () => {
  const { camp, organiser } = await started("slots");
  const shown = slotsShown(await listSlots(db, camp.id), camp.zone);
  const clash = [shown[1]!, { ...shown[2]!, starts: shown[1]!.starts }];
  expect(await changeSlots(db, organiser, markOf(shown), clash, NOON)).toEqual({
    ok: false,
    refusal: "bad_input",
  });
  const fewer = [
    { ...shown[1]!, ends: "12:00" },
    { ...shown[0]!, id: null, title: "Tea", starts: "15:00", ends: "15:30" },
  ];
  await changeSlots(db, organiser, markOf(shown), fewer, NOON);
  const after = slotsShown(await listSlots(db, camp.id), camp.zone);
  expect(after.map((slot) => [slot.title, slot.ends])).toEqual([
    ["", "12:00"],
    ["Tea", "15:30"],
  ]);
});

test("the days that rows of the grid make count with those there are", async () => {
  const { camp, organiser } = await started("many-days");
  const shown = slotsShown(await listSlots(db, camp.id), camp.zone);
  const more = (count: number) =>
    Array.from({ length: count }, (_, n) => {
      const day = new Date(Date.parse(`${camp.day}T00:00:00Z`) + (n + 1) * 86_400_000);
      return { ...shown[0]!, id: null, day: day.toISOString().slice(0, 10) };
    });
  const change = (count: number) =>
    changeSlots(db, organiser, markOf(shown), [...shown, ...more(count)], NOON);
  expect(await change(MOST.days)).toEqual({ ok: false, refusal: "days_full" });
  expect((await change(MOST.days - 1)).ok).toBe(true);
  expect(await readDays(db, camp.id)).toHaveLength(MOST.days);
});

test("two sectors of one name are refused, and so is a camp without any", async () => {
  const { camp, organiser } = await started("sectors");
  const rows = await listSectors(db, camp.id);
  const change = (wanted: { id: string | null; name: string }[]) =>
    changeSectors(db, organiser, markOf(rows), wanted, NOON);
  expect(await change([...rows, { id: null, name: rows[0]!.name }])).toEqual({
    ok: false,
    refusal: "sector_name_taken",
  });
  expect(await change([])).toEqual({ ok: false, refusal: "last_sector" });
  expect(await listSectors(db, camp.id)).toEqual(rows);
});

describe("places and phases", () => {
  test("raising the number of places offers them to the line in the same moment", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const organiser = await makeOrganiser(db, camp);
    await makePerson(db, camp, "confirmed", { rank: 1 });
    for (const rank of [2, 3, 4]) await makePerson(db, camp, "waiting", { rank });
    const rules = await readRules(db, organiser);
    const raised = { ...rules, capacity: 3 };
    expect(await changeRules(db, organiser, markOf(rules), raised, NOON)).toEqual({
      ok: true,
      value: { done: 2 },
    });
    const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
    expect(rows.map((row) => row.status).sort()).toEqual(["confirmed", "offered", "offered", "waiting"]);
  });

  test("fewer places than pools keep are asked about, and places that are raised or kept by nobody are not", async () => {
    const { camp, organiser } = await started("kept");
    await makePool(db, camp, null, { floor: 4 });
    const rules = await readRules(db, organiser);
    const save = (capacity: number, agreed?: string) =>
      changeRules(db, organiser, markOf(rules), { ...rules, capacity }, NOON, agreed);
    const asked = await save(3);
    expect(asked).toMatchObject({ value: { asks: [{ kind: "kept_over_places", kept: 4, places: 3 }] } });
    expect((await readRules(db, organiser)).capacity).toBe(rules.capacity);
    const { agreement } = (asked as { value: { agreement: string } }).value;
    expect(await save(2, agreement)).toMatchObject({ value: { asks: [{ kept: 4, places: 2 }] } });
    expect((await readPoolsPage(db, organiser, NOON)).tooMany).toBe(false);
    expect(await save(3, agreement)).toMatchObject({ ok: true, value: { done: 0 } });
    expect((await readPoolsPage(db, organiser, NOON)).tooMany).toBe(true);
    await setLimits(db, camp, { poolsMergeAt: NOON });
    expect((await readPoolsPage(db, organiser, NOON)).tooMany).toBe(false);
    const now = await readRules(db, organiser);
    const fewer = await changeRules(db, organiser, markOf(now), { ...now, capacity: 2 }, NOON);
    expect(fewer).toMatchObject({ ok: true, value: { done: 0 } });
  });

  test("a camp moves one phase on or back, once, however many press", async () => {
    const { camp, organiser } = await started("phases");
    await completePages(db, camp.id);
    const pressed = await Promise.all(
      Array.from({ length: 5 }, () => movePhase(db, organiser, { from: "draft", to: "tickets" }, NOON)),
    );
    expect(pressed.filter((it) => it.ok)).toHaveLength(1);
    expect(await movePhase(db, organiser, { from: "tickets", to: "grid" }, NOON)).toEqual({
      ok: false,
      refusal: "bad_input",
    });
    await movePhase(db, organiser, { from: "tickets", to: "draft" }, NOON);
    expect((await findEvent(db, camp.slug))!.phase).toBe("draft");
  });
});
