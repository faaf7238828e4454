/** The worst words in every field, on every page and every screen: all of them can be read. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { event } from "#db/schema/event.ts";
import type { Phase } from "#domain/event.ts";
import { layoutFaults } from "#tests/support/layout.ts";
import { WORST, worstCamp } from "#tests/support/worst.ts";
import { zoneAt } from "#tests/support/zone-at.ts";
import { byDay } from "./by-day.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import { campScreens, DOORS_NOT_OPEN, type Screen, show } from "./screens.ts";

const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

/** The phases whose screens differ most are looked at in every size; the others on the narrowest phone and a laptop. */
const EVERY_SIZE = new Set<Phase>(["doors", "sessions"]);
const ENDS = [SIZES[0]!, SIZES[2]!];

async function look(
  page: Page,
  server: TestServer,
  screens: readonly Screen[],
  sizes = SIZES,
): Promise<void> {
  for (const seen of screens) {
    await show(page, server, seen);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const faults = await layoutFaults(page);
      expect.soft(faults, `${seen.path} at ${size.width} px`).toEqual([]);
    }
  }
}

const PHASES = ["tickets", "doors", "grid", "pitching", "sessions", "after"] as const;

for (const [n, { one: phase, tag }] of byDay(PHASES).entries()) {
  test(`no word runs off, is cut or printed over, ${phase}`, { tag }, async ({ server, visitor }) => {
    const now = new Date();
    const camp = await worstCamp(server.db, phase, n, now);
    // By night its last slots are on another day.
    const zone = zoneAt(n < 3 ? 23 : 12, now.getTime());
    await server.db.update(event).set({ zone }).where(eq(event.id, camp.eventId));
    const page = await visitor({ allow: [DOORS_NOT_OPEN] });
    await look(
      page,
      server,
      await campScreens(server, camp, ["", "/people", "/pitches"]),
      EVERY_SIZE.has(phase) ? SIZES : ENDS,
    );
  });
}

test("no word of a camp runs off the lists of camps", async ({ server, visitor }) => {
  for (const n of WORST.keys()) await worstCamp(server.db, n % 2 ? "closed" : "archived", n, new Date());
  const [was] = await server.db.select().from(event).where(eq(event.phase, "archived"));
  await look(await visitor(), server, [
    { path: "/", cookie: null },
    { path: "/now", cookie: null },
    { path: `/past/${was!.day.slice(0, 4)}`, cookie: null },
  ]);
});
