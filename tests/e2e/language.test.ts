/** Every screen in a language made to show what was left in English, and what has no room for longer words. */
import { sql } from "drizzle-orm";
import { connect } from "#db/connection.ts";
import { cookieName } from "#domain/cookie.ts";
import type { Phase } from "#domain/event.ts";
import { startApp } from "#tests/support/app.ts";
import { createDatabase } from "#tests/support/cluster.ts";
import { englishIn } from "#tests/support/english.ts";
import { layoutFaults } from "#tests/support/layout.ts";
import { deviceOf } from "#tests/support/live.ts";
import { WORST, type WorstCamp, worstCamp } from "#tests/support/worst.ts";
import { test as base, expect, type TestServer } from "./fixtures.ts";

const test = base.extend<object, { server: TestServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from here
    async ({}, use) => {
      const { url, drop } = await createDatabase();
      const db = connect(url, { max: 4 });
      const app = await startApp({ databaseUrl: url, env: { LANGUAGES: "el-x-accented" } });
      await use({ app, origin: app.origin, databaseUrl: url, db });
      await app.stop();
      await db.$client.end({ timeout: 1 });
      await drop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

/** A camp whose own words are in no Latin script. */
async function foreignCamp({ db }: TestServer, phase: Phase): Promise<WorstCamp> {
  const camp = await worstCamp(db, phase, 5, new Date());
  await db.execute(
    sql`update event set name = '野営', strapline = '話', place = '京都' where id = ${camp.eventId}`,
  );
  await db.execute(sql`update sector set name = '町'`);
  await db.execute(sql`update registration set name = '美', organisation = '', access = ''`);
  await db.execute(sql`update person set name = '愛'`);
  await db.execute(sql`update pitch set title = '対話', line = ''`);
  await db.execute(sql`update pitch_host set name = '愛'`);
  await db.execute(sql`update slot set title = '' where kind = 'session'`);
  return camp;
}

/** What strangers, a camper and an organiser see. */
async function pagesOf(server: TestServer, camp: WorstCamp) {
  const [crew, own] = [await deviceOf(server.db, camp.organiser), await deviceOf(server.db, camp.camper)];
  const at = (path: string, cookie: string | null = null) => ({ path: `/e/${camp.slug}${path}`, cookie });
  return [
    ...["", "/now", "/wall", "/register", `/r/${camp.token}`].map((path) => at(path)),
    ...["/now", "/pitches", "/pitch", "/grid", "/me"].map((path) => at(path, own)),
    ...["", "/people", "/pitches", "/grid", "/settings", "/crew", "/import"].map((path) =>
      at(`/desk${path}`, crew),
    ),
    // Not /sign-in: it is built once, in the language of whoever built it.
    ...["/", "/desk", "/devices"].map((path) => ({ path, cookie: crew })),
    { path: "/now", cookie: null },
    { path: `/now/${camp.slug}`, cookie: null },
  ];
}

for (const phase of ["tickets", "pitching", "sessions", "after"] as const) {
  test(`no screen has English left or lacks room for longer words, ${phase}`, async ({ server, visitor }) => {
    const page = await visitor();
    const camp = await foreignCamp(server, phase);
    for (const { path, cookie } of await pagesOf(server, camp)) {
      const name = cookieName(server.origin);
      await page.context().clearCookies();
      if (cookie)
        await page.context().addCookies([{ name, value: cookie.slice(name.length + 1), url: server.origin }]);
      await page.goto(path);
      await page.waitForLoadState("load");
      expect.soft(await page.locator("html").getAttribute("lang"), path).toBe("el-x-accented");
      const said = await page.evaluate(() => {
        const attributes = ["aria-label", "title", "alt", "placeholder", "aria-description"];
        const body = document.body.cloneNode(true) as HTMLElement;
        for (const hidden of body.querySelectorAll("script, style, noscript, template")) hidden.remove();
        const heard = [...document.querySelectorAll("body *")].flatMap((element) =>
          attributes.map((attribute) => element.getAttribute(attribute) ?? ""),
        );
        return [document.title, body.textContent, ...heard].join("\n");
      });
      expect
        .soft(
          englishIn(said.replaceAll(camp.slug, "")).filter((run) => !isOwn(run)),
          path,
        )
        .toEqual([]);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 720 });
        expect.soft(await layoutFaults(page), `${path} at ${width} px`).toEqual([]);
      }
    }
  });
}

/**
 * What stays as somebody wrote it: here all of the camp is of the worst words, cut where a field ends and with a room's
 * letter beside them, and files have their formats.
 */
function isOwn(run: string): boolean {
  if (/^(?:CSV|csv|xlsx|Excel)$/.test(run)) return true;
  let rest = run;
  while (rest.length > 0) {
    const taken = /^[A-H](?=$|[A-Za-z])/.exec(rest)?.[0].length ?? 0;
    const length = ownLength(rest) || taken;
    if (length === 0) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** How much of a run's head is of one of the worst words: all of it, or more than a few letters. */
function ownLength(run: string): number {
  for (let length = run.length; length > 0; length--)
    if (
      (length > 4 || length === run.length) &&
      WORST.some((word) => word.repeat(12).includes(run.slice(0, length)))
    )
      return length;
  return 0;
}
