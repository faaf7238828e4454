/** What is asked of a session that became one with another is asked of that one, once a version has them in one cell. */
import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { pitch } from "#db/schema/pitch.ts";
import { sessionRequest } from "#db/schema/session-request.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Arranged } from "#domain/grid.ts";
import { asOneWay, type Wanted } from "#domain/session-request.ts";

/** By the id of each pitch that stands in a grid as part of another: that other. */
export async function partsIn(
  tx: Transaction,
  eventId: string,
  { placements }: Pick<Arranged, "placements">,
): Promise<Map<string, string>> {
  const standing = new Set(placements.map(({ pitchId }) => pitchId));
  const parts = await tx
    .select({ id: pitch.id, into: pitch.mergedInto })
    .from(pitch)
    .where(and(eq(pitch.eventId, eventId), isNotNull(pitch.mergedInto)));
  return new Map(
    parts.flatMap(({ id, into }) => (into && standing.has(into) && !standing.has(id) ? [[id, into]] : [])),
  );
}

/** A grid as it is to a request: what its sessions are part of stands in their place. */
export function seenBy<Grid extends Arranged>(
  { pitchId, otherId }: Wanted,
  grid: Grid,
  parts: ReadonlyMap<string, string>,
): Grid {
  const called = new Map(
    [pitchId, otherId].flatMap((id) => (id && parts.has(id) ? [[parts.get(id)!, id]] : [])),
  );
  const placements = grid.placements.map((it) => ({ ...it, pitchId: called.get(it.pitchId) ?? it.pitchId }));
  return { ...grid, placements };
}

/** Asks it of what its sessions are part of, with whoever asks that already. The camp is locked. */
export async function askOfWhole(
  tx: Transaction,
  { id, ...wanted }: Wanted & { id: string },
  parts: ReadonlyMap<string, string>,
): Promise<void> {
  const whole = (one: string) => parts.get(one) ?? one;
  const { kind, pitchId, otherId } = asOneWay({
    ...wanted,
    pitchId: whole(wanted.pitchId),
    otherId: wanted.otherId && whole(wanted.otherId),
  });
  const other = otherId === null ? isNull(sessionRequest.otherId) : eq(sessionRequest.otherId, otherId);
  const same = and(eq(sessionRequest.kind, kind), eq(sessionRequest.pitchId, pitchId), other);
  const [asked] = await tx
    .select({ id: sessionRequest.id })
    .from(sessionRequest)
    .where(and(same, isNull(sessionRequest.settledAt), ne(sessionRequest.id, id)));
  const here = eq(sessionRequest.id, id);
  if (!asked) {
    await tx.update(sessionRequest).set({ pitchId, otherId }).where(here);
    return;
  }
  await tx.execute(sql`insert into session_request_asker (request_id, registration_id, reason, asked_at)
    select ${asked.id}, registration_id, reason, asked_at from session_request_asker where request_id = ${id}
    on conflict do nothing`);
  await tx.delete(sessionRequest).where(here);
}
