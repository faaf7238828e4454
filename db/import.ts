/**
 * Imports: an organiser's spreadsheet, read, laid beside the camp, shown, and written when they say so. Reading and
 * judging are domain/import's; here the camp is read and the additions written, all of it or nothing.
 */

import { eq } from "drizzle-orm";
import { markOf } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { type NewCamp, startDraft } from "#db/import/camp.ts";
import type { Importer } from "#db/import/importer.ts";
import { readKnownCamp } from "#db/import/known.ts";
import { writeAdditions } from "#db/import/write.ts";
import { bumpProblem } from "#db/live.ts";
import { event } from "#db/schema/event.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { countHands } from "#db/voting/tally.ts";
import { isHalted } from "#domain/event.ts";
import { type Additions, type Called, type KnownCamp, NEW_CAMP } from "#domain/import/additions.ts";
import type { Choices } from "#domain/import/choices.ts";
import { fitInto } from "#domain/import/fit.ts";
import type { TellProgress } from "#domain/import/progress.ts";
import { joined, type ReadFile, readFile } from "#domain/import/read.ts";
import type { Reading } from "#domain/import/reading.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

/** The texts of a grid or pitches, of ballots about them, or of both; and how to read them. */
export type ImportInput = { files: readonly string[]; choices: Choices };

/** What an import would do, how its files were read, and a mark of exactly that for whoever agrees to it. */
export type ImportPreview = { readings: Reading[]; additions: Additions; mark: string };

/** Writes nothing. */
export async function previewImport(
  db: Store,
  crew: May<"importSheets">,
  input: ImportInput,
  called: Called,
  tell: TellProgress = () => {},
): Promise<ImportPreview> {
  const [camp] = await db.select().from(event).where(eq(event.id, crew.eventId));
  return previewFor(db, camp!, input, called, tell);
}

/**
 * Without the rows that have a problem. @param mark of the preview agreed to; refused `changed_meanwhile` for another
 */
export async function importFiles(
  db: Database,
  crew: May<"importSheets">,
  input: ImportInput & { mark: string },
  called: Called,
  now: Date,
  tell: TellProgress = () => {},
): Promise<Result<Additions, "not_found" | "changed_meanwhile" | "camp_halted">> {
  const { eventId, personId } = crew;
  return importAs(db, { eventId, actor: "crew", actorId: personId }, input, called, now, tell);
}

/** The same for the organiser or for the program at the shell, which has no mark to agree to. */
export async function importAs(
  db: Database,
  importer: Importer,
  input: ImportInput & { mark: string | null },
  called: Called,
  now: Date,
  tell: TellProgress = () => {},
): Promise<Result<Additions, "not_found" | "changed_meanwhile" | "camp_halted">> {
  // Judged before the camp is locked, so that nobody who registers waits for it.
  const [camp] = await db.select().from(event).where(eq(event.id, importer.eventId));
  const judged = camp ? await judge(db, camp, input, called, tell) : null;
  const written = await transact(db, (tx) => bring(tx, importer, input, called, now, judged, tell));
  if (!written.ok) return written;
  await countHands(db, importer.eventId, written.value.pitchIds);
  return granted(written.value.additions);
}

/** Starts a camp and imports files into it, both or neither. Refused `slug_taken` when another camp has its address. */
export async function importIntoNew(
  db: Database,
  camp: NewCamp,
  input: ImportInput,
  called: Called,
  now: Date,
): Promise<
  Result<
    { additions: Additions; id: string; slug: string },
    "not_found" | "changed_meanwhile" | "camp_halted" | "slug_taken"
  >
> {
  const written = await refereed({ event_slug_is_taken: "slug_taken" } as const, () =>
    transact(db, async (tx) => {
      const { id, slug } = await startDraft(tx, camp, now);
      const importer = { eventId: id, actor: "system", actorId: null } as const;
      const brought = await bring(tx, importer, { ...input, mark: null }, called, now, null, () => {});
      return brought.ok ? granted({ ...brought.value, id, slug }) : brought;
    }),
  );
  if (!written.ok) return written;
  const { additions, pitchIds, id, slug } = written.value;
  await countHands(db, id, pitchIds);
  return granted({ additions, id, slug });
}

type Brought = { additions: Additions; pitchIds: string[] };

async function bring(
  tx: Transaction,
  importer: Importer,
  { mark, ...input }: ImportInput & { mark: string | null },
  called: Called,
  now: Date,
  judged: Judged | null,
  tell: TellProgress,
): Promise<Result<Brought, "not_found" | "changed_meanwhile" | "camp_halted">> {
  const camp = await lockEvent(tx, importer.eventId);
  if (!camp) return refused("not_found");
  // Whoever comes with a file has a place.
  if (isHalted(camp.phase)) return refused("camp_halted");
  const known = await readKnownCamp(tx, camp.id);
  const { additions, mark: current } =
    judged?.basis === basisOf(camp, known) ? judged : lay(camp, known, input, called, tell);
  if (mark !== null && mark !== current) return refused("changed_meanwhile");
  const pitchIds = await writeAdditions(tx, importer, camp, additions, now, tell);
  await bumpProblem(tx, importer.eventId, ["event", "pitches", "draft", "people"]);
  return granted({ additions, pitchIds });
}

/** The same for a camp that may not be there yet: then `id` is null, and everything is new. */
export async function previewFor(
  db: Store,
  camp: CampToRead & { id: string | null },
  input: ImportInput,
  called: Called,
  tell: TellProgress = () => {},
): Promise<ImportPreview> {
  const known = camp.id === null ? NEW_CAMP : await readKnownCamp(db, camp.id);
  return lay(camp, known, input, called, tell);
}

type CampToRead = { zone: string; day: string };

/** A preview, and a mark of the camp it is true of. */
type Judged = ImportPreview & { basis: string };

async function judge(
  db: Store,
  camp: CampToRead & { id: string },
  input: ImportInput,
  called: Called,
  tell: TellProgress,
): Promise<Judged> {
  const known = await readKnownCamp(db, camp.id);
  return { ...lay(camp, known, input, called, tell), basis: basisOf(camp, known) };
}

const basisOf = ({ zone, day }: CampToRead, known: KnownCamp) => markOf([zone, day, known]);

function lay(
  camp: CampToRead,
  known: KnownCamp,
  { files, choices }: ImportInput,
  called: Called,
  tell: TellProgress,
): ImportPreview {
  const read = readAll(files, camp, known, choices, tell);
  const rows = read.reduce((sum, file) => sum + file.rows.length, 0);
  tell({ step: "comparing", done: 0, of: rows });
  const additions = fitInto(joined(read), known, called, choices.same);
  const readings = read.map(({ reading }) => reading);
  return { readings, additions, mark: markOf([readings, additions]) };
}

/** A second file finds the slots that the first one makes. */
function readAll(
  files: readonly string[],
  { zone, day }: CampToRead,
  known: KnownCamp,
  choices: Choices,
  tell: TellProgress,
): ReadFile[] {
  const slots = [...known.slots];
  const days = new Set([day, ...known.days]);
  return files.map((text) => {
    const read = readFile(text, { zone, day, days: [...days].sort(), slots: [...slots] }, choices, tell);
    for (const slot of read.slots) days.add(localAt(slot.startsAt, zone).day);
    slots.push(...read.slots.map((slot) => ({ ...slot, id: "" })));
    return read;
  });
}
