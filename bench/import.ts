/**
 * `npm run bench import`: how long a spreadsheet holds up a process that has phones to answer, when a thread beside it does
 * the work, and when the process does it itself; and how the work grows with the rows.
 */
import { ImportThread } from "#db/import/import-thread.ts";
import { importFiles, previewImport } from "#db/import.ts";
import { NO_CHOICES } from "#domain/import/choices.ts";
import { pagesOf } from "#domain/import/pages.ts";
import { makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { workbook } from "#tests/support/workbook.ts";
import { type BenchDatabase, benchDatabase } from "./support/database.ts";
import { round } from "./support/measure.ts";
import { printJson, printTable } from "./support/table.ts";

const ROWS = [1_000, 5_000, 10_000];
const BYTES_MAX = 16 * 1024 * 1024;
const called = { person: "Person #", session: "Session #" };

type Steps = {
  open: () => Promise<unknown>;
  look: () => Promise<{ mark: string }>;
  bring: (mark: string) => Promise<unknown>;
};

/** Milliseconds: how long it took, and how long nothing else could be done at most. */
type Held = { took: number; held: number };

/** @param args `--json` for a last line of JSON */
export async function main(args: readonly string[]): Promise<void> {
  const bench = await benchDatabase();
  const thread = new ImportThread(bench.url);
  try {
    // Its start is not measured: it is loaded when somebody opens the page.
    await stepsIn(bench, thread, 10).then(walk);
    const rows: [number, string, Held[]][] = [];
    for (const count of ROWS) {
      rows.push([count, "a thread", await walk(await stepsIn(bench, thread, count))]);
      rows.push([count, "the process", await walk(await stepsIn(bench, null, count))]);
    }
    report(args, rows);
  } finally {
    await thread.end();
    await bench.drop();
  }
}

/** A workbook of ballots, half as many people as rows, into a camp of its own. */
async function stepsIn({ db }: BenchDatabase, thread: ImportThread | null, count: number): Promise<Steps> {
  const crew = await makeOrganiser(db, await makeCamp(db, { phase: "pitching" }));
  const ballots = Array.from({ length: count }, (_, n) => [
    `Ana ${(n % Math.ceil(count / 2)).toString(36)} of Aberdare`,
    `S${(n * 31 + (n < count / 2 ? 0 : 1)) % 200}`,
    "5",
  ]);
  const rows = [["person", "pitch", "rating"], ...ballots];
  const bytes = workbook({ Ballots: rows });
  const input = { files: [rows.map((row) => row.join(",")).join("\n")], choices: NO_CHOICES };
  const about = { crew, capacity: 130, input, called };
  const ignore = () => {};
  if (thread)
    return {
      open: () => thread.ask({ ask: "pages", bytes, most: BYTES_MAX }, ignore),
      look: () => thread.ask({ ask: "look", ...about }, ignore),
      bring: (mark) => thread.ask({ ask: "bring", mark, now: new Date(), ...about }, ignore),
    };
  return {
    open: () => pagesOf(bytes, BYTES_MAX),
    look: () => previewImport(db, crew, input, called),
    bring: (mark) => importFiles(db, crew, { ...input, mark }, called, new Date()),
  };
}

async function walk({ open, look, bring }: Steps): Promise<Held[]> {
  let mark = "";
  return [
    await holding(open),
    await holding(async () => {
      ({ mark } = await look());
    }),
    await holding(() => bring(mark)),
  ];
}

async function holding(work: () => Promise<unknown>): Promise<Held> {
  const began = performance.now();
  let [last, held, over] = [began, 0, false];
  const tick = () => {
    const now = performance.now();
    held = Math.max(held, now - last);
    last = now;
    if (!over) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  // What the work did last is only seen by a tick after it.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  over = true;
  return { took: round(performance.now() - began, 0), held: round(held, 0) };
}

function report(args: readonly string[], rows: readonly (readonly [number, string, Held[]])[]): void {
  printTable("A workbook of ballots: milliseconds, and of these at most in one piece", [
    ["rows", "done by", "opened", "in one piece", "looked at", "in one piece", "brought", "in one piece"],
    ...rows.map(([count, by, steps]) => [count, by, ...steps.flatMap(({ took, held }) => [took, held])]),
  ]);
  const worst = (by: string) =>
    Math.max(
      ...rows.filter(([, done]) => done === by).flatMap(([, , steps]) => steps.map(({ held }) => held)),
    );
  printJson(args, { thread_held_ms: worst("a thread"), process_held_ms: worst("the process") });
}
