/** What the made-up organiser may do: proven as anybody's, by the token of their phone. */
import type { Database } from "#db/connection.ts";
import { movePhase } from "#db/phase.ts";
import type { Copy } from "#db/rehearsal/copy.ts";
import { findViewer } from "#db/viewer.ts";
import type { Phase } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import { type May, mayOf } from "#domain/viewer.ts";

export type Organiser = May<"movePhase" | "runPitches" | "arrange" | "publish">;

export async function organiserOf(db: Database, { organiser, eventId }: Copy): Promise<Organiser> {
  const { crew } = await findViewer(db, organiser, eventId);
  const may = mayOf(crew, "movePhase", "runPitches", "arrange", "publish");
  if (!may) throw new Error("the copy of a rehearsal is gone");
  return may;
}

export async function move(db: Database, may: Organiser, from: Phase, to: Phase): Promise<void> {
  await done(movePhase(db, may, { from, to }, new Date()));
}

/** What the crew does in a copy, which only they change. @throws where it is refused: that step is then not passed */
export async function done<T>(act: Promise<Result<T, Refusal>>): Promise<T> {
  const result = await act;
  if (!result.ok) throw new Error(`a step of a rehearsal was refused: ${result.refusal}`);
  return result.value;
}
