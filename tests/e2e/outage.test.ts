/** The database goes away under people who go on: nobody is told a lie, nothing acknowledged is lost, and the app stays. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { connect } from "#db/connection.ts";
import { type App, startApp } from "#tests/support/app.ts";
import { formFor, type TestCamp } from "#tests/support/camp.ts";
import { answersIn } from "#tests/support/forms.ts";
import { Load, type Mortal, makeCamps, missed, mortalPostgres } from "#tests/support/outage.ts";
import { expect, test } from "./fixtures.ts";

const MIB = 1024 * 1024;

test("killed, frozen and cut off, and back again each time", async () => {
  test.setTimeout(400_000);
  const postgres = await mortalPostgres();
  const db = connect(postgres.url, { max: 2 });
  const made = await makeCamps(db);
  const app = await startApp({ databaseUrl: postgres.url, worker: true });
  const { slug } = made.pitching;
  const stream = listenTo(`${app.origin}/live/${slug}/stream`);
  const load = new Load(app.origin, made);
  load.begin();
  await expect.poll(() => load.count.registered.length, { timeout: 30_000 }).toBeGreaterThan(0);
  // What nobody has ever read cannot be shown while the database is away.
  expect((await fetch(`${app.origin}/now/${slug}`)).status).toBe(200);

  const pages = await Promise.all([duringOutage(app, slug, made.tickets), postgres.kill(4_000)]);
  expect(pages[0]).toEqual({
    form: 503,
    kept: true,
    page: 503,
    words: true,
    action: 503,
    now: 200,
    age: true,
    health: [200, 503],
  });
  await postgres.freeze(4_000);
  await postgres.cut();
  const [registered, heard] = [load.count.registered.length, stream.messages()];
  await expect.poll(() => load.count.registered.length, { timeout: 60_000 }).toBeGreaterThan(registered + 2);
  await expect.poll(stream.messages, { timeout: 30_000 }).toBeGreaterThan(heard);
  await load.end();

  expect(await missed(db, load.count)).toEqual({ lost: 0, doubled: 0, handsLost: 0 });
  expect(load.count.unreachable).toBe(0);
  expect(
    Object.keys(load.count.statuses).filter((status) => !["200", "303", "503"].includes(status)),
  ).toEqual([]);
  expect(process.kill(app.pid, 0)).toBe(true);
  stream.close();
  await db.$client.end({ timeout: 1 });
  await app.stop();
  await postgres.end();
});

test("a full disk refuses what would be written, in words, shows everything, and goes on when there is room", async () => {
  const home = mkdtempSync(path.join(os.tmpdir(), "wallchart-disk-"));
  test.skip(!mounted(home), "a small disk needs the right to mount one");
  let postgres: Mortal | null = null;
  let app: App | null = null;
  try {
    postgres = await mortalPostgres(home);
    const db = connect(postgres.url, { max: 2 });
    const { tickets, pitching } = await makeCamps(db);
    await db.$client.end({ timeout: 1 });
    app = await startApp({ databaseUrl: postgres.url });
    const { origin } = app;
    const register = async () => {
      const form = formFor(tickets, `${crypto.randomUUID()}@example.org`) as unknown as Record<
        string,
        string
      >;
      const sent = { method: "POST", body: new URLSearchParams(form), redirect: "manual" } as const;
      const answer = await fetch(`${origin}/live/${tickets.slug}/registration`, sent);
      return {
        status: answer.status,
        full: (await answer.text()).includes("disk of the camp’s server is full"),
      };
    };
    expect((await register()).status).toBe(303);

    const { bavail, bsize } = statfsSync(home);
    const ballast = path.join(home, "ballast");
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 40 * MIB));
    await expect.poll(register, { timeout: 10_000 }).toEqual({ status: 503, full: true });
    const tap = await fetch(`${origin}/live/${pitching.slug}/pitches/x/hand`, { method: "PUT" });
    expect([tap.status, await tap.text()]).toEqual([503, expect.stringContaining("disk")]);
    expect((await fetch(`${origin}/e/${pitching.slug}`)).status).toBe(200);

    rmSync(ballast);
    await expect.poll(register, { timeout: 10_000 }).toEqual({ status: 303, full: false });
  } finally {
    await app?.stop();
    await postgres?.end().catch(() => undefined);
    execFileSync("umount", ["-l", home]);
    rmSync(home, { recursive: true, force: true });
  }
});

/** What is answered while it is away, once that is known. */
async function duringOutage({ origin }: App, slug: string, tickets: TestCamp) {
  const ask = (path: string, init?: RequestInit) => fetch(origin + path, { redirect: "manual", ...init });
  await sleep(1_500);
  const page = await ask(`/e/${slug}`);
  const now = await ask(`/now/${slug}`);
  const kept = await now.text();
  const action = await ask("/", { method: "POST", headers: { origin, "next-action": "x" }, body: "[]" });
  // Nothing is needed, so that no tick agrees to its being read.
  const { accessAgreed: _, ...typed } = formFor(tickets, "kept@example.org");
  const body = new URLSearchParams({ ...typed, companions: "0", firstTime: "yes", photos: "yes" });
  const form = await ask(`/live/${tickets.slug}/registration`, { method: "POST", body });
  const answers = answersIn(await form.text());
  const health = await Promise.all(["/healthz", "/readyz"].map(async (path) => (await ask(path)).status));
  return {
    form: form.status,
    kept: isDeepStrictEqual(answers, Object.fromEntries(body)),
    page: page.status,
    words: (await page.text()).includes("out of reach for a moment"),
    action: action.status,
    now: now.status,
    age: now.headers.has("age") && kept.includes("this is what was known then"),
    health,
  };
}

/** A stream that stays open, and how many messages it brought. */
function listenTo(url: string) {
  const leaving = new AbortController();
  let many = 0;
  void fetch(url, { signal: leaving.signal })
    .then(async ({ body }) => {
      for await (const chunk of body!) many += String(Buffer.from(chunk)).split("data:").length - 1;
      many = Number.NaN;
    })
    .catch(() => undefined);
  return { messages: () => many, close: () => leaving.abort() };
}

function mounted(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=260m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
