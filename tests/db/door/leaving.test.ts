import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { takeActs } from "#db/door/acts.ts";
import { readDoorFigures } from "#db/door/figures.ts";
import { listGuests } from "#db/door/guests.ts";
import { sayLeaving } from "#db/door/leaving.ts";
import { lockEvent } from "#db/event.ts";
import { giveBack } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { standBy } from "#db/registration/standby.ts";
import { readStatus } from "#db/registration/status.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { Phase } from "#domain/event.ts";
import { granted, refused } from "#domain/result.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn, daysOf, tapped } from "#tests/support/door.ts";
import { at, dayCamp, statuses } from "#tests/support/on-the-day.ts";

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

// Before, whoever was called for it was one more inside than there are places.
it("nobody who is in gives their place back, until they have left", async () => {
  const { camp, people, waiting, crew } = await dayCamp(db, { places: 1, line: 1 });
  const [ama = ""] = people;
  await standBy(db, waiting[0]!, { named: false }, at("09:00"));
  await comeIn(db, crew, [ama], at("09:10"));
  expect(await giveBack(db, ama, at("10:00"))).toEqual(refused("still_inside"));
  expect(await statuses(db, camp)).toEqual(["confirmed", "waiting"]);
  await sayLeaving(db, ama, true, at("10:05"));
  expect(await giveBack(db, ama, at("10:06"))).toEqual(granted("released"));
  expect(await statuses(db, camp)).toEqual(["released", "offered"]);
});

// Before, the list of who is inside stood still once the camp was over.
it("is said once the camp is over too, and no more in the archive", async () => {
  const { camp, people, crew } = await dayCamp(db, { places: 2 });
  const [ama = "", bo = ""] = people;
  await comeIn(db, crew, [ama, bo], at("09:10"));
  const moveTo = (phase: Phase) => db.update(event).set({ phase }).where(eq(event.id, camp.id));
  await moveTo("after");
  expect(await sayLeaving(db, ama, true, at("17:00"))).toEqual(granted(null));
  const token = await mintLink(db, bo, { mailed: true, now: at("17:00") });
  expect((await readStatus(db, token, at("17:01")))?.onTheDay.here).toEqual({ leftAt: null });
  await moveTo("archived");
  expect(await sayLeaving(db, bo, true, at("17:02"))).toEqual(refused("not_open"));
});
