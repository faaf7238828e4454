/** How fair a camp was: counted while its people are known, and the same once they are forgotten. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { keepFairness, readFairness } from "#db/fairness.ts";
import { newId } from "#db/id.ts";
import { purgeDue } from "#db/purge.ts";
import { event, sector } from "#db/schema/event.ts";
import { fairness } from "#db/schema/fairness.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { BLANK_PITCH } from "#domain/pitch.ts";
import { makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { freeze } from "#tests/support/published.ts";

const { db } = await freshDatabase();

const campRow = async ({ id }: TestCamp) => (await db.select().from(event).where(eq(event.id, id)))[0]!;
const read = async (camp: TestCamp) => readFairness(db, await campRow(camp));

/** Two sectors; five with a place, one who waits, one who never proved their address. */
async function someCamp() {
  const camp = await makeCamp(db, { phase: "archived" });
  const central = newId();
  await db.insert(sector).values({ id: central, eventId: camp.id, name: "Central", position: 1 });
  const people = [];
  for (let rank = 1; rank <= 5; rank++)
    people.push(await makePerson(db, camp, "confirmed", { rank, firstTime: rank <= 3 }));
  await makePerson(db, camp, "waiting", { rank: 6, sectorId: central, firstTime: true });
  await makePerson(db, camp, "held", { rank: 7, verified: false, firstTime: true, heldUntil: NOON });
  await db.update(registration).set({ checkedInAt: NOON }).where(eq(registration.id, people[0]!));
  return { camp, people };
}

const expected = {
  sectors: [
    { name: "Local government", asked: 5, got: 5 },
    { name: "Central", asked: 1, got: 0 },
  ],
  ...{ firstTime: { asked: 4, got: 3 }, others: { asked: 2, got: 2 }, places: 5, came: 1 },
};

it("counts who asked for a place and who has one, and is the same once they are forgotten", async () => {
  const { camp } = await someCamp();
  const before = await read(camp);
  expect(before).toMatchObject(expected);
  await purgeDue(db, new Date("2026-12-01T00:00:00Z"), new AbortController().signal);
  expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(5);
  expect(await read(camp)).toEqual(before);
});

it("keeps what was kept first, and counts a camp anew that was moved", async () => {
  const { camp } = await someCamp();
  await db.transaction(async (tx) => keepFairness(tx, await campRow(camp)));
  await db.delete(registration).where(eq(registration.eventId, camp.id));
  await db.transaction(async (tx) => keepFairness(tx, await campRow(camp)));
  expect(await read(camp)).toMatchObject({ firstTime: { asked: 4, got: 3 } });
  await db.update(event).set({ day: "2026-10-14" }).where(eq(event.id, camp.id));
  await db.transaction(async (tx) => keepFairness(tx, await campRow(camp)));
  expect(await read(camp)).toMatchObject({ firstTime: { asked: 0, got: 0 } });
  await db.delete(event).where(eq(event.id, camp.id));
  expect(await db.$count(fairness, eq(fairness.eventId, camp.id))).toBe(0);
});

it("counts first-timers who host, each once, and those on the grid, also with a part of a session", async () => {
  const { camp, people } = await someCamp();
  const bring = async (
    registrationId: string,
    rest: Partial<typeof pitch.$inferInsert> = {},
    hosting = true,
  ) => {
    const id = newId();
    await db.insert(pitch).values({ id, eventId: camp.id, title: "One", ...rest });
    await db.insert(pitchHost).values({ pitchId: id, position: 0, name: "Ama", registrationId, hosting });
    return id;
  };
  const [first, second, third, fourth] = people as [string, string, string, string];
  const whole = await bring(fourth);
  await bring(first, { mergedInto: whole, mergedAt: NOON });
  await bring(second);
  await bring(second);
  await bring(third, { withdrawnAt: NOON });
  await bring(third, {}, false);
  const [room, slot] = [newId(), newId()];
  const times = { startsAt: "2026-07-14T09:00:00.000Z", endsAt: "2026-07-14T10:00:00.000Z" };
  await freeze(db, camp.id, {
    rooms: [{ id: room, letter: "A", name: "Hall", capacity: 9, features: [] }],
    slots: [{ id: slot, kind: "session", title: "", hour: 1, number: 1, ...times }],
    sessions: [{ ...BLANK_PITCH, id: whole, title: "One", hosts: ["Ama"], at: times.startsAt }],
    placements: [{ pitchId: whole, slotId: slot, roomId: room, copy: 0, length: 1, pinned: false }],
  });
  await db.insert(hand).values({ registrationId: second, pitchId: whole, up: true, castAt: NOON });
  expect(await read(camp)).toMatchObject({ hosts: { asked: 2, got: 1 }, wishers: 1, worst: 1000 });
});
