import { insertFirstDay, onTheirDays } from "#db/day.ts";
import { newId } from "#db/id.ts";
import { insertRooms } from "#db/room.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { person, role } from "#db/schema/person.ts";
import { slot } from "#db/schema/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { CREW, type DemoCamp } from "#domain/demo/camp.ts";
import { layDay } from "#domain/demo/day.ts";
import { SECTORS } from "#domain/demo/people.ts";
import type { Round } from "#domain/registration/reconfirmation.ts";

/** Writes the camp, its crew, sectors, rooms and slots. @returns the camp's id */
export async function insertCamp(tx: Transaction, camp: DemoCamp, now: Date): Promise<string> {
  const id = newId();
  const { zone, day, startsAt, slots } = layDay(camp.moment, now.getTime());
  const { slug, name, strapline, place, phase, capacity } = camp;
  const nextRank = camp.confirmed + camp.released + camp.waiting + camp.entered + 1;
  // Its people are nobody, and answer nothing.
  const rounds: Round[] = [];
  const facts = { slug, name, strapline, place, phase, capacity, zone, day, nextRank, rounds };
  await tx.insert(event).values({ ...facts, id, startsAt: new Date(startsAt), demo: true });
  await insertFirstDay(tx, { id, day, startsAt: new Date(startsAt), phase });
  await tx.insert(liveVersion).values({ eventId: id });
  await tx
    .insert(sector)
    .values(SECTORS.map((one, position) => ({ id: newId(), eventId: id, name: one.name, position })));
  await insertRooms(tx, id, camp.rooms, 0);
  const rows = slots.map(({ kind, title, startsAt: from, endsAt }) => {
    return { id: newId(), eventId: id, kind, title, startsAt: new Date(from), endsAt: new Date(endsAt) };
  });
  await tx.insert(slot).values(await onTheirDays(tx, id, rows));
  await insertCrew(tx, id);
  return id;
}

async function insertCrew(tx: Transaction, eventId: string): Promise<void> {
  for (const one of CREW) {
    const [row] = await tx
      .insert(person)
      .values({ id: newId(), email: one.email, name: one.name })
      .onConflictDoUpdate({ target: person.email, set: { name: one.name } })
      .returning({ id: person.id });
    await tx.insert(role).values({ eventId, personId: row!.id, role: one.role });
  }
}
