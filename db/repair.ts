/** Repairing the day: what is published changes at once with the draft, and exactly those it touches are told. */
import { isDeepStrictEqual } from "node:util";
import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { listRooms, listSlots, readGrid } from "#db/draft.ts";
import { lockDraft, writeEdit } from "#db/edit.ts";
import { lockEvent } from "#db/event.ts";
import { standing } from "#db/pitch/standing.ts";
import { tellOf } from "#db/publication/telling.ts";
import { publishArranged } from "#db/publication.ts";
import { areOfCamp, listRoomsOff, writeOff } from "#db/room-off.ts";
import { audit } from "#db/schema/audit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { roomOff } from "#db/schema/room-off.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { edited } from "#domain/draft.ts";
import { permits } from "#domain/event.ts";
import type { Arranged, Placement } from "#domain/grid.ts";
import {
  canRepair,
  concernedBy,
  type Repairing,
  type RunMove,
  repairing,
  sameMoves,
  type Trouble,
  type TroubleKind,
  undoing,
} from "#domain/repair.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { runKey } from "#domain/run.ts";
import { type Shapes, shapeOf } from "#domain/shape.ts";
import type { May } from "#domain/viewer.ts";

/** A repair as it was shown. @property seen the number of the version that everybody saw then */
export type Wanted = Repairing & { trouble: Trouble; note: string; seen: number };

/** @property off the ids of what was switched off by it @property seen the version that whoever made it saw */
type Kept = {
  kind: TroubleKind;
  trouble: Trouble;
  moves: RunMove[];
  off: string[];
  number: number;
  seen: number;
};

export type Repaired = { number: number; moved: number; taken: number };

type Refused = "not_open" | "not_found" | "changed_meanwhile";

/** Older repairs are no longer undone with one tap. */
const HOURS_KEPT = 12;

/**
 * Makes a repair and publishes it, in one transaction: the draft and what everybody sees change alike, what else of the
 * draft is not published stays so, and whoever hosts what moved or has a hand up for it is told. Safe to repeat: sent
 * twice by the same person it is made once.
 *
 * @returns refused `changed_meanwhile` when another version is out than they saw, or a run or a cell is not as it was
 */
export async function repairDay(
  db: Database,
  crew: May<"arrange" | "publish">,
  wanted: Wanted,
  now: Date,
): Promise<Result<Repaired, Refused>> {
  return deciding(db, crew, async (tx, day) => {
    const done = await findMade(tx, crew, wanted, day.number);
    if (done) return granted(done);
    if (day.number !== wanted.seen) return refused("changed_meanwhile");
    for (const close of wanted.closes)
      if (!(await areOfCamp(tx, crew.eventId, close))) return refused("not_found");
    const named = new Set(concernedBy(day.grid, wanted.trouble).map(({ key }) => key));
    if (!(await isPossible(tx, day, wanted, named, now))) return refused("changed_meanwhile");
    const off: string[] = [];
    for (const close of wanted.closes)
      off.push(...(await writeOff(tx, crew, { ...close, note: wanted.note }, now)));
    const number = await makeSo(tx, crew, day, wanted.moves, now);
    await record(tx, {
      ...{ eventId: crew.eventId, at: now, actor: "crew", actorId: crew.personId, act: "repair" },
      ...{ subjectId: crew.eventId, reason: wanted.note, to: String(number) },
      detail: {
        kind: wanted.trouble.kind,
        trouble: wanted.trouble,
        moves: [...wanted.moves],
        off,
        number,
        seen: wanted.seen,
      } satisfies Kept,
    });
    return granted(repairedOf(number, wanted.moves));
  });
}

/**
 * Takes a repair back as another version, and tells the same people. Safe to repeat: one that was taken back stays so.
 *
 * @param id of the repair in the audit log
 * @returns refused `not_found` for what is no repair of this camp, `changed_meanwhile` where what moved is elsewhere by
 *   now, or where it was is no longer free
 */
export async function undoRepair(
  db: Database,
  crew: May<"arrange" | "publish">,
  id: string,
  now: Date,
): Promise<Result<Repaired, Refused>> {
  return deciding(db, crew, async (tx, day) => {
    const [row] = await tx
      .select({ detail: audit.detail })
      .from(audit)
      .where(and(eq(audit.id, id), eq(audit.eventId, crew.eventId), eq(audit.act, "repair")));
    if (!row) return refused("not_found");
    const kept = row.detail as Kept;
    const moves = undoing(kept.moves);
    const [done] = await tx
      .select({ to: audit.to })
      .from(audit)
      .where(and(eq(audit.act, "undo_repair"), eq(audit.subjectId, id)));
    if (done) return granted(repairedOf(Number(done.to), moves));
    const named = new Set(moves.map(({ pitchId, copy }) => runKey(pitchId, copy)));
    const open = { ...day, off: day.off.filter((it) => !kept.off.includes(it.id)) };
    if (!(await isPossible(tx, open, { moves, closes: [] }, named, now))) return refused("changed_meanwhile");
    if (kept.off.length > 0)
      await tx.delete(roomOff).where(and(eq(roomOff.eventId, crew.eventId), inArray(roomOff.id, kept.off)));
    const number = await makeSo(tx, crew, day, moves, now);
    await record(tx, {
      ...{ eventId: crew.eventId, at: now, actor: "crew", actorId: crew.personId, act: "undo_repair" },
      ...{ subjectId: id, to: String(number) },
    });
    return granted(repairedOf(number, moves));
  });
}

/** The last repair that was not taken back, so that it can be. @property at ISO 8601 */
export type LastRepair = { id: string; kind: TroubleKind; at: string; number: number; moves: RunMove[] };

/** Null where there is none, or it was long ago. */
export async function readLastRepair(
  db: Store,
  crew: May<"arrange" | "publish">,
  now: Date,
): Promise<LastRepair | null> {
  const undone = sql`exists (select from ${audit} as undo where undo.act = 'undo_repair' and undo.subject_id = ${audit.id})`;
  const since = new Date(now.getTime() - HOURS_KEPT * 3_600_000);
  const [row] = await db
    .select({ id: audit.id, at: audit.at, detail: audit.detail })
    .from(audit)
    .where(
      and(eq(audit.eventId, crew.eventId), eq(audit.act, "repair"), gt(audit.at, since), sql`not ${undone}`),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(1);
  if (!row) return null;
  const { kind, number, moves } = row.detail as Kept;
  return { id: row.id, at: row.at.toISOString(), kind, number, moves };
}

/** The same repair of the same version, which they made and is out: a phone that lost the answer sends it again. */
async function findMade(
  tx: Transaction,
  { eventId, personId }: May<"arrange" | "publish">,
  { trouble, moves, seen }: Wanted,
  out: number,
): Promise<Repaired | null> {
  const theirs = and(eq(audit.eventId, eventId), eq(audit.act, "repair"), eq(audit.actorId, personId));
  const [row] = await tx
    .select({ detail: audit.detail })
    .from(audit)
    .where(theirs)
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(1);
  const kept = (row?.detail ?? null) as Kept | null;
  const same =
    kept?.number === out &&
    kept.seen === seen &&
    isDeepStrictEqual(kept.trouble, trouble) &&
    sameMoves(kept.moves, moves);
  return kept && same ? repairedOf(kept.number, moves) : null;
}

/** A camp's day under its lock. @property number of the version that everybody sees; 0 where none is */
type Day = {
  number: number;
  grid: Arranged;
  draft: readonly Placement[];
  shapes: Shapes;
  off: Awaited<ReturnType<typeof listRoomsOff>>;
};

async function deciding(
  db: Database,
  { eventId }: May<"arrange" | "publish">,
  work: (tx: Transaction, day: Day) => Promise<Result<Repaired, Refused>>,
): Promise<Result<Repaired, Refused>> {
  const taken = "changed_meanwhile" as const;
  const keys = {
    publication_event_id_number_pk: taken,
    placement_one_per_cell: taken,
    placement_pitch_id_copy_pk: taken,
  };
  return refereed(keys, () =>
    transact<Repaired, Refused>(db, async (tx) => {
      // One desk repairs at a time, and whoever publishes waits as well.
      const camp = await lockEvent(tx, eventId);
      if (!camp || !permits(camp.phase, "publish")) return refused("not_open");
      const { placements: draft, pitches: shapes } = await lockDraft(tx, eventId);
      const seen = await readGrid(tx, eventId);
      if (!seen) return refused("changed_meanwhile");
      const [rooms, slots] = [await listRooms(tx, eventId), await listSlots(tx, eventId)];
      const grid = { rooms, slots, placements: seen.placements };
      return work(tx, { number: seen.number, grid, draft, shapes, off: await listRoomsOff(tx, eventId) });
    }),
  );
}

/** As `canRepair`, and what it brings back stands still. */
async function isPossible(
  tx: Transaction,
  day: Day,
  wanted: Repairing,
  named: ReadonlySet<string>,
  now: Date,
): Promise<boolean> {
  const lengthOf = (pitchId: string) => shapeOf(day.shapes, pitchId).length;
  if (!canRepair(wanted, { ...day, named, lengthOf, now: now.getTime() })) return false;
  const ids = [...new Set(wanted.moves.filter(({ to }) => to).map(({ pitchId }) => pitchId))];
  if (ids.length === 0) return true;
  // A pitch being withdrawn is waited for.
  const there = await tx
    .select({ id: pitch.id })
    .from(pitch)
    .where(and(inArray(pitch.id, ids), standing))
    .for("share");
  return there.length === ids.length;
}

/** Writes the moves into the draft, and publishes them beside what everybody saw. @returns the number of the version */
async function makeSo(
  tx: Transaction,
  crew: May<"arrange" | "publish">,
  { grid, draft, shapes }: Day,
  moves: readonly RunMove[],
  now: Date,
): Promise<number> {
  const { eventId } = crew;
  const lengthOf = (pitchId: string) => shapeOf(shapes, pitchId).length;
  const own = repairing(draft, moves, lengthOf);
  if (own) await writeEdit(tx, eventId, own, grid.slots);
  const edit = repairing(grid.placements, moves, lengthOf);
  const { placements } = edit ? edited({ placements: grid.placements, pitches: {} }, edit) : grid;
  const pitchIds = [...new Set(moves.map(({ pitchId }) => pitchId))];
  return publishArranged(
    tx,
    crew,
    { ...grid, placements: await standingOf(tx, grid, placements) },
    now,
    (number) => tellOf(tx, { eventId, number, pitchIds, hosts: true, hands: true }, now),
  );
}

/** What can still be shown: a room or a slot may have gone since, or a pitch was withdrawn. */
async function standingOf(
  tx: Transaction,
  { rooms, slots }: Arranged,
  placements: readonly Placement[],
): Promise<Placement[]> {
  const ids = placements.map(({ pitchId }) => pitchId);
  const there = await tx
    .select({ id: pitch.id })
    .from(pitch)
    .where(and(inArray(pitch.id, ids), standing));
  const [known, roomIds, slotIds] = [there, rooms, slots].map((some) => new Set(some.map(({ id }) => id)));
  return placements.filter(
    (it) => known!.has(it.pitchId) && roomIds!.has(it.roomId) && slotIds!.has(it.slotId),
  );
}

function repairedOf(number: number, moves: readonly RunMove[]): Repaired {
  const taken = moves.filter(({ to }) => to === null).length;
  return { number, moved: moves.length - taken, taken };
}
