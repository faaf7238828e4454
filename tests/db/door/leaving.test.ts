import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { takeActs } from "#db/door/acts.ts";
import { readDoorFigures } from "#db/door/figures.ts";
import { listGuests } from "#db/door/guests.ts";
import { sayLeaving } from "#db/door/leaving.ts";
import { lockEvent } from "#db/event.ts";
import { checkIn } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import { granted, refused } from "#domain/result.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn, daysOf, tapped } from "#tests/support/door.ts";
import { at, dayCamp } from "#tests/support/on-the-day.ts";

const { db } = await freshDatabase();

it("whoever came can say that they leave and that they are back; their place stays theirs, and they are not counted as here", async () => {
  const { camp, people, crew } = await dayCamp(db, { places: 2 });
  const [ama = "", bo = ""] = people;
  const [day = ""] = await daysOf(db, camp.id);
  expect(await sayLeaving(db, ama, true, at("09:00"))).toEqual(refused("not_possible_now"));
  await comeIn(db, crew, [ama, bo], at("09:10"));
  expect(await sayLeaving(db, ama, true, at("15:00"))).toEqual(granted(null));
  expect(await sayLeaving(db, ama, true, at("15:10"))).toEqual(granted(null));
  const left = async () =>
    (await db.select().from(checkIn).where(eq(checkIn.registrationId, ama)))[0]?.leftAt;
  expect(await left()).toEqual(at("15:00"));
  expect(await readDoorFigures(db, crew, day, at("15:11"))).toMatchObject({ here: 1, left: 1, places: 2 });
  expect(await sayLeaving(db, ama, false, at("15:20"))).toEqual(granted(null));
  expect(await left()).toBeNull();
  // Who leaves and is let in again is back by that alone.
  await sayLeaving(db, bo, true, at("15:00"));
  await comeIn(db, crew, [bo], at("15:30"));
  expect(await readDoorFigures(db, crew, day, at("15:31"))).toMatchObject({ here: 2, left: 0 });
  // An undo of that takes nothing else back, and no door hears of two check-ins.
  const here = async () =>
    (await listGuests(db, camp.id, day, null)).find(({ id }) => id === bo)?.here ?? undefined;
  const known = await here();
  expect(known).toMatchObject({ at: at("15:30").getTime(), acts: [expect.any(String)] });
  const undo = tapped(bo, day, at("15:32"), { kind: "undo", undoes: known?.acts ?? [] });
  await db.transaction(async (tx) =>
    takeActs(tx, (await lockEvent(tx, camp.id))!, crew, [undo], at("15:32")),
  );
  expect(await here()).toMatchObject({ at: at("09:10").getTime(), left: at("15:00").getTime() });
});

it("nobody is back by their own word while as many are inside as may be, companions counted", async () => {
  const { people, crew } = await dayCamp(db, { places: 3, insideLimit: 2 });
  const [ama = "", bo = "", cy = ""] = people;
  await comeIn(db, crew, [ama, bo], at("09:10"));
  await sayLeaving(db, ama, true, at("10:00"));
  await comeIn(db, crew, [cy], at("10:10"));
  expect(await sayLeaving(db, ama, false, at("10:20"))).toEqual(refused("house_full"));
  expect(await sayLeaving(db, ama, true, at("10:21"))).toEqual(granted(null));
  await sayLeaving(db, cy, true, at("10:30"));
  await db.update(registration).set({ companions: 1 }).where(eq(registration.id, ama));
  expect(await sayLeaving(db, ama, false, at("10:31"))).toEqual(refused("house_full"));
  await db.update(registration).set({ companions: 0 }).where(eq(registration.id, ama));
  expect(await sayLeaving(db, ama, false, at("10:32"))).toEqual(granted(null));
});

it("whoever left and lost their place since comes back in, and whoever never came does not", async () => {
  const { camp, people, crew } = await dayCamp(db, { places: 2 });
  const [ama = "", bo = ""] = people;
  const [day = ""] = await daysOf(db, camp.id);
  await comeIn(db, crew, [ama], at("09:10"));
  await sayLeaving(db, ama, true, at("10:00"));
  const lost = { status: "released" as const, changedAt: at("10:05") };
  await db.update(registration).set(lost).where(eq(registration.eventId, camp.id));
  await comeIn(db, crew, [ama, bo], at("10:30"));
  expect((await readDoorFigures(db, crew, day, at("10:31"))).here).toBe(1);
});
