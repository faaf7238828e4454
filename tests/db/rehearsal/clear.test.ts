/** The end of a copy: what goes with it, and what is real and stays. */
import { eq, inArray, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { endRehearsal, type Task } from "#db/rehearsal/lease.ts";
import { listRehearsals } from "#db/rehearsal.ts";
import { device, ticket } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { person, role } from "#db/schema/person.ts";
import { rehearsal } from "#db/schema/rehearsal.ts";
import { findViewer } from "#db/viewer.ts";
import { makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { browserOf } from "#tests/support/passkeys.ts";
import { rehearsing } from "#tests/support/rehearsal.ts";

const { db } = await freshDatabase();

const running = () => rehearsing(db, NOON);
const over = (task: Task) => endRehearsal(db, task, { state: "passed", lines: [] }, NOON);

it("leaves real browsers signed in and with the places they hold elsewhere, and takes those of its own", async () => {
  const { camp, olu, task, copy } = await running();
  const [first, second] = copy.people;
  const organiser = await browserOf(db, olu.personId, new Date());
  const camper = await startDevice(db, {});
  const scanner = await startDevice(db, {});
  const rank = 90;
  const place = await makePerson(db, camp, "confirmed", { rank });
  await db.insert(ticket).values([
    { deviceId: organiser.deviceId, registrationId: first!.registrationId },
    { deviceId: camper.id, registrationId: place },
    { deviceId: camper.id, registrationId: second!.registrationId },
    { deviceId: scanner.id, registrationId: first!.registrationId },
  ]);
  await over(task);
  expect((await findViewer(db, organiser.token, camp.id)).crew?.roles).toEqual(["organiser"]);
  expect((await findViewer(db, camper.token, camp.id)).attendee?.registrationId).toBe(place);
  expect(await db.$count(device, eq(device.id, scanner.id))).toBe(0);
  const left = await db
    .select()
    .from(ticket)
    .where(inArray(ticket.deviceId, [organiser.deviceId, camper.id]));
  expect(left.map(({ registrationId }) => registrationId)).toEqual([place]);
});

it("takes whoever was invited to the copy alone along, and nobody of another crew", async () => {
  const { camp, olu, task, copy } = await running();
  const mo = await makeOrganiser(db, camp);
  const invited = await makeOrganiser(db, { id: copy.eventId }, "door");
  await db.insert(role).values({ eventId: copy.eventId, personId: mo.personId, role: "door" });
  await over(task);
  const kept = await db
    .select({ id: person.id })
    .from(person)
    .where(inArray(person.id, [olu.personId, mo.personId, invited.personId]));
  expect(kept.map(({ id }) => id).sort()).toEqual([olu.personId, mo.personId].sort());
});

it("passes also where its end and another command wait for each other", async () => {
  const { olu, task, copy } = await running();
  const copied = db.select().from(event).where(eq(event.id, copy.eventId));
  const own = db.select().from(rehearsal).where(eq(rehearsal.id, task.id));
  let ending: Promise<void> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.execute(sql`${copied.getSQL()} for update`);
    ending = over(task);
    await expect.poll(waiting).toBe(1);
    await tx.execute(sql`${own.getSQL()} for update`);
  });
  await ending;
  expect(await listRehearsals(db, olu)).toMatchObject([{ state: "passed" }]);
});

const waiting = async () => {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row!.n;
};
