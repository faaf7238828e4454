/**
 * The version of what screens show. A rare change (a pitch, a placement, a phase) raises it in its own transaction and
 * notifies every instance; hands do neither (live/ counts them on its ticker).
 */
import { eq, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { liveVersion } from "#db/schema/live.ts";
import { suggestion } from "#db/schema/suggestion.ts";
import type { VersionedPart } from "#domain/live.ts";

/** Notifications carry `event:version`, never data. */
export const CHANNEL = "wallchart_live";

/** Notifies at commit. Call it last in a transaction: it locks the row that orders everything shown. */
export async function bump(tx: Store, eventId: string, parts: readonly VersionedPart[]): Promise<number> {
  return raise(tx, eventId, parts, {});
}

/**
 * As `bump`, for a change of the planner's problem: what was found before is no longer shown or taken, so that a draft
 * which shows it is another.
 */
export async function bumpProblem(
  tx: Store,
  eventId: string,
  parts: readonly VersionedPart[],
): Promise<number> {
  const shown = sql`exists (select from ${suggestion} where ${suggestion.eventId} = ${eventId})`;
  return raise(tx, eventId, parts, {
    problemVersion: sql`${liveVersion.problemVersion} + 1`,
    draftVersion: sql`case when ${shown} then ${liveVersion.version} + 1 else ${liveVersion.draftVersion} end`,
  });
}

async function raise(tx: Store, eventId: string, parts: readonly VersionedPart[], more: object) {
  const next = sql`${liveVersion.version} + 1`;
  const raised: ReadonlySet<VersionedPart> = new Set(parts.flatMap((part) => [part, ...(ALSO[part] ?? [])]));
  const [row] = await tx
    .update(liveVersion)
    .set({
      version: next,
      ...more,
      ...Object.fromEntries([...raised].map((part) => [`${part}Version`, next])),
    })
    .where(eq(liveVersion.eventId, eventId))
    .returning({ version: liveVersion.version, told: TOLD });
  if (!row) throw new Error("a camp without a live version");
  return row.version;
}

/** In the same statement: a notification is sent when the transaction ends, wherever in it that was asked for. */
const TOLD = sql`pg_notify(${CHANNEL}, ${liveVersion.eventId} || ':' || ${liveVersion.version})`;

/**
 * What else is another with a part: the cells of a draft go with its rooms, its slots and its pitches, and the line with
 * those who stand in it.
 */
const ALSO: Readonly<Partial<Record<VersionedPart, readonly VersionedPart[]>>> = {
  draft: ["placements"],
  pitches: ["line"],
};

/** For changed rights of devices or persons: instances forget them and end their streams, which then reconnect. */
export async function bumpStanding(tx: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids) await tx.execute(sql`select pg_notify(${CHANNEL}, ${`${id}:standing`})`);
}
