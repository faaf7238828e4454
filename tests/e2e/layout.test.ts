/** The worst words in every field, on every page and every screen: all of them can be read. */
import type { Page } from "@playwright/test";
import { cookieName } from "#domain/cookie.ts";
import { layoutFaults } from "#tests/support/layout.ts";
import { deviceOf } from "#tests/support/live.ts";
import { WORST, type WorstCamp, worstCamp } from "#tests/support/worst.ts";
import { expect, type TestServer, test } from "./fixtures.ts";

const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

type Seen = { path: string; cookie: string | null };

/** What strangers, a camper and an organiser see of a camp. */
async function pagesOf(server: TestServer, camp: WorstCamp): Promise<Seen[]> {
  const [crew, own] = [await deviceOf(server.db, camp.organiser), await deviceOf(server.db, camp.camper)];
  const at = (path: string, cookie: string | null = null) => ({ path: `/e/${camp.slug}${path}`, cookie });
  return [
    ...["", "/now", "/wall", "/register", `/r/${camp.token}`].map((path) => at(path)),
    ...["/now", "/pitches", "/pitch", "/grid", "/me"].map((path) => at(path, own)),
    ...["", "/people", "/pitches"].map((path) => at(`/desk${path}`, crew)),
    { path: `/now/${camp.slug}`, cookie: null },
  ];
}

async function open(page: Page, server: TestServer, { path, cookie }: Seen): Promise<void> {
  await page.goto("about:blank");
  await page.context().clearCookies();
  const value = cookie?.slice(`${cookieName(server.origin)}=`.length);
  if (value)
    await page.context().addCookies([{ name: cookieName(server.origin), value, url: server.origin }]);
  await page.goto(path);
}

async function look(page: Page, server: TestServer, pages: readonly Seen[]): Promise<void> {
  for (const seen of pages) {
    await open(page, server, seen);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const faults = await layoutFaults(page);
      expect.soft(faults, `${seen.path} at ${size.width} px`).toEqual([]);
    }
  }
}

for (const [n, phase] of (["tickets", "doors", "pitching", "grid", "sessions", "after"] as const).entries()) {
  test(`no word runs off, is cut or printed over, ${phase}`, async ({ server, visitor }) => {
    const camp = await worstCamp(server.db, phase, n, new Date());
    await look(await visitor(), server, await pagesOf(server, camp));
  });
}

test("no word of a camp runs off the lists of camps", async ({ server, visitor }) => {
  for (const n of WORST.keys()) await worstCamp(server.db, n % 2 ? "closed" : "archived", n, new Date());
  await look(await visitor(), server, [
    { path: "/", cookie: null },
    { path: "/now", cookie: null },
  ]);
});
