/** Imported pitches beside those a camp has: which are new, which find their cell, and what ballots may call them. */
import { type Additions, type KnownCamp, PITCHES_MAX, type PitchRef } from "#domain/import/additions.ts";
import type { ImportedPitch, ImportedSlot, Note, Problem, ProblemCode } from "#domain/import/problem.ts";
import { same } from "#domain/import/text.ts";
import { MOST } from "#domain/limits.ts";

type Placed = Pick<Additions, "pitches" | "placements" | "problems" | "notes"> & {
  /** Pitches by key and by title, as `same` writes them; a key wins over a title, the first over a second. */
  refs: Map<string, PitchRef>;
};

/**
 * A pitch of a title that waits for a place is placed rather than doubled; a cell with another session in it is a
 * problem, and so is whatever is more than a camp can have.
 */
export function placePitches(imported: readonly ImportedPitch[], camp: KnownCamp): Placed {
  const pitches: ImportedPitch[] = [];
  const placements: Additions["placements"] = [];
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const keys = new Map<string, PitchRef>();
  const titles = new Map<string, PitchRef>();
  const { byTitle, waiting, cells, rooms } = indexOf(camp);
  for (const [title, [first]] of byTitle) titles.set(title, { id: first!.id });
  const slots = new Map(camp.slots.map((slot) => [spanOf(slot), slot.id]));
  for (const pitch of imported) {
    const { cell, goesOn } = pitch;
    const remark = { file: pitch.file ?? 0, row: pitch.row, value: pitch.title };
    const further = goesOn === undefined ? [] : [{ ...remark, row: goesOn }];
    const complain = (code: ProblemCode, value: string, other = "") => {
      for (const one of [remark, ...further])
        problems.push({ ...one, column: cell ? "room" : "title", code, value, other });
    };
    const room = cell && same(cell.room);
    const taken = cell ? [cell.slot, ...(cell.second ? [cell.second] : [])] : [];
    const all = taken.map((slot) => `${slots.get(spanOf(slot)) ?? spanOf(slot)} ${room}`);
    const [occupant, next] = all.map((one) => cells.get(one));
    const there = occupant
      ? occupantNamed(occupant, pitch.title)
      : cell === null
        ? byTitle.get(same(pitch.title))?.[0]
        : waiting.get(same(pitch.title))?.at(-1);
    const other = there && occupant ? undefined : (occupant ?? next);
    if (other) complain("cell_taken", cell!.room, other.title);
    else if (!there && camp.pitches.length + pitches.length >= PITCHES_MAX)
      complain("pitches_many", pitch.title, String(PITCHES_MAX));
    else if (room !== null && !rooms.has(room) && rooms.size >= MOST.rooms)
      complain("rooms_many", cell!.room, String(MOST.rooms));
    else {
      const ref = there ? { id: there.id } : { at: pitches.push(pitch) - 1 };
      if (cell && !occupant) {
        placements.push({ ...cell, pitch: ref, pinned: pitch.pinned });
        rooms.add(room!);
        for (const one of all) cells.set(one, { id: there?.id ?? null, title: pitch.title });
        for (const one of further)
          notes.push({ ...one, column: "title", code: "goes_on", other: String(pitch.row) });
        if (there) waiting.get(same(pitch.title))!.pop();
      } else if (there)
        for (const one of [remark, ...further])
          notes.push({ ...one, column: "title", code: "already_there", other: "" });
      if (pitch.ref !== "" && !keys.has(same(pitch.ref))) keys.set(same(pitch.ref), ref);
      if (!titles.has(same(pitch.title))) titles.set(same(pitch.title), ref);
    }
  }
  return { pitches, placements, problems, notes, refs: new Map([...titles, ...keys]) };
}

type Occupant = { id: string | null; title: string };

/** A file of thousands of rows asks for each of them. Those that wait for a place stand with the first one last. */
function indexOf(camp: KnownCamp) {
  const byTitle = new Map<string, KnownCamp["pitches"][number][]>();
  for (const pitch of camp.pitches) {
    const namesakes = byTitle.get(same(pitch.title)) ?? [];
    byTitle.set(same(pitch.title), namesakes);
    namesakes.push(pitch);
  }
  const titleOf = new Map(camp.pitches.map(({ id, title }) => [id, title]));
  const roomOf = new Map(camp.rooms.map(({ id, name }) => [id, same(name)]));
  const cells = new Map<string, Occupant>();
  for (const { pitchId, slotId, roomId } of camp.placements)
    cells.set(`${slotId} ${roomOf.get(roomId)}`, { id: pitchId, title: titleOf.get(pitchId) ?? "" });
  const placed = new Set(camp.placements.map(({ pitchId }) => pitchId));
  const waiting = new Map(
    [...byTitle].map(([title, namesakes]) => [
      title,
      namesakes.filter(({ id }) => !placed.has(id)).reverse(),
    ]),
  );
  return { byTitle, waiting, cells, rooms: new Set(roomOf.values()) };
}

/** Who has a cell, where it is the camp's own pitch of that title. */
function occupantNamed({ id, title }: Occupant, wanted: string): { id: string } | undefined {
  return id !== null && same(title) === same(wanted) ? { id } : undefined;
}

const spanOf = ({ startsAt, endsAt }: Pick<ImportedSlot, "startsAt" | "endsAt">) => `${startsAt} ${endsAt}`;
