/** Reading the grid: on a phone a list that opens at now and leads to each session, on a laptop a table. */
import type { Locator, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { common } from "#messages/en/common.ts";
import { grid as words } from "#messages/en/grid.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { zoneAt } from "#tests/support/zone-at.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const NO_NETWORK = [/Failed to load resource/, /ERR_/, /Failed to fetch/];

const top = async (page: Page, name: RegExp) =>
  (await page.getByRole("rowheader", { name }).boundingBox())?.y ?? Number.NaN;

/** Whether the whole of it is on the screen and nothing lies over it. */
const isInSight = (what: Locator) =>
  what.evaluate((element) => {
    const { x, y, width, height, bottom } = element.getBoundingClientRect();
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    return y >= 0 && bottom <= innerHeight && element.contains(there);
  });

/** A camp that is in its third slot, where it is about that hour now. */
async function campAt(db: Database, hour: number) {
  const now = new Date();
  const camp = await publishedCamp(db, now);
  await db
    .update(event)
    .set({ zone: zoneAt(hour, now.getTime()) })
    .where(eq(event.id, camp.eventId));
  return camp;
}

/** By night its last slots are on another day, and a bar of days stands above all. */
const HOURS = [12, 23];

for (const hour of HOURS) {
  test(`a phone opens the grid at now, leads from it to a session and its room, and has them without a network, at ${hour}`, async ({
    server,
    visitor,
  }) => {
    const camp = await campAt(server.db, hour);
    const phone = await visitor({ ...PHONE, allow: NO_NETWORK });
    await phone.goto(`/e/${camp.slug}/grid`);
    await expect(phone.getByText("2 slots are over · 16 sessions")).toBeVisible();
    await expect.poll(() => top(phone, /Slot 3/)).toBeLessThan(500);
    await expect(phone.getByRole("link", { name: words.list.toNow })).toBeHidden();
    await expect.poll(() => phone.evaluate(() => performance.getEntriesByName("all came").length)).toBe(1);
    expect(await axeFaults(phone)).toEqual([]);

    // Halfway down a slot its band is still in sight, and further down there is a way back.
    await phone.evaluate(() => window.scrollBy(0, 700));
    const band = phone.getByRole("rowheader", { name: /Slot 3/ });
    await expect.poll(() => isInSight(band)).toBe(true);
    expect(await top(phone, /Slot 3/)).toBeLessThan(60);
    await phone.evaluate(() => window.scrollTo(0, 9_999));
    await phone.getByRole("link", { name: words.list.toNow }).click();
    await expect.poll(() => isInSight(band)).toBe(true);

    const asked: string[] = [];
    // But for the worker itself, which a browser looks for anew.
    phone.on("request", (request) => request.resourceType() !== "other" && asked.push(request.url()));
    const link = phone.getByRole("link", { name: /^Number \d+:/ }).first();
    const title = (await link.textContent())!;
    await link.click();
    await expect(phone.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(phone).toHaveURL(/\/sessions\/[\w-]+$/);
    await expect(phone).toHaveTitle(`${title} · Brum Camp`);
    expect(asked).toEqual([]);
    await phone.goBack();
    await expect.poll(() => phone.evaluate(() => window.scrollY)).toBeGreaterThan(100);
    await phone.goForward();

    await phone.context().setOffline(true);
    await phone.reload();
    await expect(phone.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await phone.getByRole("main").getByRole("link", { name: "Committee room" }).first().click();
    await expect(phone.getByRole("heading", { level: 1, name: /Committee room/ })).toBeVisible();
    await phone.getByRole("navigation").getByRole("link", { name: common.tabs.now }).click();
    await expect(phone.getByRole("heading", { name: words.now.title })).toBeVisible();
    await phone.context().setOffline(false);
  });

  test(`a laptop has the grid as a table whose heads stay in sight, and no script is needed to read a session, at ${hour}`, async ({
    server,
    visitor,
  }) => {
    const camp = await campAt(server.db, hour);
    const laptop = await visitor({ viewport: { width: 1440, height: 600 } });
    await laptop.goto(`/e/${camp.slug}/grid`);
    const heads = laptop.getByRole("table").last().getByRole("columnheader");
    await expect(heads).toHaveCount(9);
    await expect(heads.nth(8)).toBeVisible();
    await laptop.getByRole("rowheader", { name: /Slot 5/ }).scrollIntoViewIfNeeded();
    await expect.poll(() => isInSight(heads.nth(1))).toBe(true);
    expect(await axeFaults(laptop)).toEqual([]);

    const reader = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await reader.goto(`/now/${camp.slug}`);
    const link = reader.getByRole("link", { name: /^Number \d+:/ }).first();
    const title = (await link.textContent())!;
    await link.click();
    await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await reader
      .getByRole("link", { name: /Committee room/ })
      .first()
      .click();
    await expect(reader.getByRole("heading", { level: 1, name: /Committee room/ })).toBeVisible();
    await expect(reader.getByRole("link", { name: title })).not.toHaveCount(0);
  });
}
