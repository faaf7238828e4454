/** The runs of a camp and what they are to the planner, which knows sessions and their copies by their places. */
import type { RunId } from "#domain/run.ts";
import { copiesOf, type Shapes } from "#domain/shape.ts";

/** What the sessions of a problem are: the pitch of each, and the numbers of its copies in their order. */
export type Named = { pitchIds: readonly string[]; copies: readonly (readonly number[])[] };

/** Which runs these pitches have, as the desk decided and as they stand. */
export function namesOf(pitchIds: readonly string[], shapes: Shapes, draft: readonly RunId[]): Named {
  return { pitchIds, copies: pitchIds.map((id) => copiesOf(draft, shapes, id)) };
}

/** Which run a copy of a session is. */
export function runNamed({ pitchIds, copies }: Named, it: { session: number; copy: number }): RunId {
  return { pitchId: pitchIds[it.session]!, copy: copies[it.session]![it.copy]! };
}

/** Which session a run is, and which copy of it; null for a run that the question does not know. */
export function copyNamed({ pitchIds, copies }: Named, run: RunId): { session: number; copy: number } | null {
  const session = pitchIds.indexOf(run.pitchId);
  const copy = copies[session]?.indexOf(run.copy) ?? -1;
  return copy < 0 ? null : { session, copy };
}
