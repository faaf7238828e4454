/** How long a session is and how often it runs, as the desk decided for its pitch. */
import type { Length } from "#domain/cell.ts";
import type { RunId } from "#domain/run.ts";

export type Shape = { length: Length; runs: number };

/** A session of which nobody decided anything. */
export const ONCE: Shape = { length: 1, runs: 1 };

export const sameShape = (a: Shape, b: Shape): boolean => a.length === b.length && a.runs === b.runs;

/** The shapes of pitches by their ids, of all that are not as `ONCE`. */
export type Shapes = Readonly<Record<string, { shape?: Shape }>>;

export const shapeOf = (shapes: Shapes, pitchId: string): Shape => shapes[pitchId]?.shape ?? ONCE;

/**
 * The same of every session as it stands, whatever the desk has decided of it since. What stands nowhere stays as it is.
 *
 * @param placements of whom the length of the longest counts
 */
export function asStanding<Of extends { shape?: Shape }>(
  shapes: Readonly<Record<string, Of>>,
  placements: readonly (RunId & { length: Length })[],
): Record<string, Of> {
  const standing = (id: string) => placements.filter(({ pitchId }) => pitchId === id);
  const shaped = Object.entries(shapes).map(([id, of]): [string, Of] => {
    const runs = standing(id);
    if (runs.length === 0) return [id, of];
    const length = runs.some((it) => it.length === 2) ? 2 : 1;
    return [id, { ...of, shape: { length, runs: runs.length } }];
  });
  return Object.fromEntries(shaped);
}

/**
 * The numbers of a session's copies, in their order: of those that stand, and of those that wait for a cell, which have
 * the lowest free numbers. A copy keeps its number for as long as it stands, also when one before it was taken out.
 */
export function copiesOf(placements: readonly RunId[], shapes: Shapes, pitchId: string): number[] {
  const copies = placements.filter((it) => it.pitchId === pitchId).map(({ copy }) => copy);
  for (let copy = 0; copies.length < shapeOf(shapes, pitchId).runs; copy++)
    if (!copies.includes(copy)) copies.push(copy);
  return copies.sort((a, b) => a - b);
}

/** The runs of a session that have no cell. */
export function waitingOf(placements: readonly RunId[], shapes: Shapes, pitchId: string): RunId[] {
  const standing = new Set(placements.filter((it) => it.pitchId === pitchId).map(({ copy }) => copy));
  return copiesOf(placements, shapes, pitchId)
    .filter((copy) => !standing.has(copy))
    .map((copy) => ({ pitchId, copy }));
}
