/** The best lines of a camp's write-ups, as its crew chose and ordered them. */
import { and, asc, eq, getTableColumns, inArray } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { bestLine, writeUp } from "#db/schema/write-up.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { shownTo } from "#db/write-up/standing.ts";
import { selectWriteUps, viewOf } from "#db/write-up/view.ts";
import { permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";
import { type BestLine, linesOf } from "#domain/write-up.ts";

type Chosen = { writeUpId: string; line: string };

/** In their order, at most MOST.bestLines. */
async function readChosen(store: Store, eventId: string): Promise<Chosen[]> {
  const { writeUpId, line } = getTableColumns(bestLine);
  return store
    .select({ writeUpId, line })
    .from(bestLine)
    .where(eq(bestLine.eventId, eventId))
    .orderBy(asc(bestLine.position));
}

/** What of those that were chosen everybody may read now: its writer may have changed it since. At most MOST.bestLines. */
export async function listBestLines(store: Store, eventId: string): Promise<BestLine[]> {
  const chosen = await readChosen(store, eventId);
  const quoted = await readQuotable(store, eventId, chosen);
  return chosen.flatMap(({ writeUpId, line }) => {
    const from = quoted.get(writeUpId);
    if (!from || !linesOf(from).includes(line)) return [];
    const { of, title, session } = from;
    return [{ writeUpId, line, of, title, session }];
  });
}

/** The write-ups of these lines that everybody may read, and whose writers allow it. */
async function readQuotable(store: Store, eventId: string, chosen: readonly Pick<Chosen, "writeUpId">[]) {
  const ids = [...new Set(chosen.map(({ writeUpId }) => writeUpId))];
  if (ids.length === 0) return new Map<string, ReturnType<typeof viewOf>>();
  const here = and(eq(writeUp.eventId, eventId), inArray(writeUp.id, ids));
  const rows = await selectWriteUps(store, and(here, eq(writeUp.quotable, true), shownTo("public")));
  return new Map(rows.map((row) => [row.row.id, viewOf(row)]));
}

/** All that were chosen, at most MOST.bestLines; `shown`: whether everybody reads it. */
export async function listChosenLines(
  store: Store,
  { eventId }: May<"runPitches">,
): Promise<(Chosen & { shown: boolean })[]> {
  const shown = new Set((await listBestLines(store, eventId)).map(keyOf));
  return (await readChosen(store, eventId)).map((each) => ({ ...each, shown: shown.has(keyOf(each)) }));
}

const keyOf = ({ writeUpId, line }: Chosen) => `${writeUpId} ${line}`;

type LineRefusal = "not_found" | "not_open" | "best_lines_full";

/**
 * Puts a line behind those that are chosen. Safe to repeat.
 *
 * @returns refused `not_found` for what is no line of a write-up that everybody here may read and whose writer allows it,
 *   `not_open` by the phase, `best_lines_full` where there are MOST.bestLines
 */
export function chooseLine(
  db: Database,
  crew: May<"runPitches">,
  line: Chosen,
  now: Date,
): Promise<Result<null, LineRefusal>> {
  return change(db, crew, line, "choose_line", now, async (tx, chosen) => {
    if (chosen.some((each) => keyOf(each) === keyOf(line))) return granted(null);
    const from = (await readQuotable(tx, crew.eventId, [line])).get(line.writeUpId);
    if (!from || !linesOf(from).includes(line.line)) return refused("not_found");
    return chosen.length < MOST.bestLines ? granted([...chosen, line]) : refused("best_lines_full");
  });
}

/** Takes a line out, or moves it up by one. Safe to repeat: taken out is taken out. @returns refused as `chooseLine` */
export function changeLine(
  db: Database,
  crew: May<"runPitches">,
  line: Chosen,
  to: "out" | "up",
  now: Date,
): Promise<Result<null, LineRefusal>> {
  return change(db, crew, line, to === "out" ? "drop_line" : "choose_line", now, async (_, chosen) => {
    const at = chosen.findIndex((each) => keyOf(each) === keyOf(line));
    if (at < 0) return to === "out" ? granted(null) : refused("not_found");
    const rest = chosen.toSpliced(at, 1);
    if (to === "out") return granted(rest);
    return granted(at === 0 ? null : rest.toSpliced(at - 1, 0, chosen[at]!));
  });
}

/** Under the camp's lock. @param next what is chosen then, null for no change */
async function change(
  db: Database,
  { eventId, personId }: May<"runPitches">,
  { writeUpId }: Chosen,
  act: "choose_line" | "drop_line",
  now: Date,
  next: (tx: Transaction, chosen: readonly Chosen[]) => Promise<Result<Chosen[] | null, LineRefusal>>,
): Promise<Result<null, LineRefusal>> {
  return transact<null, LineRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "tidyWriteUps")) return refused("not_open");
    const decided = await next(tx, await readChosen(tx, eventId));
    if (!decided.ok) return decided;
    if (!decided.value) return granted(null);
    await tx.delete(bestLine).where(eq(bestLine.eventId, eventId));
    const rows = decided.value.map((each, position) => ({ ...each, eventId, position }));
    if (rows.length > 0) await tx.insert(bestLine).values(rows);
    await record(tx, { eventId, at: now, actor: "crew", actorId: personId, act, subjectId: writeUpId });
    return granted(null);
  });
}
