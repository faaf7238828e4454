/** Looking through many pitches: one's place is kept, and one at a time opens without a network. */
import type { Page } from "@playwright/test";
import { bringPitchFor } from "#db/pitch.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import { be } from "./screens.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const NO_NETWORK = [/Failed to load resource/, /ERR_/, /Failed to fetch/];

async function pitched(server: TestServer, page: Page, many: number): Promise<string> {
  const camp = await pitchingCamp(server.db);
  const dan = await organiser(server.db, camp);
  for (let n = 1; n <= many; n++)
    await bringPitchFor(server.db, dan, pitchForm(`Pitch number ${n}`), ["Zoë"], MORNING);
  await be(page, server.origin, await deviceOf(server.db, await camper(server.db, camp, "Priya")));
  return `/e/${camp.slug}/pitches`;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a hand is raised one at a time, without a network too, and the list is where it was", async ({
  server,
  visitor,
}) => {
  const page = await visitor({ ...PHONE, allow: NO_NETWORK });
  const path = await pitched(server, page, 9);
  await page.goto(path);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  // The way to pitch, and the tabs, before the list, and what is always in sight scrolls nothing.
  for (const name of ["Skip", "Brum Camp", "Pitch a session", "Now", "Pitches", "Grid", "Me"]) {
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus")).toContainText(name);
  }
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.evaluate(() => window.scrollTo(0, 500));
  for (const away of ["Grid", "Me"]) {
    await page.getByRole("navigation").getByRole("link", { name: away }).click();
    await expect(page).toHaveTitle(new RegExp(`^${away}`));
    await page.getByRole("navigation").getByRole("link", { name: "Pitches" }).click();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(500);
  }

  // What opens it is kept with the page.
  const isKept = () =>
    page.evaluate(async (path) => {
      if (performance.getEntriesByName("all came").length === 0) return false;
      const files = performance
        .getEntriesByType("resource")
        .filter(({ name }) => /\/_next\/static\/.*js/.test(name));
      const kept = await Promise.all(files.map(({ name }) => caches.match(name)));
      return Boolean(await caches.match(path)) && kept.every(Boolean);
    }, path);
  await expect.poll(isKept).toBe(true);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole("link", { name: "One at a time" }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toContainText("of 9");
  await page.getByRole("navigation").getByRole("link", { name: "Pitches" }).click();
  await page.getByRole("link", { name: "One at a time" }).click();
  // What was seen in the list is passed over, and can be gone back to.
  await expect(title).toContainText("of 9");
  while ((await button(page, "Previous").getAttribute("aria-disabled")) !== "true")
    await button(page, "Previous").click();
  for (const name of ["I’d come", "Previous", "Next pitch"])
    expect((await button(page, name).boundingBox())!.height).toBeGreaterThanOrEqual(56);
  await button(page, "I’d come").click();
  await expect(button(page, "I’d come")).toHaveAttribute("aria-pressed", "true");
  await button(page, "Next pitch").click();
  await expect(title).toBeFocused();
  for (let n = 2; n <= 9; n++) {
    await expect(title).toContainText(`${n} of 9`);
    await button(page, "Next pitch").click();
  }
  await expect(title).toHaveText("You have seen them all");
  await expect(page.getByText("You have 1 hand up.")).toBeVisible();
  await page.goBack();
  await page.getByRole("radio", { name: "Mine" }).check({ force: true });
  await expect(page.getByText("1 of 9")).toBeVisible();
  await page.getByRole("radio", { name: "Not seen yet" }).check({ force: true });
  await expect(page.getByText("You have seen them all")).toBeVisible();
});

test("without JavaScript a form finds pitches, and nothing is shown that needs a script", async ({
  server,
  visitor,
}) => {
  const page = await visitor({ ...PHONE, javaScriptEnabled: false });
  await page.goto(await pitched(server, page, 3));
  await expect(page.getByText("Not seen yet")).toBeHidden();
  await page.getByRole("searchbox", { name: "Find a pitch" }).fill("ZOE 2");
  await button(page, "Find").click();
  await expect(page.getByText("1 of 3")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Pitch number 2" })).toBeVisible();
});
