/**
 * Imports: an organiser's spreadsheet, read, laid beside the camp, shown, and written when they say so. Reading and
 * judging are domain/import's; here the camp is read and the plan written, all of it or nothing.
 */

import { eq } from "drizzle-orm";
import { markOf } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import type { Importer } from "#db/import/importer.ts";
import { readKnownCamp } from "#db/import/known.ts";
import { writePlan } from "#db/import/write.ts";
import { bump } from "#db/live.ts";
import { event } from "#db/schema/event.ts";
import { countHands } from "#db/tally.ts";
import { transact } from "#db/transaction.ts";
import { fitInto } from "#domain/import/fit.ts";
import { type Called, type ImportPlan, NEW_CAMP } from "#domain/import/plan.ts";
import { joined, type ReadFile, readFile } from "#domain/import/read.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Organiser } from "#domain/viewer.ts";

/** The text of what is imported: a grid or pitches, ballots about them, or both. */
export type ImportFiles = readonly string[];

/** What an import would do, and a mark of exactly that for whoever agrees to it. */
export type ImportPreview = { sheets: ReadFile["sheet"][]; plan: ImportPlan; mark: string };

/** Says what an import would do. Nothing is written. */
export async function previewImport(
  db: Store,
  organiser: Organiser,
  files: ImportFiles,
  called: Called,
): Promise<ImportPreview> {
  const [camp] = await db.select().from(event).where(eq(event.id, organiser.eventId));
  return previewFor(db, camp!, files, called);
}

/**
 * Does what a preview said, without the rows that have a problem.
 *
 * @param mark of the preview the organiser agreed to; refused `changed_meanwhile` when it would be another by now
 */
export async function importFiles(
  db: Database,
  organiser: Organiser,
  { files, mark }: { files: ImportFiles; mark: string },
  called: Called,
  now: Date,
): Promise<Result<ImportPlan, "not_found" | "changed_meanwhile">> {
  const { eventId, personId } = organiser;
  return importAs(db, { eventId, actor: "crew", actorId: personId }, { files, mark }, called, now);
}

/**
 * The same for whoever may: the organiser at the desk, or the program at the shell, which has no mark to agree to.
 */
export async function importAs(
  db: Database,
  importer: Importer,
  { files, mark }: { files: ImportFiles; mark: string | null },
  called: Called,
  now: Date,
): Promise<Result<ImportPlan, "not_found" | "changed_meanwhile">> {
  const { eventId } = importer;
  const written = await transact(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    const { plan, mark: current } = await previewFor(tx, camp, files, called);
    if (mark !== null && mark !== current) return refused("changed_meanwhile");
    const pitchIds = await writePlan(tx, importer, camp, plan, now);
    await bump(tx, eventId, ["event", "pitches", "draft", "people"]);
    return granted({ plan, pitchIds });
  });
  if (!written.ok) return written;
  await countHands(db, eventId, written.value.pitchIds);
  return granted(written.value.plan);
}

/** The same for a camp that may not be there yet: then `id` is null, and everything would be new. */
export async function previewFor(
  db: Store,
  camp: { id: string | null; zone: string; day: string },
  files: ImportFiles,
  called: Called,
): Promise<ImportPreview> {
  const known = camp.id === null ? NEW_CAMP : await readKnownCamp(db, camp.id);
  const read = files.map((text) => readFile(text, { ...camp, slots: known.slots }));
  const plan = fitInto(joined(read), known, called);
  return { sheets: read.map(({ sheet }) => sheet), plan, mark: markOf(plan) };
}
