/** A phone in a basement: hands raised without a network are kept, shown, and counted when there is one again. */
import type { BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { bringPitchFor, listPitches } from "#db/pitch.ts";
import { mintLink } from "#db/registration/link.ts";
import { hand } from "#db/schema/voting.ts";
import { common } from "#messages/en/common.ts";
import { pitch } from "#messages/en/pitch.ts";
import { freePort, startApp } from "#tests/support/app.ts";
import { ahead, makeCamp } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { network } from "#tests/support/network.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** What a browser says by itself when its network is gone. */
const NO_NETWORK = [/Failed to load resource/, /ERR_/, /Failed to fetch/];

const TITLES = ["Job swaps", "Maps for everybody", "What gritters taught us", "Forms nobody reads"];

/** A camp in the middle of pitching, with four pitches, and Ama's phone at it. */
async function settle(db: Database, context: BrowserContext, origin: string) {
  const camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  for (const title of TITLES) await bringPitchFor(db, dan, pitchForm(title), [], MORNING);
  const ama = await camper(db, camp, "Ama");
  const [name = "", value = ""] = (await deviceOf(db, ama)).split("=");
  await context.addCookies([{ name, value, url: origin }]);
  return { slug: camp.slug, camp, ama };
}

const handFor = (page: Page, title: string) =>
  page
    .getByRole("listitem")
    .filter({ hasText: title })
    .getByRole("button", { name: /I’d come/ });

async function raise(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) await handFor(page, title).click();
}

async function expectUp(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) await expect(handFor(page, title)).toHaveAttribute("aria-pressed", "true");
}

/** The page is live, and kept with everything it is made of. */
async function openPitches(page: Page, slug: string): Promise<void> {
  await page.goto(`/e/${slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await expect
    .poll(() =>
      page.evaluate(async (path) => {
        const kept = await Promise.all(
          performance
            .getEntriesByType("resource")
            .filter(({ name }) => /\/_next\/static\/.*\.(js|css)/.test(name))
            .map(({ name }) => caches.match(name)),
        );
        const grid = await caches.match(path.replace("pitches", "grid"));
        return Boolean((await caches.match(path)) && grid) && kept.every(Boolean);
      }, `/e/${slug}/pitches`),
    )
    .toBe(true);
}

const inDatabase = (db: Database, registrationId: string) =>
  db.$count(hand, eq(hand.registrationId, registrationId));

test("offline: three hands, a reload, back again: three hands are counted", async ({ visitor, server }) => {
  const phone = await visitor({ ...PHONE, allow: NO_NETWORK });
  const { slug, ama } = await settle(server.db, phone.context(), server.origin);
  const three = TITLES.slice(0, 3);
  await openPitches(phone, slug);

  await phone.context().setOffline(true);
  await raise(phone, three);
  await expectUp(phone, three);
  await expect(phone.getByText("Sends when online")).toHaveCount(3);

  await phone.getByRole("link", { name: pitch.list.pitch }).click();
  await expect(phone.getByText(common.needsNetwork)).toBeVisible();
  await phone.getByRole("link", { name: common.seen, exact: true }).click();
  await expect(phone.getByText(common.needsNetwork)).toBeHidden();
  await expectUp(phone, three);

  await phone.reload();
  await expectUp(phone, three);
  await expect(phone.getByText("Sends when online")).toHaveCount(3);
  // A tab that was never opened with a network is there too, and stays after a reload.
  await phone.getByRole("navigation").getByRole("link", { name: common.tabs.grid }).click();
  await expect(phone).toHaveURL(/grid$/);
  await phone.reload();
  await expect(phone.getByText(common.needsNetwork)).toBeHidden();
  await phone.getByRole("navigation").getByRole("link", { name: common.tabs.pitches }).click();
  await expectUp(phone, three);
  expect(await inDatabase(server.db, ama.registrationId)).toBe(0);

  await phone.context().setOffline(false);
  await expect(phone.getByText("Sends when online")).toHaveCount(0, { timeout: 30_000 });
  await expect(phone.getByText("1 hand", { exact: true })).toHaveCount(3);
  expect(await inDatabase(server.db, ama.registrationId)).toBe(3);

  // Whoever comes back by another page of theirs finds it counted too.
  await phone.context().setOffline(true);
  await raise(phone, TITLES.slice(3));
  await expect(phone.getByText("Sends when online")).toHaveCount(1);
  await phone.goto("about:blank");
  await phone.context().setOffline(false);
  await phone.goto(`/e/${slug}/me`);
  await expect(phone.getByText("4 hands up")).toBeVisible();
  expect(await inDatabase(server.db, ama.registrationId)).toBe(4);
});

test("a network that is there and dead: three hands, a reload, and three hands are counted", async ({
  visitor,
  server,
}) => {
  test.setTimeout(150_000);
  const port = await freePort();
  const app = await startApp({
    databaseUrl: server.databaseUrl,
    env: { ORIGIN: `http://127.0.0.1:${port}` },
  });
  const wifi = await network(app.port, port);
  const phone = await visitor({ ...PHONE, allow: NO_NETWORK, baseURL: wifi.origin });
  const { slug, ama } = await settle(server.db, phone.context(), wifi.origin);
  const three = TITLES.slice(0, 3);
  await openPitches(phone, slug);

  wifi.die();
  await raise(phone, three);
  await expectUp(phone, three);
  await phone.reload({ timeout: 60_000 });
  await expectUp(phone, three);
  await expect(phone.getByText("Sends when online").first()).toBeVisible({ timeout: 30_000 });
  expect(await inDatabase(server.db, ama.registrationId)).toBe(0);

  wifi.revive();
  await expect(phone.getByText("1 hand", { exact: true })).toHaveCount(3, { timeout: 60_000 });
  expect(await inDatabase(server.db, ama.registrationId)).toBe(3);
  await phone.close();
  await wifi.close();
  await app.stop();
});

test("a tap that an older page left on the phone is counted by the new one", async ({ visitor, server }) => {
  const phone = await visitor({ ...PHONE, allow: NO_NETWORK });
  const { slug, ama } = await settle(server.db, phone.context(), server.origin);
  await phone.goto("/");
  const [first] = await listPitches(server.db, ama.eventId);
  await phone.evaluate(
    ([slug, pitch]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("wallchart-outbox");
        opening.onupgradeneeded = () => opening.result.createObjectStore("taps");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("taps", "readwrite");
          writing.objectStore("taps").put({ slug, pitch, up: true, castAt: Date.now() }, `${slug} ${pitch}`);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [slug, first!.id] as const,
  );
  // Also from a page on which no hand is raised, which then has it among theirs.
  await phone.goto(`/e/${slug}/me`);
  await expect.poll(() => inDatabase(server.db, ama.registrationId)).toBe(1);
  await expect(phone.getByRole("listitem").getByText(first!.title)).toBeVisible();
});

test("a phone that is handed on shows and sends nothing of whoever had it before", async ({
  visitor,
  server,
}) => {
  const phone = await visitor({ ...PHONE, allow: NO_NETWORK });
  const { slug, camp } = await settle(server.db, phone.context(), server.origin);
  await openPitches(phone, slug);
  await phone.goto(`/e/${slug}/pitch`);
  await phone.locator('input[name="title"]').fill("Half a pitch of Ama’s");
  await openPitches(phone, slug);
  await phone.context().setOffline(true);
  await raise(phone, TITLES.slice(0, 2));
  await expect(phone.getByText("Sends when online")).toHaveCount(2);
  await phone.goto("about:blank");

  const ben = await camper(server.db, camp, "Ben");
  const [name = "", value = ""] = (await deviceOf(server.db, ben)).split("=");
  await phone.context().addCookies([{ name, value, url: server.origin }]);
  await phone.context().setOffline(false);
  await openPitches(phone, slug);
  await expect(handFor(phone, TITLES[0]!)).toHaveAttribute("aria-pressed", "false");
  await raise(phone, TITLES.slice(2, 3));
  await expect.poll(() => inDatabase(server.db, ben.registrationId)).toBe(1);
  expect(await phone.evaluate((path) => caches.match(path).then(Boolean), `/e/${slug}/pitch`)).toBe(false);
  await phone.goto(`/e/${slug}/pitch`);
  await expect(phone.locator('input[name="title"]')).toHaveValue("");
  // What Ama's page may still have sent as she left it went out as hers.
  expect(await inDatabase(server.db, ben.registrationId)).toBe(1);
});

test("a phone shows what it kept of its owner while there is no network, and forgets it once it is nobody’s", async ({
  server,
  visitor,
}) => {
  const page = await visitor({ ...PHONE, allow: NO_NETWORK });
  const { slug, ama } = await settle(server.db, page.context(), server.origin);
  await page.goto(`/e/${slug}/pitches`);
  await handFor(page, "Job swaps").click();
  await expect.poll(() => inDatabase(server.db, ama.registrationId)).toBe(1);
  await expect
    .poll(() => page.evaluate(async (path) => Boolean(await caches.match(path)), `/e/${slug}/pitches`))
    .toBe(true);
  await page.reload();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "true");
  await page.context().setOffline(true);
  await page.reload();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "true");

  await page.context().setOffline(false);
  await page.context().clearCookies();
  await page.reload();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.context().setOffline(true);
  await page.reload();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "false");
});

test("a ticket opened by its link is read without a network, and forgotten once the phone is handed on", async ({
  visitor,
  server: { db, origin },
}) => {
  const phone = await visitor({ ...PHONE, allow: NO_NETWORK });
  const made = await makeCamp(db, { startsAt: ahead() });
  const camp = { ...made, eventId: made.id };
  const [ama, ben] = [await camper(db, camp, "Ama"), await camper(db, camp, "Ben")];
  const token = await mintLink(db, ama.registrationId, { mailed: true, now: new Date() });
  const ticket = `/e/${camp.slug}/r/${token}`;
  const isKept = () => phone.evaluate((path) => caches.match(path).then(Boolean), ticket);
  await phone.goto(ticket);
  await expect(phone.getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(isKept).toBe(true);

  await phone.context().setOffline(true);
  await phone.reload();
  await expect(phone.getByText("Ama", { exact: true })).toBeVisible();
  await expect(phone.getByRole("img", { name: "A square code" })).toBeVisible();
  await expect(phone.getByText("Saved · offline")).toBeVisible();

  const [name = "", value = ""] = (await deviceOf(db, ben)).split("=");
  await phone.context().addCookies([{ name, value, url: origin }]);
  await phone.context().setOffline(false);
  await phone.goto(`/e/${camp.slug}`);
  await expect.poll(isKept).toBe(false);
});
