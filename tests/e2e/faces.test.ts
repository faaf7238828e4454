/** Every page of the camp, in both themes and at the smallest sizes: nothing unreadable, nothing cut off. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { bringPitchFor } from "#db/pitch.ts";
import { cookieName } from "#domain/cookie.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { expect, type House, test } from "./fixtures.ts";

type Seen = { path: string; cookie: string | null };

/** Each page in a phase in which it has something to say. */
async function pagesOf(house: House): Promise<Seen[]> {
  const sessions = await publishedCamp(house.db, new Date());
  const [tickets, doors] = [await pitchingCamp(house.db, "tickets"), await pitchingCamp(house.db, "doors")];
  const pitching = await pitchingCamp(house.db);
  const dan = await organiser(house.db, pitching);
  const long = "How do you brief a nervous chief executive about something that is none of their business?";
  const wish = pitchForm(long, { voice: "with_me", noteLevel: "no_names", kind: "went_wrong" });
  await bringPitchFor(house.db, dan, wish, ["Ama", "Rhys"], MORNING);
  await bringPitchFor(house.db, dan, pitchForm("Weeknotes", { line: "Bring one." }), [], MORNING);
  const priya = await deviceOf(house.db, await camper(house.db, pitching, "Priya"));
  const own = (path: string) => ({ path: `/e/${pitching.slug}/${path}`, cookie: priya });
  const open = (path: string) => ({ path, cookie: null });
  return [
    open("/"),
    open(`/e/${tickets.slug}`),
    open(`/e/${tickets.slug}/now`),
    open(`/e/${doors.slug}/pitches`),
    ...["now", "pitches", "pitch", "grid", "me"].map(own),
    open(`/e/${pitching.slug}/me`),
    open(`/e/${sessions.slug}/now`),
    open(`/e/${sessions.slug}/grid`),
    ...[tickets, doors, pitching, sessions].map(({ slug }) => open(`/e/${slug}/wall`)),
    open(`/now/${sessions.slug}`),
    { path: `/e/${pitching.slug}/desk/pitches`, cookie: await deviceOf(house.db, dan) },
  ];
}

async function show(page: Page, house: House, { path, cookie }: Seen): Promise<void> {
  // A page that is still reading would do so as nobody once its cookie is gone.
  await page.goto("about:blank");
  await page.context().clearCookies();
  const value = cookie?.slice(`${cookieName(house.origin)}=`.length);
  if (value) await page.context().addCookies([{ name: cookieName(house.origin), value, url: house.origin }]);
  await page.goto(path);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing to say, ${colorScheme}`, async ({ house, visitor }) => {
    test.setTimeout(240_000);
    const page = await visitor({ viewport: { width: 390, height: 844 }, colorScheme });
    for (const seen of await pagesOf(house)) {
      await show(page, house, seen);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      expect.soft(said, seen.path).toEqual([]);
    }
  });
}

for (const [name, viewport] of [
  ["320 px", { width: 320, height: 640 }],
  ["200 % of a laptop", { width: 640, height: 360 }],
] as const) {
  test(`nothing is wider than the screen at ${name}`, async ({ house, visitor }) => {
    test.setTimeout(180_000);
    const page = await visitor({ viewport });
    for (const seen of await pagesOf(house)) {
      await show(page, house, seen);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, seen.path).toBeLessThanOrEqual(0);
    }
  });
}
