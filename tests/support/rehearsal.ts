/** A camp worth rehearsing: rooms, slots, pools, questions, pages and people of its own. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { makeCopy } from "#db/rehearsal/copy.ts";
import { takeUpRehearsal } from "#db/rehearsal/lease.ts";
import { askForRehearsal } from "#db/rehearsal.ts";
import { insertRooms } from "#db/room.ts";
import { pool } from "#db/schema/pool.ts";
import { question } from "#db/schema/question.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { completePages } from "#tests/support/camp-pages.ts";
import { granted } from "#tests/support/passkeys.ts";
import { putSlots } from "#tests/support/slots.ts";

const HOUR = 3_600_000;

/** @param people who have a place @param startsAt of its doors @param board whether it has rooms and slots */
export async function campToRehearse(
  db: Database,
  { people = 12, startsAt = new Date("2026-07-14T08:00:00Z"), board = true } = {},
) {
  const camp = await makeCamp(db, { startsAt });
  const olu = await makeOrganiser(db, camp);
  const eventId = camp.id;
  if (board) {
    const room = { capacity: 30, features: [] };
    await db.transaction((tx) =>
      insertRooms(
        tx,
        eventId,
        [
          { ...room, name: "Hall" },
          { ...room, name: "Attic" },
        ],
        0,
      ),
    );
    const at = (hours: number) => new Date(startsAt.getTime() + hours * HOUR);
    const slots = [2, 3, 4].map((from) => ({ startsAt: at(from), endsAt: at(from + 0.75) }));
    await putSlots(
      db,
      slots.map((times) => ({ id: newId(), eventId, kind: "session" as const, ...times })),
    );
  }
  await db.insert(pool).values({ id: newId(), eventId, sectorId: camp.sectorId, floor: 2 });
  const asked = { kind: "text" as const, label: "Lift?", purpose: "To share cars" };
  await db.insert(question).values({ ...asked, id: newId(), eventId, position: 0, keepUntil: "2027-07-20" });
  const door = {
    id: newId(),
    eventId,
    task: "Door",
    wanted: 1,
    startsAt,
    endsAt: new Date(+startsAt + HOUR),
  };
  await db.insert(rotaTask).values(door);
  await db.insert(rotaSignUp).values({ taskId: door.id, personId: olu.personId });
  for (let rank = 1; rank <= people; rank += 1) await makePerson(db, camp, "confirmed", { rank });
  await completePages(db, eventId);
  return { camp, olu };
}

export const HALF = { people: 12, doors: 2, name: "Rehearsal: Testcamp" };

/** A rehearsal that a worker has taken up, with its copy. */
export async function rehearsing(db: Database, now: Date) {
  const { camp, olu } = await campToRehearse(db);
  granted(await askForRehearsal(db, olu, now));
  const task = (await takeUpRehearsal(db, now))!;
  const copy = (await makeCopy(db, camp.id, HALF, olu.personId, now))!;
  return { camp, olu, task, copy };
}

/** How many rows each table has. */
export async function countAll(db: Database): Promise<Record<string, number>> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.execute<{ rows: string }>(
      sql`select count(*) as rows from ${sql.identifier(name)}`,
    );
    counts[name] = Number(row!.rows);
  }
  return counts;
}
