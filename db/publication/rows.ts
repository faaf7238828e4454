/** A version of the grid as rows, and back. */
import { and, asc, desc, eq, getTableColumns, isNull, lt, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { insertAll } from "#db/insert.ts";
import { FORMAT, type PublishedFrame, readFrameOf } from "#db/publication/frame.ts";
import { publication, publishedSession } from "#db/schema/publication.ts";
import type { Transaction } from "#db/transaction.ts";
import { placementOf } from "#domain/draft.ts";
import { type GridChange, type GridView, idsOf, type Spot, spotsOf } from "#domain/grid.ts";
import { newsOf } from "#domain/grid-change.ts";
import type { MergedPitch, PitchView } from "#domain/pitch.ts";
import { keyOf, type RunId } from "#domain/run.ts";

type Row = typeof publishedSession.$inferSelect;
type NewRow = Omit<typeof publishedSession.$inferInsert, "eventId" | "number" | "position">;

/** The last version that was not taken back: what everybody sees. @param below the last with a lower number than this */
export async function readVersion(db: Store, eventId: string, below?: number): Promise<GridView | null> {
  const lower = below === undefined ? undefined : lt(publication.number, below);
  const [version] = await db
    .select({ ...getTableColumns(publication), laterTakenBackAt: LATER })
    .from(publication)
    .where(and(eq(publication.eventId, eventId), isNull(publication.takenBackAt), lower))
    .orderBy(desc(publication.number))
    .limit(1);
  if (!version) return null;
  // At most a session in each cell, with what was merged into them, and those taken off meanwhile.
  const rows = await db
    .select()
    .from(publishedSession)
    .where(and(eq(publishedSession.eventId, eventId), eq(publishedSession.number, version.number)))
    .orderBy(asc(publishedSession.position));
  const { number, publishedAt, laterTakenBackAt, format, frame } = version;
  return {
    ...{ number, publishedAt: publishedAt.toISOString() },
    ...gridOf(readFrameOf(format, frame), rows),
    ...(laterTakenBackAt && { laterTakenBackAt: laterTakenBackAt.toISOString() }),
  };
}

/** When what came after a version was taken back. */
const LATER = sql<Date | null>`(select max(later.taken_back_at) from publication as later
  where later.event_id = publication.event_id and later.number > publication.number)`.mapWith(
  publication.takenBackAt,
);

function gridOf(frame: PublishedFrame, rows: readonly Row[]): Omit<GridView, "number" | "publishedAt"> {
  const partsOf = (id: string) => rows.filter(({ partOf }) => partOf === id);
  const merged = new Set(rows.map(({ partOf }) => partOf));
  const whole = rows.filter(({ partOf }) => partOf === null);
  // A session is said with its first row; the others are further runs of it.
  const first = [...new Map(whole.toReversed().map((row) => [row.pitchId, row])).values()].toReversed();
  const shown = first.filter((row) => row.slotId !== null || row.news !== "taken_off");
  const placements = whole
    .flatMap(({ pitchId, copy, slotId, roomId, length, pinned }) =>
      slotId && roomId ? [{ pitchId, copy, slotId, roomId, length, pinned }] : [],
    )
    .sort((a, b) => (a.pitchId === b.pitchId ? a.copy - b.copy : a.pitchId < b.pitchId ? -1 : 1));
  const spots = spotsOf({ ...frame, placements });
  const heads = whole.flatMap((row) => (row.heads === null ? [] : [[keyOf(row), row.heads] as const]));
  return {
    ...frame,
    sessions: shown.map((row) => sessionOf(row, merged.has(row.pitchId) ? partsOf(row.pitchId) : [])),
    placements,
    changes: whole.flatMap((row) => changeOf(row, spots.get(keyOf(row)) ?? null)),
    ...(heads.length > 0 && { heads: Object.fromEntries(heads) }),
  };
}

function sessionOf(row: Row, parts: readonly Row[]): PitchView {
  const { pitchId: id, title, line, kind, voice, noteLevel, needs, hosts, pitchedAt } = row;
  const merged = parts.map(
    (part): MergedPitch => ({
      id: part.pitchId,
      title: part.title,
      line: part.line,
      voice: part.voice,
      hosts: part.hosts,
    }),
  );
  const at = (pitchedAt ?? new Date(0)).toISOString();
  const asked = { id, title, line, kind, voice, noteLevel, needs, hosts, at };
  return merged.length > 0 ? { ...asked, merged } : asked;
}

function changeOf(row: Row, spot: Spot | null): GridChange[] {
  if (row.news === null) return [];
  const { pitchId, copy, title, noteLevel } = row;
  const gone = row.news === "taken_off";
  const unlisted = gone && noteLevel === "unlisted";
  return [{ pitchId, copy, title, from: fromOf(row), to: gone ? null : spot, ...(unlisted && { unlisted }) }];
}

function fromOf({
  fromSlotId,
  fromRoomId,
  fromLength,
  fromRoom,
  fromStartsAt,
  fromEndsAt,
}: Row): Spot | null {
  if (!fromSlotId || !fromRoomId) return null;
  return {
    slotId: fromSlotId,
    roomId: fromRoomId,
    ...(fromLength !== null && { length: fromLength }),
    ...(fromRoom !== null && { room: fromRoom }),
    ...(fromStartsAt && { startsAt: fromStartsAt.toISOString() }),
    ...(fromEndsAt && { endsAt: fromEndsAt.toISOString() }),
  };
}

/** Freezes a version. @throws when there is one of its number */
export async function writeVersion(
  tx: Transaction,
  { eventId, publishedBy }: { eventId: string; publishedBy: string | null },
  grid: GridView,
): Promise<void> {
  const { number, publishedAt, rooms, slots } = grid;
  await tx.insert(publication).values({
    ...{ eventId, number, publishedBy, format: FORMAT, frame: { rooms, slots } },
    publishedAt: new Date(publishedAt),
  });
  const rows = rowsOf(grid);
  await insertAll(
    tx,
    publishedSession,
    rows.map((row, position) => ({ ...NOTHING, ...row, eventId, number, position })),
  );
}

/** Every row has every column. */
const NOTHING = {
  ...{ partOf: null, line: "", kind: "discuss", voice: "me", noteLevel: "open", needs: [], hosts: [] },
  ...{ pitchedAt: null, slotId: null, roomId: null, pinned: false, heads: null, news: null },
  ...{
    copy: 0,
    length: 1,
    fromLength: null,
    fromSlotId: null,
    fromRoomId: null,
    fromRoom: null,
    fromStartsAt: null,
    fromEndsAt: null,
  },
} satisfies Partial<NewRow>;

function rowsOf({ sessions, placements, changes, heads }: GridView): NewRow[] {
  const runs = idsOf({ placements }, { placements: changes });
  const shown = sessions.flatMap(({ id, merged = [], at, ...said }): NewRow[] => {
    const mine = runs
      .filter(({ pitchId }) => pitchId === id)
      .map((run) => runRow(run, { placements, changes, heads: heads ?? {} }));
    const first = mine.find((run) => run.slotId) ?? mine[0] ?? {};
    const own = { ...said, pitchId: id, pitchedAt: new Date(at) };
    const parts = merged.map(({ id: pitchId, ...part }) => ({ ...part, pitchId, partOf: id }));
    const further = mine
      .filter((run) => run !== first)
      .map((run) => ({ title: said.title, ...run, pitchId: id }));
    return [{ ...first, ...own }, ...parts, ...further];
  });
  const there = new Set(sessions.map(({ id }) => id));
  const gone = changes
    .filter(({ pitchId, to }) => !to && !there.has(pitchId))
    .map(
      (change): NewRow => ({
        ...goneAs(change),
        ...newsIn(change),
        pitchId: change.pitchId,
        copy: change.copy,
      }),
    );
  return [...shown, ...gone];
}

/** What one run of a session adds to it. */
function runRow(
  run: RunId,
  { placements, changes, heads }: Required<Pick<GridView, "placements" | "changes" | "heads">>,
): Partial<NewRow> {
  const change = placementOf(changes, run);
  const cell = placementOf(placements, run);
  return {
    ...{ copy: run.copy, heads: (cell && heads[keyOf(run)]) ?? null, ...cell },
    ...(change && newsIn(change)),
    ...(change && !cell && goneAs(change)),
  };
}

/** What a run that was taken off is called, in no list any more. */
const goneAs = ({ title, unlisted }: GridChange) => ({
  title,
  noteLevel: unlisted ? ("unlisted" as const) : ("open" as const),
});

function newsIn(change: GridChange): Partial<NewRow> {
  const { from } = change;
  return {
    news: newsOf(change),
    fromSlotId: from?.slotId ?? null,
    fromRoomId: from?.roomId ?? null,
    fromLength: from?.length ?? null,
    fromRoom: from?.room ?? null,
    fromStartsAt: from?.startsAt ? new Date(from.startsAt) : null,
    fromEndsAt: from?.endsAt ? new Date(from.endsAt) : null,
  };
}
