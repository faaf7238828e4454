import { and, eq, inArray, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { registration } from "#db/schema/registration.ts";
import { HOLDING, type Status } from "#domain/registration.ts";

type Row = { sectorId: string; firstTime: boolean; people: number };

/** People counted by what pools go by. */
export type Mix = { of: (which: (row: Omit<Row, "people">) => boolean) => number };

/**
 * @param statuses of whom; those who hold a place where nothing else is said
 * @param keptBack only of those with a place that was kept back, or of those without
 */
export async function readMix(
  store: Store,
  eventId: string,
  statuses: readonly Status[] = HOLDING,
  { keptBack }: { keptBack?: boolean } = {},
): Promise<Mix> {
  const { sectorId, firstTime, status } = registration;
  // At most two rows for each sector.
  const rows = await store
    .select({ sectorId, firstTime, people: sql<number>`count(*)`.mapWith(Number) })
    .from(registration)
    .where(
      and(
        eq(registration.eventId, eventId),
        inArray(status, [...statuses]),
        keptBack === undefined ? undefined : eq(registration.keptBack, keptBack),
      ),
    )
    .groupBy(sectorId, firstTime);
  return { of: (which) => rows.filter(which).reduce((sum, { people }) => sum + people, 0) };
}
