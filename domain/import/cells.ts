/** Imported pitches beside those a camp has: which are new, which find their cell, and what ballots may call them. */
import type { ImportPlan, KnownCamp, PitchRef } from "#domain/import/plan.ts";
import type { ImportedPitch, ImportedSlot, Note, Problem } from "#domain/import/problem.ts";
import { same } from "#domain/import/text.ts";

type Placed = Pick<ImportPlan, "pitches" | "placements" | "problems" | "notes"> & {
  /** Pitches by key and by title, as `same` writes them; a key wins over a title, the first over a second. */
  refs: Map<string, PitchRef>;
};

/**
 * A pitch of a title that waits for a place is placed rather than doubled; one that stands where the file says is
 * there already; a cell with another session in it is a problem.
 */
export function placePitches(imported: readonly ImportedPitch[], camp: KnownCamp): Placed {
  const pitches: ImportedPitch[] = [];
  const placements: ImportPlan["placements"] = [];
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const keys = new Map<string, PitchRef>();
  const titles = new Map<string, PitchRef>();
  for (const { id, title } of camp.pitches) if (!titles.has(same(title))) titles.set(same(title), { id });
  const placed = new Set(camp.placements.map((placement) => placement.pitchId));
  for (const pitch of imported) {
    const remark = { file: pitch.file ?? 0, line: pitch.row, value: pitch.title };
    const namesakes = camp.pitches.filter((other) => same(other.title) === same(pitch.title));
    const occupant = pitch.cell && occupantOf(camp, pitch.cell);
    const there = occupant
      ? namesakes.find(({ id }) => id === occupant.id)
      : namesakes.find(({ id }) => pitch.cell === null || !placed.has(id));
    if (occupant && !there) {
      problems.push({
        ...remark,
        column: "room",
        code: "cell_taken",
        value: pitch.cell!.room,
        other: occupant.title,
      });
      continue;
    }
    const ref = there ? { id: there.id } : { at: pitches.push(pitch) - 1 };
    if (pitch.cell && !occupant) {
      placements.push({ pitch: ref, ...pitch.cell, pinned: pitch.pinned });
      if (there) placed.add(there.id);
    } else if (there) notes.push({ ...remark, column: "title", code: "already_there", other: "" });
    if (pitch.ref !== "" && !keys.has(same(pitch.ref))) keys.set(same(pitch.ref), ref);
    if (!titles.has(same(pitch.title))) titles.set(same(pitch.title), ref);
  }
  return { pitches, placements, problems, notes, refs: new Map([...titles, ...keys]) };
}

function occupantOf(camp: KnownCamp, cell: { slot: ImportedSlot; room: string }) {
  const room = camp.rooms.find(({ name }) => same(name) === same(cell.room));
  const { startsAt, endsAt } = cell.slot;
  const slot = camp.slots.find((other) => other.startsAt === startsAt && other.endsAt === endsAt);
  const placement = camp.placements.find(({ slotId, roomId }) => slotId === slot?.id && roomId === room?.id);
  return camp.pitches.find(({ id }) => id === placement?.pitchId) ?? null;
}
