/**
 * `npm run import -- --event NAME FILE.csv [--ballots FILE.csv]`: brings a spreadsheet into a camp, which is started
 * as a draft when there is none of that name. All of it or nothing, unless `--partly` leaves the bad rows out.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { connect, type Database } from "#db/connection.ts";
import { ensureDatabase, startCluster } from "#db/embedded.ts";
import { findByName, startDraft } from "#db/import/camp.ts";
import { importAs, previewFor } from "#db/import.ts";
import { migrate } from "#db/migrate.ts";
import { reach } from "#db/reach.ts";
import type { ImportPlan } from "#domain/import/plan.ts";
import type { Problem } from "#domain/import/problem.ts";
import { firstDay } from "#domain/import/read.ts";
import { countRows, type ImportCounts, reportOf } from "#domain/import/report.ts";
import { decode } from "#domain/import/text.ts";
import { readDay } from "#domain/import/time.ts";
import { instantAt, localAt } from "#domain/time/local.ts";
import { isZone } from "#domain/time/zone.ts";
import { env, Trouble } from "#env.ts";
import { imports as words } from "#messages/en/import.ts";
import { count } from "#messages/format.ts";

const LOCALE = "en-GB";

type Asked = {
  name: string;
  files: string[];
  zone: string;
  day: string | null;
  place: string;
  partly: boolean;
};

function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      event: { type: "string" },
      ballots: { type: "string" },
      zone: { type: "string", default: "Europe/London" },
      day: { type: "string" },
      place: { type: "string", default: words.newCamp.place },
      partly: { type: "boolean", default: false },
    },
  });
  const files = [...positionals, ...(values.ballots ? [values.ballots] : [])];
  if (!values.event?.trim() || positionals.length > 1 || files.length === 0)
    throw new Trouble(words.shell.usage);
  if (!isZone(values.zone)) throw new Trouble(words.shell.noZone(values.zone));
  const day = values.day === undefined ? null : readDay(values.day);
  if (values.day !== undefined && !day) throw new Trouble(words.shell.noDay(values.day));
  return {
    name: values.event.trim(),
    files,
    zone: values.zone,
    day,
    place: values.place,
    partly: values.partly,
  };
}

function readText(path: string): string {
  try {
    return decode(readFileSync(path));
  } catch {
    throw new Trouble(words.shell.noFile(path));
  }
}

async function bring(db: Database, asked: Asked, now: Date): Promise<void> {
  const texts = asked.files.map(readText);
  const known = await findByName(db, asked.name);
  const today = localAt(now.getTime(), asked.zone).day;
  const day = asked.day ?? firstDay(texts, { zone: asked.zone, day: today, slots: [] });
  const setting = known ?? { id: null, zone: asked.zone, day };
  const { plan } = await previewFor(db, setting, texts, words.called);
  tellProblems(plan.problems, asked);
  for (const note of plan.notes) console.log(`${where(note, asked)}: ${words.note(note)}`);
  const camp = known ?? (await start(db, asked, day, now));
  const importer = { eventId: camp.id, actor: "system", actorId: null } as const;
  const done = await importAs(db, importer, { files: texts, mark: null }, words.called, now);
  if (!done.ok) throw new Trouble(`${camp.slug}: ${done.refusal}`);
  console.log(words.shell.into(camp.slug));
  for (const line of summary(done.value)) console.log(`  ${line}`);
}

async function start(db: Database, { name, place, zone }: Asked, day: string, now: Date) {
  const startsAt = new Date(instantAt(day, "09:00", zone));
  const { sectors } = words.newCamp;
  const camp = await startDraft(db, { name, place, zone, day, sectors, startsAt }, now);
  console.log(words.shell.started(name, camp.slug));
  return camp;
}

/** @throws Trouble when there are any and the rest is not wanted without them */
function tellProblems(problems: readonly Problem[], asked: Asked): void {
  for (const problem of problems)
    console.error(`${where(problem, asked)}: ${words.problem(problem).join(" ")}`);
  const rows = count(countRows(problems), words.problems, LOCALE);
  if (problems.length > 0 && !asked.partly) throw new Trouble(words.shell.refused(rows));
}

function where({ file = 0, line }: { file?: number; line: number }, { files }: Asked): string {
  return words.shell.line(files[file]!, line);
}

function summary(plan: ImportPlan): string[] {
  const { counts } = reportOf(plan, plan.capacity);
  const found = (Object.keys(counts) as (keyof ImportCounts)[]).filter((what) => counts[what] > 0);
  return found.length > 0 ? found.map((what) => count(counts[what], words[what], LOCALE)) : [words.nothing];
}

/** The configured database, or the house's own, started for the moment when it is not running. */
async function openDatabase(): Promise<{ db: Database; close(): Promise<void> }> {
  const given = env().DATABASE_URL;
  if (given) await reach(given);
  const cluster = given
    ? null
    : await startCluster(fileURLToPath(new URL("../.data/postgres", import.meta.url)));
  if (cluster) await ensureDatabase(cluster, "wallchart");
  const url = given ?? cluster!.url("wallchart");
  await migrate(url);
  const db = connect(url, { max: 2 });
  return {
    db,
    close: async () => {
      await db.$client.end({ timeout: 2 });
      if (cluster?.started) await cluster.stop();
    },
  };
}

try {
  const asked = readArguments();
  const { db, close } = await openDatabase();
  await bring(db, asked, new Date()).finally(close);
} catch (error) {
  const usage = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  console.error(usage ? words.shell.usage : error instanceof Trouble ? error.message : error);
  process.exitCode = 1;
}
