/** Importing beside the event loop: the same answers, told of meanwhile, and all of it or nothing when it is killed. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { ImportThread } from "#db/import/import-thread.ts";
import { pitch } from "#db/schema/pitch.ts";
import { NO_CHOICES } from "#domain/import/choices.ts";
import type { ImportProgress } from "#domain/import/progress.ts";
import { makeCamp, makeOrganiser, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const ROWS = 1_500;
const SHEET = `title\n${Array.from({ length: ROWS }, (_, n) => `Pitch ${n}`).join("\n")}\n`;

let db: Database;
let thread: ImportThread;
let crew: Organiser;

beforeAll(async () => {
  const { db: made, url } = await freshDatabase();
  db = made;
  thread = new ImportThread(url);
});
beforeEach(async () => {
  crew = await makeOrganiser(db, await makeCamp(db, { phase: "pitching" }));
});
afterAll(() => thread.end());

const about = (who = crew) => {
  const input = { files: [SHEET], choices: NO_CHOICES };
  return { crew: who, capacity: 130, input, called: { person: "Person #", session: "Session #" } };
};
const nobody = () => {};
const look = () => thread.ask({ ask: "look", ...about() }, nobody);
const bring = (mark: string, tell: (progress: ImportProgress) => void = nobody) =>
  thread.ask({ ask: "bring", mark, now: NOON, ...about() }, tell);
const pitches = () => db.$count(pitch, eq(pitch.eventId, crew.eventId));

test("a file is opened, looked at and brought, and it is told how far each is", async () => {
  const bytes = new TextEncoder().encode(SHEET);
  expect(await thread.ask({ ask: "pages", bytes, most: 100_000 }, nobody)).toEqual({
    pages: [{ name: "", text: SHEET }],
  });
  const { report, reading, mark } = await look();
  expect([reading.sheet, report.counts.pitches, await pitches()]).toEqual(["pitches", ROWS, 0]);
  const told: ImportProgress[] = [];
  const done = await bring(mark, (progress) => told.push(progress));
  expect(done).toMatchObject({ ok: true, value: { counts: { pitches: ROWS } } });
  expect(told.map(({ step, done }) => `${step} ${done}`)).toEqual([
    ...[0, 250, 500, 750, 1_000, 1_250].map((rows) => `reading ${rows}`),
    "comparing 0",
    ...[0, 1_000, 1_500].map((rows) => `writing ${rows}`),
  ]);
  expect(told.every(({ of }) => of === ROWS)).toBe(true);
}, 60_000);

test("what is no spreadsheet is said to be none", async () => {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);
  expect(await thread.ask({ ask: "pages", bytes, most: 100 }, nobody)).toEqual({ wrong: "unreadable" });
});

test("of two who bring the same at once one does, and nothing is doubled", async () => {
  const { mark } = await look();
  const both = await Promise.all([bring(mark), bring(mark)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "changed_meanwhile" });
  expect(await pitches()).toBe(ROWS);
  const { report } = await look();
  expect([report.rows.there, report.counts.pitches]).toEqual([ROWS, 0]);
});

test("a file that is opened while another camp is written waits, and holds up nobody who registers there", async () => {
  const { mark } = await look();
  const [order, bytes] = [[] as string[], new TextEncoder().encode("title\nA\n")];
  let opened: Promise<unknown> = Promise.resolve();
  const brought = bring(mark, ({ step, done }) => {
    if (step !== "writing" || done > 0) return;
    opened = thread.ask({ ask: "pages", bytes, most: 100 }, nobody).then(() => order.push("opened"));
  });
  await brought.then(() => order.push("brought"));
  await opened;
  expect(order).toEqual(["brought", "opened"]);
}, 60_000);

test("killed while it writes it leaves nothing, says so, and the next question finds another thread", async () => {
  const { mark } = await look();
  const killed = bring(mark, ({ step, done }) => {
    if (step === "writing" && done > 0) void thread.end();
  });
  await expect(killed).rejects.toThrow("an import broke");
  expect(await pitches()).toBe(0);
  expect((await bring((await look()).mark)).ok).toBe(true);
  expect(await pitches()).toBe(ROWS);
}, 60_000);

test("what breaks in the thread is told without what was in it, and the thread goes on", async () => {
  const stranger = { ...about(), crew: { ...crew, eventId: "Ama Owusu" } };
  const fault = await thread.ask({ ask: "look", ...stranger }, nobody).catch((error: Error) => error.message);
  expect(fault).toContain("PostgresError 22P02");
  expect(fault).not.toContain("Ama");
  expect((await look()).report.counts.pitches).toBe(ROWS);
});

test("who asks in the moment when an idle thread ends is answered by another", async () => {
  thread.prepare();
  const ended = thread.end();
  const bytes = new TextEncoder().encode("title\nA\n");
  expect(await thread.ask({ ask: "pages", bytes, most: 100 }, nobody)).toMatchObject({
    pages: [{ name: "" }],
  });
  await ended;
});
