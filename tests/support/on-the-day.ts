/** A camp on its day, with doors at nine: people with places, and a line that stands by. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson } from "./camp.ts";

/** On the clocks of the camp. */
export const at = (time: string) => new Date(`2026-07-14T${time}:00+01:00`);

export async function dayCamp(
  db: Database,
  {
    places = 3,
    line = 0,
    have = null as number | null,
    insideLimit = null as number | null,
    passOnMinutes = 90 as number | null,
    phase = "doors" as const,
  } = {},
) {
  const camp = await makeCamp(db, { capacity: places, phase, startsAt: at("09:00") });
  await db.update(event).set({ passOnMinutes, insideLimit }).where(eq(event.id, camp.id));
  const people: string[] = [];
  const held = have ?? places;
  for (let rank = 1; rank <= held; rank += 1) people.push(await makePerson(db, camp, "confirmed", { rank }));
  const waiting: string[] = [];
  for (let rank = held + 1; rank <= held + line; rank += 1)
    waiting.push(await makePerson(db, camp, "waiting", { rank }));
  const set = { nextRank: held + line + 1 };
  await db.update(event).set(set).where(eq(event.id, camp.id));
  return { camp, people, waiting, crew: await makeOrganiser(db, camp) };
}

/** What everybody has, in the order of their turns. */
export async function statuses(db: Database, camp: { id: string }): Promise<string[]> {
  const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  return rows.sort((a, b) => a.rank - b.rank).map(({ status }) => status);
}
