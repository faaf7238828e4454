/** The two programs at the shell: one writes a camp into a file, the other brings it in, and each says a sentence. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, test, vi } from "vitest";
import { event } from "#db/schema/event.ts";
import { archive as words } from "#messages/en/archive.ts";
import { makeCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { keptCamp } from "#tests/support/kept-camp.ts";

vi.setConfig({ testTimeout: 90_000 });

const folder = mkdtempSync(path.join(tmpdir(), "wallchart-export-"));
const here = await freshDatabase();
const there = await freshDatabase();
afterAll(() => rmSync(folder, { recursive: true }));

async function run(program: string, url: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const file = fileURLToPath(new URL(`../../bin/${program}.ts`, import.meta.url));
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url };
    execFile(process.execPath, ["--import", "tsx", file, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, said: `${out}${err}`.trim() });
    });
  });
}

const at = (name: string) => path.join(folder, name);

test("a camp goes out into a file, and comes in elsewhere, once", async () => {
  const camp = await keptCamp(here.db);
  const [first, second] = [at("first.zip"), at("second.zip")];
  const out = await run("export", here.url, "--event", camp.slug, "--to", first);
  expect(out).toEqual({ code: 0, said: expect.stringMatching(/^Wrote \d+ files into /) });
  const brought = await run("import-camp", there.url, first);
  expect(brought).toEqual({ code: 0, said: words.shell.brought("Brum Camp", camp.slug) });
  await run("export", there.url, "--event", "brum camp", "--to", second);
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  const again = await run("import-camp", there.url, first);
  expect(again).toEqual({ code: 1, said: words.shell.taken(camp.slug) });
  expect(await there.db.$count(event)).toBe(1);
});

test("what is no camp of ours brings nothing in, and whoever asks for what is not there is told so in words", async () => {
  const before = await there.db.$count(event);
  writeFileSync(at("empty.zip"), zipSync({ "camp.json": strToU8("{}"), "../camp.json": strToU8("{}") }));
  const draft = await makeCamp(here.db, { phase: "draft" });
  const said = await Promise.all([
    run("import-camp", there.url, at("empty.zip")),
    run("import-camp", there.url, at("nothing.zip")),
    run("export", here.url, "--event", draft.slug),
  ]);
  const { wrong, noFile, notPublic } = words.shell;
  expect(said).toEqual([
    { code: 1, said: wrong.unfit(at("empty.zip")) },
    { code: 1, said: noFile(at("nothing.zip")) },
    { code: 1, said: notPublic("Testcamp") },
  ]);
  expect(await there.db.$count(event)).toBe(before);
});
