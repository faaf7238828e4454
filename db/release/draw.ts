/** The draw: made by an organiser with the public number, and read by anybody who wants to check it. */
import { and, asc, eq } from "drizzle-orm";
import { asking, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { order } from "#db/registration/draw.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { listEntrants } from "#db/release.ts";
import { entry, type ReleaseRow, release } from "#db/schema/release.ts";
import { transact } from "#db/transaction.ts";
import { drawing } from "#domain/consequence.ts";
import { drawOrder, entryOf, lineOf, seedOf } from "#domain/draw.ts";
import { isHalted, isOver } from "#domain/event.ts";
import { LONGEST } from "#domain/limits.ts";
import type { DrawView } from "#domain/release.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Makes a draw whose entries are closed, once, with the number that was announced. Repeating it with the same number
 * changes nothing.
 * @param typed the public number; refused `bad_input` when it is empty or longer than LONGEST.drawSeed,
 *   `not_possible_now` before the entries close or when it was made with another number, `camp_over`
 * @returns how many entries were put in order
 */
export async function makeDraw(
  db: Database,
  crew: May<"movePeople">,
  releaseId: string,
  typed: string,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<
  Result<Outcome<number>, "not_found" | "bad_input" | "not_possible_now" | "camp_over" | "camp_halted">
> {
  const seed = seedOf(typed);
  if (seed === "" || seed.length > LONGEST.drawSeed) return refused("bad_input");
  return transact<Outcome<number>, "not_found" | "not_possible_now" | "camp_over" | "camp_halted">(
    db,
    async (tx) => {
      const camp = await lockEvent(tx, crew.eventId);
      const row = camp && (await findDraw(tx, camp.id, releaseId));
      if (!camp || !row) return refused("not_found");
      const lines = await listLines(tx, releaseId);
      if (row.drawnAt !== null && row.seed === seed) return granted({ done: lines.length });
      if (row.frozenAt === null || row.drawnAt !== null) return refused("not_possible_now");
      const { endsAt } = await readTimes(tx, camp);
      if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
      if (isHalted(camp.phase)) return refused("camp_halted");
      const question = asking(drawing(seed, lines.length, row.places), agreed);
      if (question) return granted(question);
      const by = { actor: "crew", actorId: crew.personId } as const;
      const entrants = await listEntrants(tx, releaseId);
      await order(tx, camp, row, { seed, order: drawOrder(seed, lines).map(entryOf) }, entrants, by, now);
      await settlePlaces(tx, camp, now);
      await bump(tx, camp.id, ["people"]);
      return granted({ done: lines.length });
    },
  );
}

async function findDraw(store: Store, eventId: string, releaseId: string): Promise<ReleaseRow | null> {
  const here = and(eq(release.id, releaseId), eq(release.eventId, eventId), eq(release.way, "draw"));
  const [row] = await store.select().from(release).where(here);
  return row ?? null;
}

/** The lines of all entries, in the order of the draw, and before it sorted. At most as many as registered. */
async function listLines(store: Store, releaseId: string): Promise<string[]> {
  const rows = await store
    .select({ id: entry.id, groupId: entry.groupId, divides: entry.divides })
    .from(entry)
    .where(eq(entry.releaseId, releaseId))
    .orderBy(asc(entry.place), asc(entry.id));
  return rows.map(({ id, groupId, divides }) => lineOf(id, groupId, divides));
}

/** The draws of a camp as everybody may know them, at most MOST.releases. */
export async function listDraws(store: Store, eventId: string): Promise<DrawView[]> {
  const rows = await store
    .select()
    .from(release)
    .where(and(eq(release.eventId, eventId), eq(release.way, "draw")))
    .orderBy(asc(release.opensAt));
  const draws = [];
  for (const row of rows) {
    const { id, places, source, listHash, pools, seed } = row;
    draws.push({
      ...{ id, places, source, listHash, pools, seed },
      opensAt: row.opensAt.toISOString(),
      closesAt: row.closesAt!.toISOString(),
      drawnAt: row.drawnAt?.toISOString() ?? null,
      entries: await store.$count(entry, eq(entry.releaseId, id)),
    });
  }
  return draws;
}

/** The lines of a draw's entries (`lineOf` of domain/draw.ts) once they are closed; null before, and where there is no such draw at this camp. */
export async function readDrawList(
  store: Store,
  eventId: string,
  releaseId: string,
): Promise<string[] | null> {
  const row = await findDraw(store, eventId, releaseId);
  return row?.frozenAt ? listLines(store, releaseId) : null;
}
