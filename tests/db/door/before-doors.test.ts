/** The list on a phone before the doors: made ready while there is a network, and nobody is let in by it yet. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { startDevice } from "#db/device.ts";
import { syncDoor } from "#db/door.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { DoorAct } from "#domain/door/check-in.ts";
import type { Phase } from "#domain/event.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { daysOf, tapped } from "#tests/support/door.ts";

const { db } = await freshDatabase();

async function door(phase: Phase) {
  const camp = await makeCamp(db, { phase });
  const crew = await makeOrganiser(db, camp, "door");
  const [day = ""] = await daysOf(db, camp.id);
  const ama = await makePerson(db, camp, "confirmed", { rank: 1 });
  const { id: device } = await startDevice(db, { label: "phone" });
  const sends = (acts: readonly DoorAct[] = []) =>
    syncDoor(db, crew, device, { since: null, door: "Front", acts }, NOON);
  const move = (to: Phase) => db.update(event).set({ phase: to }).where(eq(event.id, camp.id));
  const inside = () => db.$count(checkIn, eq(checkIn.dayId, day));
  return { camp, day, ama, sends, move, inside };
}

test.each<Phase>(["tickets", "closed"])(
  "it is there in the phase %s, and says that the doors are shut",
  async (phase) => {
    const { ama, sends } = await door(phase);
    expect(await sends()).toMatchObject({
      ok: true,
      value: { shut: true, whole: true, people: [{ id: ama }] },
    });
  },
);

test("it is refused in a draft and in the archive", async () => {
  for (const phase of ["draft", "archived"] as const)
    expect(await (await door(phase)).sends()).toEqual(refused("not_open"));
});

test("a tap is neither taken nor refused before the doors, and taken once they are open", async () => {
  const { day, ama, sends, move, inside } = await door("closed");
  const tap = tapped(ama, day, NOON);
  expect(await sends([tap])).toMatchObject({ ok: true, value: { shut: true, taken: [], refused: [] } });
  expect(await inside()).toBe(0);
  await move("doors");
  const open = await sends([tap]);
  expect(open).toMatchObject({ ok: true, value: { taken: [tap.id], here: 1 } });
  expect(open.ok && "shut" in open.value).toBe(false);
  expect(await inside()).toBe(1);
});

test("whoever waits and stands by is known to, and whoever has a place by then is not called so", async () => {
  const { camp, ama, sends } = await door("doors");
  const waits = await makePerson(db, camp, "waiting", { rank: 2 });
  await db.update(registration).set({ standsBySince: NOON }).where(eq(registration.eventId, camp.id));
  const answer = await sends();
  const people = answer.ok ? answer.value.people : [];
  expect(people.map(({ id, standsBy }) => [id, standsBy])).toEqual([
    [ama, undefined],
    [waits, true],
  ]);
});
