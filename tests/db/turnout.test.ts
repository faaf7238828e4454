/** Who came to a camp, in sums that outlive its people. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { letWalkIn } from "#db/door/walk-in.ts";
import { newId } from "#db/id.ts";
import { purgeDue } from "#db/purge.ts";
import { acceptOffer } from "#db/registration/answer.ts";
import { passOn } from "#db/registration/pass-on.ts";
import { standBy } from "#db/registration/standby.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { readTurnout } from "#db/turnout.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn } from "#tests/support/door.ts";
import { at, dayCamp } from "#tests/support/on-the-day.ts";

const { db } = await freshDatabase();

it("counts who had a place and came, and apart from them who was called or walked in; kept when people are forgotten", async () => {
  const { camp, people, waiting, crew } = await dayCamp(db, { places: 5, line: 2 });
  await comeIn(db, crew, people.slice(0, 2), at("08:55"));
  await comeIn(db, crew, people.slice(2, 3), at("09:40"));
  await standBy(db, waiting[0]!, { named: false }, at("09:30"));
  await passOn(db, crew, people, at("10:30"));
  await acceptOffer(db, waiting[0]!, at("10:31"));
  await comeIn(db, crew, [waiting[0]!], at("10:32"));
  const stranger = { name: "Ama", sectorId: camp.sectorId, organisation: "", reason: "Walk-in" };
  await letWalkIn(db, crew, { ...stranger, id: newId(), firstTime: true, photos: true }, at("10:35"));
  const row = async () => (await db.select().from(event).where(eq(event.id, camp.id)))[0]!;
  const sums = { places: 5, came: 3, passedOn: 2, walkIns: 1, called: 1, arrivals: [2, 0, 1, 0, 0, 0, 2] };
  expect(await readTurnout(db, await row())).toEqual(sums);
  await db.update(event).set({ phase: "archived" }).where(eq(event.id, camp.id));
  await purgeDue(db, new Date("2026-09-01T12:00:00Z"), new AbortController().signal);
  expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(5);
  expect(await readTurnout(db, await row())).toMatchObject(sums);
});
