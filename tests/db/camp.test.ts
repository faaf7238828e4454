/** Starting a camp and changing it: everything at once or nothing, nobody overwrites anybody, and freed places go to the line. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import {
  changeDetails,
  changeRules,
  createCamp,
  factsOf,
  listMyCamps,
  movePhase,
  readRules,
} from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { inviteCrew, listCrew, removeCrew } from "#db/crew.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { changeRooms, roomsShown } from "#db/room.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { changeSectors, listSectors } from "#db/sector.ts";
import { changeSlots, slotsShown } from "#db/slot.ts";
import { ordinaryDay } from "#domain/localTime.ts";
import type { Organiser, Owner } from "#domain/viewer.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Database;
let owner: Owner;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  const personId = newId();
  await db.insert(person).values({ id: personId, email: "ama@sandwell.example", name: "Ama", owner: true });
  owner = { personId } as Owner;
});

const planned = (slug: string) => ({
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
  slots: ordinaryDay("2026-07-14", "08:30"),
});

async function started(slug: string) {
  const created = await createCamp(db, owner, planned(slug), NOON);
  if (!created.ok) throw new Error(created.refusal);
  const camp = (await findEvent(db, slug))!;
  return {
    camp,
    organiser: { personId: owner.personId, eventId: camp.id, name: "Ama", role: "organiser" } as Organiser,
  };
}

test("a camp is a draft with rooms by letter, a day in local time, and its first organiser", async () => {
  const { camp } = await started("gritcamp");
  expect(camp).toMatchObject({ phase: "draft", startsAt: "2026-07-14T07:30:00.000Z" });
  expect((await listRooms(db, camp.id)).map((room) => room.letter + room.name)).toEqual(["AHall", "BDen"]);
  const slots = await listSlots(db, camp.id);
  expect(slots.filter((slot) => slot.kind === "session")).toHaveLength(5);
  expect(slots[0]!.startsAt).toBe("2026-07-14T08:00:00.000Z");
  expect((await listMyCamps(db, owner.personId)).map((it) => [it.slug, it.role])).toEqual([
    ["gritcamp", "organiser"],
  ]);
});

test("an address that is taken starts nothing, two rooms of one name neither", async () => {
  await started("taken");
  expect(await createCamp(db, owner, planned("taken"), NOON)).toEqual({ ok: false, refusal: "slug_taken" });
  const twins = { ...planned("twins"), rooms: [planned("").rooms[0]!, planned("").rooms[0]!] };
  expect(await createCamp(db, owner, twins, NOON)).toEqual({ ok: false, refusal: "room_name_taken" });
  expect(await findEvent(db, "twins")).toBeNull();
});

describe("two organisers with the same form open", () => {
  test("the second is told, and the first one's words stay", async () => {
    const { camp, organiser } = await started("overwrite");
    const mark = markOf(factsOf(camp));
    const details = { ...planned(""), doors: "08:30" };
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
  const details = { ...planned(""), day: "2026-11-14" };
  await changeDetails(db, organiser, markOf(factsOf(camp)), details, NOON);
  const after = slotsShown(await listSlots(db, camp.id), camp.zone);
  expect(after.map((slot) => [slot.starts, slot.ends])).toEqual(
    before.map((slot) => [slot.starts, slot.ends]),
  );
  expect(new Set(after.map((slot) => slot.day))).toEqual(new Set(["2026-11-14"]));
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
  expect(await changeRooms(db, organiser, mark, wanted, NOON)).toEqual({ ok: true, value: null });
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

test("a sector somebody registered with is renamed but never lost", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  await makePerson(db, camp, "confirmed", { rank: 1 });
  const rows = await listSectors(db, camp.id);
  const wanted = [{ id: null, name: "Health" }];
  expect((await changeSectors(db, organiser, markOf(rows), wanted, NOON)).ok).toBe(true);
  const after = await listSectors(db, camp.id);
  expect(after.map((it) => it.name)).toEqual(["Local government", "Health"]);
  const swapped = [
    { id: after[0]!.id, name: "Health" },
    { id: after[1]!.id, name: "Local government" },
  ];
  await changeSectors(db, organiser, markOf(after), swapped, NOON);
  expect((await listSectors(db, camp.id)).map((it) => it.name)).toEqual(["Health", "Local government"]);
});

describe("places and phases", () => {
  test("raising the number of places offers them to the line in the same moment", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const organiser = await makeOrganiser(db, camp);
    await makePerson(db, camp, "confirmed", { rank: 1 });
    for (const rank of [2, 3, 4]) await makePerson(db, camp, "waiting", { rank });
    const rules = await readRules(db, organiser);
    const raised = { ...rules, capacity: 3 };
    expect(await changeRules(db, organiser, markOf(rules), raised, NOON)).toEqual({ ok: true, value: 2 });
    const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
    expect(rows.map((row) => row.status).sort()).toEqual(["confirmed", "offered", "offered", "waiting"]);
  });

  test("a camp moves one phase on or back, once, however many press", async () => {
    const { camp, organiser } = await started("phases");
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

describe("the crew", () => {
  const origin = "https://camp.example";
  test("is invited by one letter each, and changes what it is", async () => {
    const { organiser } = await started("crew");
    const mei = { name: "Mei Tan", email: "Mei@dvla.example", role: "campmaker" as const, origin };
    await inviteCrew(db, organiser, mei, NOON);
    await inviteCrew(db, organiser, mei, new Date(NOON.getTime() + 1000));
    await inviteCrew(db, organiser, { ...mei, role: "organiser" }, NOON);
    const letters = await db.select().from(outbox).where(eq(outbox.recipient, "mei@dvla.example"));
    expect(letters.map((it) => [it.kind, it.facts.role])).toEqual([["invited", "campmaker"]]);
    expect((await listCrew(db, organiser)).map((it) => [it.name, it.role, it.arrived])).toEqual([
      ["Ama", "organiser", false],
      ["Mei Tan", "organiser", false],
    ]);
  });

  test("never loses its last organiser, not even when two remove each other at once", async () => {
    const camp = await makeCamp(db);
    const [one, two] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
    const answers = await Promise.all([
      removeCrew(db, one, two.personId, NOON),
      removeCrew(db, two, one.personId, NOON),
    ]);
    expect(answers.filter((it) => it.ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "last_organiser" });
    const [left] = await listCrew(db, one);
    const demoted = { name: "", email: left!.email, role: "campmaker" as const, origin };
    expect(await inviteCrew(db, one, demoted, NOON)).toEqual({ ok: false, refusal: "last_organiser" });
  });
});
