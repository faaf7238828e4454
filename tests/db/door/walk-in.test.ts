/** Whoever comes without having registered. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Database } from "#db/connection.ts";
import { letWalkIn } from "#db/door/walk-in.ts";
import { newId } from "#db/id.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Phase } from "#domain/event.ts";
import { granted, refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn } from "#tests/support/door.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function door({ capacity = 2, phase = "doors" as Phase, insideLimit = null as number | null } = {}) {
  const camp = await makeCamp(db, { capacity, phase });
  await db.update(event).set({ insideLimit }).where(eq(event.id, camp.id));
  const crew = await makeOrganiser(db, camp, "door");
  const somebody = (name: string) => ({
    ...{ id: newId(), name, sectorId: camp.sectorId, organisation: "" },
    ...{ firstTime: true, photos: false, reason: "Walk-in" },
  });
  const come = (who: ReturnType<typeof somebody>) => letWalkIn(db, crew, who, NOON);
  return { camp, crew, somebody, come };
}

it("gets a place that is free and is in, once however often the form is sent, and nothing is sent to them", async () => {
  const { camp, somebody, come } = await door();
  const ama = somebody("Ama");
  expect(await come(ama)).toEqual(granted(ama.id));
  expect(await come(ama)).toEqual(granted(ama.id));
  const people = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  expect(people).toMatchObject([{ name: "Ama", status: "confirmed", checkedInAt: NOON }]);
  expect(people[0]!.ticketCode).toMatch(/^\w{6}$/);
  expect(await db.$count(checkIn, eq(checkIn.registrationId, ama.id))).toBe(1);
  expect(await db.$count(outbox, eq(outbox.eventId, camp.id))).toBe(0);
});

it("is refused where every place is somebody’s, also when two come at once to the last one", async () => {
  const { camp, somebody, come } = await door();
  await makePerson(db, camp, "confirmed", { rank: 100 });
  const answers = await Promise.all([come(somebody("Ama")), come(somebody("Bo"))]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual(refused("all_given"));
});

it("is refused where as many are inside as may be, companions among them", async () => {
  const { camp, crew, somebody, come } = await door({ capacity: 10, insideLimit: 3 });
  const id = await makePerson(db, camp, "confirmed", { rank: 100 });
  await db.update(registration).set({ companions: 1 }).where(eq(registration.id, id));
  await comeIn(db, crew, [id], NOON);
  expect((await come(somebody("Ama"))).ok).toBe(true);
  expect(await come(somebody("Bo"))).toEqual(refused("house_full"));
});

it("is refused before doors and after the camp, and with a sector of another camp", async () => {
  for (const phase of ["closed", "after"] as const) {
    const { somebody, come } = await door({ phase });
    expect(await come(somebody("Ama"))).toEqual(refused("not_open"));
  }
  const [one, other] = [await door(), await door()];
  const stranger = { ...one.somebody("Ama"), sectorId: other.camp.sectorId };
  expect(await one.come(stranger)).toEqual(refused("bad_input"));
});
