/**
 * What the planner was asked and what it found. A desk asks, a worker takes the question up and keeps what it
 * finds in place; both know the suggestion by its row alone, so a desk may be closed and a worker killed.
 */

import { and, asc, eq, inArray, lt, ne, or, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { listSlots } from "#db/draft.ts";
import { permitted } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { readProblem } from "#db/planner-problem.ts";
import { liveVersion } from "#db/schema/live.ts";
import { suggestion } from "#db/schema/suggestion.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { keepsCounts } from "#db/voting/closing.ts";
import { fingerprint } from "#domain/agenda/fingerprint.ts";
import type { Problem } from "#domain/agenda/problem.ts";
import type { Act } from "#domain/history.ts";
import type { Named } from "#domain/planner-names.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { hasBegun, type SlotView } from "#domain/slot.ts";
import { type Bound, isThinking, type SuggestedGrid } from "#domain/suggestion.ts";
import type { May } from "#domain/viewer.ts";

/** Wakes the workers. Like the channel of the screens it carries a word, never data. */
export const SUGGESTION_CHANNEL = "wallchart_suggestion";

/** A worker that was not heard of for so long is dead. */
const SILENCE_MS = 5_000;
/** A problem that killed so many workers is not given to another. */
const TRIES = 3;

/**
 * Asks for a grid. Whoever asks while one is being thought about shares it.
 *
 * @returns refused `slots_begun` when there is no slot left to put anything into, `counts_kept` while nobody may know how
 *   many hands are up
 */
export async function askForSuggestion(
  db: Database,
  crew: May<"arrange">,
  now: Date,
): Promise<Result<null, "not_open" | "slots_begun" | "counts_kept">> {
  const { eventId, personId } = crew;
  return transact(db, async (tx) => {
    if (!(await permitted(tx, eventId, "arrange"))) return refused("not_open");
    if (await keepsCounts(tx, eventId)) return refused("counts_kept");
    const ahead = await slotsAhead(tx, eventId, now);
    if (!ahead.some(({ kind }) => kind === "session")) return refused("slots_begun");
    const fresh = { ...BLANK, id: newId(), askedAt: now, askedBy: personId };
    const asked = await tx
      .insert(suggestion)
      .values({ eventId, ...fresh })
      .onConflictDoUpdate({
        target: suggestion.eventId,
        set: fresh,
        setWhere: or(inArray(suggestion.state, ["done", "failed"]), overtaken(eventId))!,
      })
      .returning({ id: suggestion.id });
    if (asked.length === 0) return granted(null);
    await recordAct(tx, crew, "ask_plan", now);
    await bump(tx, eventId, ["draft"]);
    await tx.execute(sql`select pg_notify(${SUGGESTION_CHANNEL}, ${`${eventId}:asked`})`);
    return granted(null);
  });
}

const BLANK = {
  state: "asked",
  claim: null,
  beatAt: null,
  tries: 0,
  fingerprint: null,
  problemVersion: null,
  goodUntil: null,
  best: null,
  taken: false,
  bound: null,
} as const;

/** Puts the suggestion away, found or not; its worker notices. Refused `not_open` once the grid is made. */
export async function dropSuggestion(
  db: Database,
  crew: May<"arrange">,
  now: Date,
): Promise<Result<null, "not_open">> {
  return transact(db, async (tx) => {
    if (!(await permitted(tx, crew.eventId, "arrange"))) return refused("not_open");
    if (!(await forgetSuggestion(tx, crew.eventId))) return granted(null);
    await recordAct(tx, crew, "drop_plan", now);
    await bump(tx, crew.eventId, ["draft"]);
    return granted(null);
  });
}

function recordAct(
  tx: Transaction,
  { eventId, personId }: May<"arrange">,
  act: Act,
  at: Date,
): Promise<void> {
  return record(tx, { eventId, at, actor: "crew", actorId: personId, act, subjectId: eventId });
}

/** A suggestion in the hands of one worker. */
export type Claim = { eventId: string; claim: string };

/** What a worker thinks about: the problem, and what each of its sessions is. */
export type Task = Claim & Named & { problem: Problem };

/**
 * Takes up the oldest suggestion that nobody has, or whose worker is dead. Two workers never get the same one.
 *
 * @returns null when there is nothing to think about
 */
export async function takeUpSuggestion(db: Database, now: Date): Promise<Task | null> {
  return db.transaction(async (tx) => {
    const silent = new Date(now.getTime() - SILENCE_MS);
    const [row] = await tx
      .select()
      .from(suggestion)
      .where(
        or(
          eq(suggestion.state, "asked"),
          and(eq(suggestion.state, "thinking"), lt(suggestion.beatAt, silent)),
        ),
      )
      .orderBy(asc(suggestion.askedAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return null;
    const { eventId } = row;
    const mine = eq(suggestion.eventId, eventId);
    if (row.tries >= TRIES) {
      await tx.update(suggestion).set({ state: "failed" }).where(mine);
      await bump(tx, eventId, ["draft"]);
      return null;
    }
    // Its question was changed and its worker is dead: nobody is left to put it away.
    if (isThinking(row.state) && (await tx.$count(suggestion, and(mine, overtaken(eventId)))) > 0) {
      await forgetSuggestion(tx, eventId);
      return null;
    }
    // Read before the problem: a change in between makes the answer one to an older question, never to a newer.
    const problemVersion = await readProblemVersion(tx, eventId);
    const goodUntil = await nextStart(tx, eventId, now);
    const { problem, pitchIds, copies } = await readProblem(tx, eventId, now);
    const [claim, mark] = [newId(), fingerprint(problem)];
    // What a dead worker found still stands if the question is the same.
    const found = row.fingerprint === mark ? {} : { best: null, bound: null, taken: false };
    await tx
      .update(suggestion)
      .set({
        ...found,
        state: "thinking",
        claim,
        beatAt: now,
        tries: row.tries + 1,
        fingerprint: mark,
        problemVersion,
        goodUntil,
      })
      .where(mine);
    return { eventId, claim, problem, pitchIds, copies };
  });
}

/** What a worker has to tell; nothing at all is a sign of life. */
export type Found = { best?: SuggestedGrid; bound?: Bound };

/**
 * Keeps what was found. Where the problem is another by now, or a slot began, the suggestion is forgotten instead:
 * its grid would answer a question that nobody asks any more.
 *
 * @returns false when the worker may stop: the suggestion was dropped, taken up by another, or overtaken
 */
export async function keepFound(
  db: Database,
  { eventId, claim }: Claim,
  { best, bound }: Found,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const mine = and(eq(suggestion.eventId, eventId), eq(suggestion.claim, claim));
    const [row] = await tx.select().from(suggestion).where(mine).for("update");
    if (!row) return false;
    if (!(await stillAsked(tx, row, now))) {
      await forgetSuggestion(tx, eventId);
      await bump(tx, eventId, ["draft"]);
      return false;
    }
    const better = best && !row.taken && isBetter(best, row.best);
    await tx
      .update(suggestion)
      .set({
        beatAt: now,
        ...(better ? { best } : {}),
        ...(bound ? { bound } : {}),
        ...(bound?.final ? { state: "done" as const } : {}),
      })
      .where(mine);
    if (better || bound) await bump(tx, eventId, ["draft"]);
    return true;
  });
}

/** What might be made of a grid besides, a second one and repeats, comes later than the same grid. */
function isBetter(best: SuggestedGrid, before: SuggestedGrid | null): boolean {
  if (before === null || best.score > before.score) return true;
  const more = (what: "second" | "repeats") => best[what] !== undefined && before[what] === undefined;
  return best.score === before.score && (more("second") || more("repeats"));
}

/** The worker broke on this suggestion: the desk is told, and may ask again. */
export async function failSuggestion(db: Database, { eventId, claim }: Claim): Promise<void> {
  await db.transaction(async (tx) => {
    const mine = and(eq(suggestion.eventId, eventId), eq(suggestion.claim, claim));
    const failed = await tx
      .update(suggestion)
      .set({ state: "failed", claim: null })
      .where(mine)
      .returning({ id: suggestion.id });
    if (failed.length > 0) await bump(tx, eventId, ["draft"]);
  });
}

/** Whether a suggestion answers the camp as it is; hands alone may have changed. */
export async function stillAsked(
  db: Store,
  { eventId, problemVersion, goodUntil }: Pick<SuggestionRow, "eventId" | "problemVersion" | "goodUntil">,
  now: Date,
): Promise<boolean> {
  if (goodUntil && goodUntil <= now) return false;
  return problemVersion === (await readProblemVersion(db, eventId));
}

type SuggestionRow = typeof suggestion.$inferSelect;

/** A suggestion whose question is another by now. */
const overtaken = (eventId: string) =>
  ne(
    suggestion.problemVersion,
    sql`(select ${liveVersion.problemVersion} from ${liveVersion} where ${liveVersion.eventId} = ${eventId})`,
  );

async function readProblemVersion(db: Store, eventId: string): Promise<number> {
  const here = eq(liveVersion.eventId, eventId);
  const [row] = await db.select({ version: liveVersion.problemVersion }).from(liveVersion).where(here);
  return row!.version;
}

/** When the next slot begins: from then on it takes nothing new. Null when none is left. */
async function nextStart(db: Store, eventId: string, now: Date): Promise<Date | null> {
  const [next] = await slotsAhead(db, eventId, now);
  return next ? new Date(next.startsAt) : null;
}

async function slotsAhead(db: Store, eventId: string, now: Date): Promise<SlotView[]> {
  return (await listSlots(db, eventId)).filter((slot) => !hasBegun(slot, now.getTime()));
}

/** Puts the camp's suggestion away; whoever thinks about it notices. Says whether there was one. */
async function forgetSuggestion(tx: Transaction, eventId: string): Promise<boolean> {
  const gone = await tx
    .delete(suggestion)
    .where(eq(suggestion.eventId, eventId))
    .returning({ id: suggestion.id });
  return gone.length > 0;
}
