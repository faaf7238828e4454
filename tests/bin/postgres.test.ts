/** The supervised Postgres comes back, however often it goes and whatever stands in its way meanwhile. */
import { mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { reach } from "#db/reach.ts";
import { keepPostgres } from "../../bin/postgres.ts";

const home = mkdtempSync(path.join(os.tmpdir(), "wallchart-kept-"));
const folder = path.join(home, "postgres");
const said: string[] = [];
const quiet = vi.spyOn(console, "error").mockImplementation((line) => void said.push(String(line)));
afterAll(() => {
  quiet.mockRestore();
  rmSync(home, { recursive: true, force: true });
});

const kill = () =>
  process.kill(
    Number(readFileSync(path.join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]),
    "SIGKILL",
  );

test("killed again and again, also where it cannot be started at first, it answers again", async () => {
  const postgres = keepPostgres(folder, { first: 50, most: 200 });
  const url = await postgres.url;
  for (let time = 0; time < 2; time++) {
    kill();
    await reach(url, 60_000);
  }
  const [data, aside] = [path.join(folder, "data"), path.join(folder, "aside")];
  renameSync(data, aside);
  process.kill(Number(readFileSync(path.join(aside, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
  await vi.waitFor(
    () => expect(said.join("\n")).toContain("are gone: bring them back. Trying again"),
    100_000,
  );
  renameSync(aside, data);
  await reach(url, 60_000);
  await postgres.stop();
  // A kill while it was still being taken hold of is one more try, and not told as another going away.
  expect(said).toContain("Postgres went away: starting it again.");
}, 180_000);

test("told to stop while it still starts, it leaves nothing behind", async () => {
  const postgres = keepPostgres(folder);
  await postgres.stop();
  await expect(reach(await postgres.url, 0)).rejects.toThrow("nothing answers there");
}, 60_000);
