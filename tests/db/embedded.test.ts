/** The Postgres we bring along: made, adopted, held by one, stopped with nothing lost. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { driver } from "#db/connection.ts";
import { hold } from "#db/embedded/hold.ts";
import { inWords } from "#db/embedded/in-words.ts";
import { type Cluster, ensureDatabase, startCluster } from "#db/embedded.ts";
import { Trouble } from "#env.ts";

// A folder of ours alone, as `mktemp -d` makes it: as root this is also the way through a locked folder.
const home = mkdtempSync(path.join(os.tmpdir(), "wallchart-embedded-"));
const folder = path.join(home, ".data", "postgres");
let cluster: Cluster;

afterAll(async () => {
  await cluster?.stop();
  rmSync(home, { recursive: true });
});

async function ask(database: string, query: string): Promise<unknown> {
  const sql = driver(cluster.url(database), { max: 1 });
  const [row] = await sql.unsafe(query);
  await sql.end();
  return row && Object.values(row)[0];
}

test("two first starts at once make one cluster", async () => {
  const [one, two] = await Promise.all([startCluster(folder), startCluster(folder)]);
  cluster = one;
  expect(one.url("x")).toBe(two.url("x"));
  await Promise.all([ensureDatabase(one, "camp"), ensureDatabase(two, "camp")]);
  await ask("camp", "create table kept (what text)");
  await ask("camp", "insert into kept values ('this')");
}, 60_000);

test("it is reached by its socket alone, waits for the disk, and speaks UTC", async () => {
  expect(await ask("camp", "show listen_addresses")).toBe("");
  expect(await ask("camp", "show fsync")).toBe("on");
  expect(await ask("camp", "show synchronous_commit")).toBe("on");
  expect(await ask("camp", "show timezone")).toBe("UTC");
  expect(await ask("camp", "show server_encoding")).toBe("UTF8");
});

test("a running one is adopted", async () => {
  expect((await startCluster(folder)).started).toBe(false);
});

test("one supervisor holds it, and hears when it goes away", async () => {
  let lost = 0;
  const letGo = await hold(cluster, () => lost++);
  await expect(hold(cluster, () => lost++)).rejects.toThrow("already running");
  await letGo();
  await hold(cluster, () => lost++);
  expect(lost).toBe(0);
  process.kill(
    Number(readFileSync(path.join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]),
    "SIGKILL",
  );
  await expect.poll(() => lost, { timeout: 5_000 }).toBe(1);
});

test("killed and started again, it has lost nothing", async () => {
  cluster = await startCluster(folder);
  expect(cluster.started).toBe(true);
  expect(await ask("camp", "select what from kept")).toBe("this");
});

test("files of another Postgres are left alone, with a sentence", async () => {
  await cluster.stop();
  const version = path.join(folder, "data/PG_VERSION");
  const made = readFileSync(version, "utf8");
  writeFileSync(version, "12\n");
  await expect(startCluster(folder)).rejects.toThrow(/was made by Postgres 12/);
  await expect(startCluster(folder)).rejects.toThrow(Trouble);
  writeFileSync(version, made);
});

test("a folder that cannot be used is told in a sentence with what to do", async () => {
  const file = path.join(home, "file");
  writeFileSync(file, "");
  const inTheWay = await startCluster(file).catch((error: unknown) => error);
  expect(inTheWay).toBeInstanceOf(Trouble);
  expect((inTheWay as Trouble).message).toContain(`needs the folder ${file}, and a file is in its place`);
  const said = ["EACCES", "EROFS", "ENOSPC"].map((code) => {
    const fault = inWords(Object.assign(new Error(code), { code }), "/data");
    expect(fault).toBeInstanceOf(Trouble);
    return (fault as Trouble).message;
  });
  expect(said).toEqual([
    expect.stringMatching(/cannot write in \/data \(EACCES\): let the user who starts Wallchart write there/),
    expect.stringMatching(/cannot write in \/data \(EROFS\)/),
    expect.stringMatching(/no room left on the disk that holds \/data: free some/),
  ]);
  const panic = new Trouble("Postgres did not start: PANIC: could not write: No space left on device");
  expect((inWords(panic, "/data") as Trouble).message).toContain("no room left");
  const other = new Error("something else");
  expect(inWords(other, "/data")).toBe(other);
});
