import { asc, eq, inArray, sql } from "drizzle-orm";
import { changeCamp, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { refereed } from "#db/violation.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { fold } from "#domain/search.ts";
import type { May } from "#domain/viewer.ts";

export type SectorInput = { id: string | null; name: string };

/** In the order of the list, at most MOST.sectors. */
export async function listSectors(db: Store, eventId: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: sector.id, name: sector.name })
    .from(sector)
    .where(eq(sector.eventId, eventId))
    .orderBy(asc(sector.position), asc(sector.name));
}

const SECTORS: SettingsPart<{ id: string; name: string }[]> = {
  name: "sectors",
  act: "settings",
  screens: ["event"],
  read: (tx, camp) => listSectors(tx, camp.id),
};

/**
 * Replaces the list of sectors. One that somebody registered with stays, and may only be renamed.
 * @param mark of the sectors the organiser saw; refused `changed_meanwhile` when there are others by now,
 *   `sector_name_taken` when two have one name, `last_sector` when none would be left, `sectors_full`
 *   when those sent and those that stay are too many
 * @returns how many stayed that the list no longer has
 */
export async function changeSectors(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  wanted: readonly SectorInput[],
  now: Date,
): Promise<
  Result<
    Outcome<number>,
    "not_found" | "archived" | "changed_meanwhile" | "sector_name_taken" | "last_sector" | "sectors_full"
  >
> {
  return refereed({ sector_name_is_taken: "sector_name_taken" }, () =>
    changeCamp(db, crew, SECTORS, mark, now, async (tx, camp, rows) => {
      const used = await tx
        .selectDistinct({ id: registration.sectorId })
        .from(registration)
        .where(eq(registration.eventId, camp.id));
      const asked = new Map(wanted.flatMap(({ id, name }) => (id ? [[id, name] as const] : [])));
      const kept = rows.filter(({ id }) => asked.has(id) || used.some((other) => other.id === id));
      const gone = rows.filter((row) => !kept.includes(row)).map((row) => row.id);
      const added = wanted.filter(({ id }) => id === null);
      const left = kept.length + added.length;
      if (left === 0) return refused("last_sector");
      // A camp that has more from before may still rename them and take some away.
      if (left > Math.max(MOST.sectors, rows.length)) return refused("sectors_full");
      if (gone.length > 0) await tx.delete(sector).where(inArray(sector.id, gone));
      // Two may exchange names, which are unique: each gets a temporary one first.
      await tx
        .update(sector)
        .set({ name: sql`${sector.id}::text` })
        .where(eq(sector.eventId, camp.id));
      const names = [
        ...kept.map((row) => ({ id: row.id, name: asked.get(row.id) ?? row.name })),
        ...added.map(({ name }) => ({ id: newId(), name })),
      ].map((row, position) => ({ ...row, eventId: camp.id, position }));
      // “Health” and “health” would both stand in the form.
      if (new Set(names.map(({ name }) => fold(name))).size < names.length)
        return refused("sector_name_taken");
      for (const row of names)
        await tx.insert(sector).values(row).onConflictDoUpdate({ target: sector.id, set: row });
      return granted({ done: kept.filter(({ id }) => !asked.has(id)).length });
    }),
  );
}
