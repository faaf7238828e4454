/** Rehearsing: takes up what an organiser asked for, runs it and has it cleared, whatever ends it. */
import type { Database } from "#db/connection.ts";
import {
  endRehearsal,
  holdsRehearsal,
  keepRehearsal,
  noteRehearsal,
  type Task,
  takeUpRehearsal,
} from "#db/rehearsal/lease.ts";
import { readRehearsed } from "#db/rehearsal.ts";
import type { Transaction } from "#db/transaction.ts";
import { reasonOf } from "#domain/fault.ts";
import { type Line, LONGEST_MS, verdictOf } from "#domain/rehearsal.ts";
import { env } from "#env.ts";
import { inLanguage } from "#messages/words.ts";
import { rehearse } from "./rehearsal/run.ts";
import type { Reached } from "./rehearsal/server.ts";

/** A sign of life, and whether anybody pressed Stop. */
const BEAT_MS = 1_000;

/** One rehearsal, where one is due. @param reached where the server is, and by which name the public knows it */
export async function rehearseDue(
  db: Database,
  now: Date,
  leaving: AbortSignal,
  reached: Reached = env(),
): Promise<void> {
  const task = await takeUpRehearsal(db, now);
  if (!task) return;
  const stop = new AbortController();
  const beat = setInterval(() => void tick(db, task, stop), BEAT_MS);
  const signal = AbortSignal.any([stop.signal, leaving, AbortSignal.timeout(LONGEST_MS)]);
  let result: Parameters<typeof endRehearsal>[2] = { state: "cut_short", lines: [] };
  try {
    const camp = await readRehearsed(db, task.eventId);
    const note = async (part: Parameters<typeof noteRehearsal>[2]["part"], known: readonly Line[]) => {
      result = { state: "cut_short", lines: [...known] };
      await noteRehearsal(db, task, { part, lines: known });
    };
    const holds = (tx: Transaction) => holdsRehearsal(tx, task);
    const all = await inLanguage(camp?.locale ?? "", () =>
      rehearse(db, { ...task, name: camp?.name ?? "", reached, note, holds, signal }),
    );
    result = { state: verdictOf(all), lines: all };
  } catch (fault) {
    if (!signal.aborted) console.error(`a rehearsal broke: ${reasonOf(fault)}`);
  }
  // What came of it stays the same, whatever the database does meanwhile.
  const end = () => endRehearsal(db, task, result, new Date());
  await end()
    .catch(end)
    .finally(() => clearInterval(beat));
}

/** A database that is away for a moment ends nothing: the lease does, where it stays away. */
async function tick(db: Database, task: Task, stop: AbortController): Promise<void> {
  const goesOn = await keepRehearsal(db, task, new Date()).catch(() => true);
  if (!goesOn) stop.abort();
}
