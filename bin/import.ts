/**
 * `npm run import -- --event NAME FILE [--ballots FILE]`: brings a spreadsheet into a camp, which is started as a
 * draft when there is none of that name. All of it or nothing, unless `--partly` leaves the bad rows out.
 */
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Database } from "#db/connection.ts";
import { addressFor, findByName } from "#db/import/camp.ts";
import { type ImportInput, importAs, importIntoNew, previewFor } from "#db/import.ts";
import { faultCode } from "#db/violation.ts";
import type { Additions } from "#domain/import/additions.ts";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import { readDay } from "#domain/import/dates.ts";
import { isOfFile } from "#domain/import/fates.ts";
import { pagesOf } from "#domain/import/pages.ts";
import type { Source } from "#domain/import/problem.ts";
import { firstDay } from "#domain/import/read.ts";
import { type ImportCounts, ROWS_SHOWN, reportOf } from "#domain/import/report.ts";
import { LONGEST } from "#domain/limits.ts";
import { oneLine } from "#domain/text.ts";
import { instantAt, isDay, localAt } from "#domain/time/local.ts";
import { isZone } from "#domain/time/zone.ts";
import { env, Trouble } from "#env.ts";
import { count, number } from "#messages/counts.ts";
import { haveLanguages, readerLocale, wordsOf } from "#messages/words.ts";
import { openDatabase } from "./open-database.ts";

const words = wordsOf("imports");

const ORDERS = ["day", "month"] as const;
const BYTES_MAX = 16 * 1024 * 1024;

type Asked = {
  name: string;
  files: string[];
  zone: string;
  day: string | null;
  place: string;
  partly: boolean;
  choices: Choices;
};

function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      event: { type: "string" },
      ballots: { type: "string" },
      zone: { type: "string", default: "Europe/London" },
      day: { type: "string" },
      dates: { type: "string" },
      place: { type: "string", default: words.newCamp.place },
      partly: { type: "boolean", default: false },
    },
  });
  const files = [...positionals, ...(values.ballots ? [values.ballots] : [])];
  const [name, place] = [oneLine(values.event ?? ""), oneLine(values.place)];
  if (values.event === undefined || positionals.length > 1 || files.length === 0)
    throw new Trouble(words.shell.usage);
  if (name === "" || name.length > LONGEST.campName)
    throw new Trouble(words.shell.nameLong(String(LONGEST.campName)));
  if (place.length > LONGEST.place) throw new Trouble(words.shell.placeLong(String(LONGEST.place)));
  if (!isZone(values.zone)) throw new Trouble(words.shell.noZone(values.zone));
  const order = ORDERS.find((one) => one === values.dates) ?? null;
  if (values.dates !== undefined && order === null) throw new Trouble(words.shell.noOrder(values.dates));
  const day = values.day === undefined ? null : readDay(values.day, order ?? "day");
  if (values.day !== undefined && !(day && isDay(day))) throw new Trouble(words.shell.noDay(values.day));
  const choices: Choices = { ...NO_CHOICES, order, days: "file" };
  return { name, files, zone: values.zone, day, place, partly: values.partly, choices };
}

/** A file as text; of a workbook its first page. */
async function readText(path: string): Promise<string> {
  const read = await pagesOf(readBytes(path), BYTES_MAX);
  if ("wrong" in read) throw new Trouble(`${path}: ${words.fileWrong(read.wrong)}.`);
  return read.pages[0]!.text;
}

function readBytes(path: string): Uint8Array {
  try {
    haveLanguages(env().LANGUAGES);
    if (statSync(path).size > BYTES_MAX) throw new Trouble(words.shell.fileBig(path));
    return readFileSync(path);
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(words.shell.noFile(path));
  }
}

async function bring(db: Database, asked: Asked, now: Date): Promise<void> {
  const { name, zone, place, choices } = asked;
  const input: ImportInput = { files: await Promise.all(asked.files.map(readText)), choices };
  const known = await findByName(db, name);
  const today = localAt(now.getTime(), zone).day;
  const day = asked.day ?? firstDay(input.files, { zone, day: today, slots: [] }, choices);
  const preview = await previewFor(db, known ?? { id: null, zone, day }, input, words.called);
  tell(preview.additions, asked);
  for (const { order } of preview.readings) if (order) console.log(words.read.orderWhy(order));
  if (!known && preview.additions.rows.brought === 0)
    throw new Trouble(words.shell.empty(words.rows(preview.additions.rows)));
  const startsAt = new Date(instantAt(day, "09:00", zone));
  const { sectors } = words.newCamp;
  const done = known
    ? await importAs(
        db,
        { eventId: known.id, actor: "system", actorId: null },
        { ...input, mark: preview.mark },
        words.called,
        now,
      )
    : await importIntoNew(db, { name, place, zone, day, sectors, startsAt }, input, words.called, now);
  if (!done.ok) throw new Trouble(refusals(asked)[done.refusal]);
  const brought = "additions" in done.value ? done.value : { additions: done.value, slug: known!.slug };
  if (!known) console.log(words.shell.started(name, brought.slug));
  console.log(words.shell.into(brought.slug));
  for (const line of summary(brought.additions)) console.log(`  ${line}`);
}

const refusals = ({ name }: Asked) => ({
  not_found: words.shell.gone,
  changed_meanwhile: words.shell.changed,
  camp_halted: wordsOf("refusal").camp_halted.what,
  slug_taken: words.shell.slugTaken(name, addressFor(name)),
});

/** @throws Trouble when a file cannot be read, or rows are left out and the rest is not wanted without them */
function tell({ problems, notes, alike, rows }: Additions, asked: Asked): void {
  for (const problem of problems.slice(0, ROWS_SHOWN))
    console.error(`${where(problem, asked)}: ${words.problem(problem).join(" ")}`);
  if (problems.length > ROWS_SHOWN)
    console.error(words.more(number(ROWS_SHOWN, readerLocale()), number(rows.left, readerLocale())));
  const unread = problems.some(({ code }) => isOfFile(code));
  const left = count(rows.left, words.problems, readerLocale());
  if (unread && (asked.files.length === 1 || !asked.partly)) throw new Trouble(words.shell.unread);
  if (problems.length > 0 && !asked.partly) throw new Trouble(words.shell.refused(left));
  for (const note of notes.slice(0, ROWS_SHOWN)) console.log(`${where(note, asked)}: ${words.note(note)}`);
  for (const { file, row, ...one } of alike)
    console.log(`${where({ file, row }, asked)}: ${words.alike.apart(one)}`);
}

function where({ file = 0, row }: Source & { row: number }, { files }: Asked): string {
  return words.shell.line(files[file]!, row);
}

function summary(additions: Additions): string[] {
  const { counts } = reportOf(additions, additions.capacity);
  const found = (Object.keys(counts) as (keyof ImportCounts)[]).filter((what) => counts[what] > 0);
  const lines = found.map((what) => count(counts[what], words[what], readerLocale()));
  return [...(lines.length > 0 ? lines : [words.nothing]), words.rows(additions.rows)];
}

/** A fault of the database quotes the statement and what was in it, which is nobody's to read in a terminal. */
function sentenceFor(error: unknown): unknown {
  if (error instanceof Trouble) return error.message;
  if ((error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) return words.shell.usage;
  const code = faultCode(error);
  return code ? words.shell.broken(code) : error;
}

try {
  haveLanguages(env().LANGUAGES);
  const asked = readArguments();
  const { db, close } = await openDatabase();
  await bring(db, asked, new Date()).finally(close);
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}
