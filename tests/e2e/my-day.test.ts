/** One's own day: starred on one tab, followed on another, moved by the crew, and there without a network. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { bump } from "#db/live.ts";
import { bringPitch, bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { star } from "#db/schema/star.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** What a browser says by itself when its network is gone. */
const NO_NETWORK = [/Failed to load resource/, /ERR_/, /Failed to fetch/];
const MINUTE = 60_000;

/** The third slot is on. Ama hosts in the first; the grid can be published again with its rooms the other way round. */
async function settle({ db }: TestServer) {
  const now = new Date();
  const camp = await pitchingCamp(db, "grid", new Date(now.getTime() - 180 * MINUTE));
  const dan = await organiser(db, camp);
  const ama = await camper(db, camp, "Ama");
  await bringPitch(db, ama, pitchForm("Job swaps"), now);
  for (const title of ["Drones", "Maps", "Gritters"]) await bringPitchFor(db, dan, pitchForm(title), [], now);
  const grid = await gridOf(db, camp, now.getTime() - 110 * MINUTE);
  await freeze(db, camp.eventId, grid);
  await db.update(event).set({ phase: "sessions" }).where(eq(event.id, camp.eventId));
  await bump(db, camp.eventId, ["event", "grid"]);
  const move = async () => {
    const [first, ...rooms] = grid.rooms;
    const moved = [{ ...first!, name: "The dye house" }, ...rooms];
    await freeze(db, camp.eventId, { ...grid, number: 2, rooms: moved });
    await bump(db, camp.eventId, ["grid"]);
  };
  return { camp, ama, move };
}

const starOf = (page: Page, title: string) =>
  page.getByRole("button", { name: new RegExp(`I go here.*${title}`) });

test("what is starred on one tab is in one’s day on another, follows the grid, and stays without a network", async ({
  server,
  visitor,
}) => {
  const { camp, ama, move } = await settle(server);
  const [name = "", value = ""] = (await deviceOf(server.db, ama)).split("=");
  const now = await visitor({ ...PHONE, allow: NO_NETWORK });
  const context = now.context();
  await context.addCookies([{ name, value, url: server.origin }]);
  const mine = await context.newPage();
  await mine.goto(`/e/${camp.slug}/me`);
  await expect(mine.getByRole("heading", { name: "My day, Ama" })).toBeVisible();
  await expect(mine.getByText("1 of 5 slots taken")).toBeVisible();
  expect(await axeFaults(mine)).toEqual([]);

  await now.goto(`/e/${camp.slug}/now`);
  await expect(now.getByText("Live", { exact: true })).toBeVisible();
  await starOf(now, "Maps").click();
  await expect(starOf(now, "Maps")).toHaveAttribute("aria-pressed", "true");
  await expect(mine.getByText("2 of 5 slots taken")).toBeVisible();
  await move();
  await expect(mine.getByText("The dye house").first()).toBeVisible();

  // Kept with what it is made of, before the network is gone.
  await expect
    .poll(() => now.evaluate(async (path) => Boolean(await caches.match(path)), `/e/${camp.slug}/day`))
    .toBe(true);
  await expect.poll(() => now.evaluate(() => performance.getEntriesByName("all came").length)).toBe(1);
  await context.setOffline(true);
  await starOf(now, "Maps").click();
  await expect(now.getByText("Sends when online")).toBeVisible();
  await now.goto(`/e/${camp.slug}/me`);
  await expect(now.getByRole("heading", { name: "My day" })).toBeVisible();
  await expect(now.getByRole("heading", { name: "Job swaps" })).toBeVisible();
  await expect(now.getByText("1 of 5 slots taken")).toBeVisible();
  await context.setOffline(false);
  await expect
    .poll(async () =>
      (await server.db.select().from(star).where(eq(star.registrationId, ama.registrationId))).map(
        ({ starred }) => starred,
      ),
    )
    .toEqual([false]);
});
