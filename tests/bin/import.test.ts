/** The program at the shell: all of it or nothing, and a sentence either way. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Database } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { workbook } from "#tests/support/workbook.ts";

vi.setConfig({ testTimeout: 90_000 });

const folder = mkdtempSync(path.join(tmpdir(), "wallchart-import-"));
let db: Database;
let url: string;

beforeAll(async () => {
  ({ db, url } = await freshDatabase());
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const program = fileURLToPath(new URL("../../bin/import.ts", import.meta.url));
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url };
    execFile(
      process.execPath,
      ["--import", "tsx", program, ...args],
      { env, maxBuffer: 1 << 26 },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, said: `${out}${err}` });
      },
    );
  });
}

const camps = () => db.$count(event);

test("a workbook becomes a draft camp, and how its dates were read is said", async () => {
  const rows = [
    ["start", "end", "room", "title"],
    ["7/4/2026 10:00 AM", "7/4/2026 10:45 AM", "Hall", "Independence day"],
    ["7/5/2026 10:00 AM", "7/5/2026 10:45 AM", "Hall", "The day after"],
  ];
  const { code, said } = await run("--event", "Shell camp", file("grid.xlsx", workbook({ Grid: rows })));
  expect([code, said]).toEqual([0, expect.stringContaining("/e/shell-camp")]);
  expect(said).toContain("7/4/2026 is read with the month first");
  expect((await db.select().from(event)).map(({ day }) => day)).toEqual(["2026-07-04"]);
});

test("10,923 pitches are no fault: the most a camp can have come in, or nothing does, and none is left without a word", async () => {
  const big = file("big.csv", `title\n${Array.from({ length: 10_923 }, (_, n) => `Pitch ${n}\n`).join("")}`);
  const refused = await run("--event", "Big camp", big);
  expect([refused.code, await camps()]).toEqual([1, 1]);
  expect(refused.said).toContain("Nothing was imported: 8,923 rows cannot be brought");
  const partly = await run("--event", "Big camp", "--partly", big);
  expect(partly.said).toContain("Of 10,923 rows: 2,000 are brought, 8,923 are left out.");
  expect(await db.$count(pitch)).toBe(2_002);
  expect(partly.said.split("\n").length).toBeLessThan(120);
}, 180_000);

test("another camp's address is a sentence, and leaves nothing behind", async () => {
  const before = await camps();
  const { code, said } = await run("--event", "Shell, camp!", file("one.csv", "title\nA\n"));
  expect([code, await camps()]).toEqual([1, before]);
  expect(said).toContain("would be at /e/shell-camp, and another camp is there");
  expect(said).not.toMatch(/insert into|Failed query|\$1|at .*\.ts/);
});

test("a fault while rows are written leaves no camp behind, and quotes no statement", async () => {
  const before = [await camps(), await db.$count(room)];
  await db.$client.unsafe("alter table pitch add constraint planted check (title <> 'Broken')");
  const { code, said } = await run("--event", "Broken camp", file("bad.csv", "title\nBroken\n"));
  await db.$client.unsafe("alter table pitch drop constraint planted");
  expect([code, [await camps(), await db.$count(room)]]).toEqual([1, before]);
  expect(said.trim().split("\n")).toEqual([expect.stringContaining("the database refused it (23514)")]);
});

test("a list of people is told what it is, and nothing comes of it", async () => {
  const before = await camps();
  const { code, said } = await run(
    "--event",
    "People camp",
    "--partly",
    file("p.csv", "name,email\nAma,a@b.example\n"),
  );
  expect([code, await camps()]).toEqual([1, before]);
  expect(said).toContain("This is a list of people, and people are not imported.");
});

test("a file that brings nothing says so, and starts no camp", async () => {
  const before = await camps();
  const bare = await run("--event", "Bare camp", file("bare.csv", "title\n"));
  const left = await run("--event", "Bare camp", "--partly", file("left.csv", "title,kind\nA,karaoke\n"));
  expect([bare.code, left.code, await camps()]).toEqual([1, 1, before]);
  expect(bare.said.trim()).toBe(
    "Nothing was imported, and no camp was started. There are no rows under the first line.",
  );
  expect(left.said).toContain("and no camp was started. Of 1 row: 1 is left out.");
});

test.each([
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ["half a workbook", workbook({ A: [["title"]] }).subarray(0, 200)],
])("%s is told in a sentence", async (_, bytes) => {
  const { code, said } = await run("--event", "X", file("x.bin", bytes));
  expect([code, said]).toEqual([1, expect.stringContaining("cannot be read as a spreadsheet")]);
});
