/**
 * Pitches that say the same become one: one stays, and what goes into it keeps its words, hosts and hands, so that
 * taking them apart brings back what was. Nobody counts twice.
 */
import type { Arranging, Edit } from "#domain/draft.ts";
import {
  type MergedPitch,
  NEEDS,
  NOTE_LEVELS,
  type NoteLevel,
  type PitchView,
  stands,
} from "#domain/pitch.ts";
import type { Refusal } from "#domain/refusal.ts";
import { sameShape, shapeOf } from "#domain/shape.ts";

/**
 * A pitch with those that were merged into it: both texts, everybody who hosts, what any of them needs, the stricter
 * say on what leaves the room, and the earlier turn in the line.
 *
 * @param others in the order they came
 */
export function united(stays: PitchView, others: readonly PitchView[]): PitchView {
  if (others.length === 0) return stays;
  const all = [stays, ...others];
  return {
    ...stays,
    hosts: [...new Set(all.flatMap(({ hosts }) => hosts))],
    needs: NEEDS.filter((need) => all.some(({ needs }) => needs.includes(need))),
    noteLevel: strictest(all.map(({ noteLevel }) => noteLevel)),
    at: all.map(({ at }) => at).sort()[0]!,
    merged: others.map(partOf),
  };
}

/** What of a pitch is read beside the one it became a part of. */
export function partOf({ id, title, line, voice, hosts }: MergedPitch): MergedPitch {
  return { id, title, line, voice, hosts };
}

/** They are declared from the most open to the strictest. */
function strictest(levels: readonly NoteLevel[]): NoteLevel {
  return NOTE_LEVELS.filter((level) => levels.includes(level)).at(-1)!;
}

/** The pitch that a pitch is a part of, or itself. @param pitches as everybody sees them */
export function rootsOf(pitches: readonly PitchView[]): (pitchId: string) => string {
  const roots = new Map(pitches.flatMap(({ id, merged }) => (merged ?? []).map((part) => [part.id, id])));
  return (pitchId) => roots.get(pitchId) ?? pitchId;
}

/** That a pitch became part of another, or is one of its own again. */
export type Regrouped = { id: string; title: string; root: { id: string; title: string }; apart: boolean };

/** Which pitch is part of which, as `[part, root]`: little enough for a phone to keep. */
export type Groups = readonly (readonly [part: string, root: string])[];

/**
 * The groups in a list. One that is known, and of which the list says nothing, stays known: it may be of pitches that are not
 * listed, in a page for everybody.
 */
export function groupsOf(pitches: readonly PitchView[], known: Groups = []): Groups {
  const now = pitches.flatMap(({ id, merged = [] }) => merged.map((part) => [part.id, id] as const));
  const said = new Set([...pitches.map(({ id }) => id), ...now.map(([part]) => part)]);
  return [...now, ...known.filter(([part]) => !said.has(part))];
}

/** What was merged and taken apart since. @param known as it was @param pitches as it is */
export function regrouped(known: Groups, pitches: readonly PitchView[]): Regrouped[] {
  const alone = new Map(pitches.map((pitch) => [pitch.id, pitch]));
  const one = pitches.flatMap(({ id: root, title, merged = [] }) =>
    merged
      .filter((part) => !known.some(([id, into]) => id === part.id && into === root))
      .map((part) => ({ id: part.id, title: part.title, root: { id: root, title }, apart: false })),
  );
  const two = known.flatMap(([id, into]) => {
    const [part, root] = [alone.get(id), alone.get(into)];
    return part && root
      ? { id, title: part.title, root: { id: root.id, title: root.title }, apart: true }
      : [];
  });
  return [...one, ...two];
}

/** The groups as they were before some of what changed, for whoever has not read that yet. */
export function withoutNews(groups: Groups, news: readonly Regrouped[]): Groups {
  const unread = new Set(news.map(({ id }) => id));
  return [
    ...groups.filter(([part]) => !unread.has(part)),
    ...news.filter(({ apart }) => apart).map(({ id, root }) => [id, root.id] as const),
  ];
}

/** A pitch as merging judges it; `holds` is how many were merged into it. */
export type Mergeable = {
  id: string;
  createdAt: Date;
  withdrawnAt: Date | null;
  mergedInto: string | null;
  holds: number;
  hands: number;
};

export type MergeRefusal = Extract<Refusal, "changed_meanwhile" | "holds_others">;

/** Why a pitch cannot go into another; null where it can. What holds others goes into nothing: theirs would be lost. */
export function whyNotMerged(stays: Mergeable, goes: Mergeable): MergeRefusal | null {
  if (stays.id === goes.id || !stands(stays) || !stands(goes)) return "changed_meanwhile";
  return goes.holds > 0 ? "holds_others" : null;
}

/**
 * What merging does to the draft: the one that stays takes the cells of the other where it has none, for as long and as
 * often, else those cells are free. Null where nothing moves.
 */
export function movedBy({ placements, pitches }: Arranging, stays: string, goes: string): Edit | null {
  const before = placements.filter(({ pitchId }) => pitchId === goes);
  if (before.length === 0) return null;
  if (placements.some(({ pitchId }) => pitchId === stays)) return { before, after: [] };
  const [own, theirs] = [shapeOf(pitches, stays), shapeOf(pitches, goes)];
  const shape = { pitchId: stays, before: own, after: theirs };
  const after = before.map((it) => ({ ...it, pitchId: stays }));
  return { before, after, ...(!sameShape(own, theirs) && { shapes: [shape] }) };
}

/** Which of two would stay: one that holds others, else the one with more hands, else the earlier. */
export function whichStays<Pitch extends Mergeable>(one: Pitch, other: Pitch): { stays: Pitch; goes: Pitch } {
  const ahead =
    other.holds - one.holds ||
    other.hands - one.hands ||
    one.createdAt.getTime() - other.createdAt.getTime() ||
    one.id.localeCompare(other.id);
  return ahead <= 0 ? { stays: one, goes: other } : { stays: other, goes: one };
}
