/** A camper has their own phone told of announcements, in a real browser with a push service that is played. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { pushSubscription } from "#db/schema/push.ts";
import type { PushNotification } from "#domain/push.ts";
import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, pitchingCamp } from "#tests/support/pitching.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const ASK = {
  endpoint: "https://push.example.com/wpush/played",
  keys: { p256dh: `B${"a".repeat(86)}`, auth: "b".repeat(22) },
};

/** A browser whose owner says yes when they are asked, and whose push service is there as long as the network is. */
async function playPushService(page: Page): Promise<void> {
  await page.addInitScript((asked) => {
    let kept: object | null = null;
    const made = {
      ...asked,
      toJSON: () => asked,
      unsubscribe: async () => {
        kept = null;
        return true;
      },
    };
    let permission = "default";
    Object.defineProperty(Notification, "permission", { get: () => permission });
    Notification.requestPermission = async () => {
      permission = "granted";
      return "granted";
    };
    PushManager.prototype.getSubscription = async () => kept as never;
    PushManager.prototype.subscribe = async () => {
      if (!navigator.onLine) throw new DOMException("no network", "AbortError");
      kept = made;
      return kept as never;
    };
  }, ASK);
}

/** Has the browser's own push service bring something. @returns what the phone shows by then, each as its words and its tag */
async function bring(page: Page, notification: PushNotification): Promise<string[]> {
  const { origin } = new URL(page.url());
  const cdp = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
  });
  await cdp.send("ServiceWorker.enable");
  const data = JSON.stringify(notification);
  await cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId: await known, data });
  await cdp.detach();
  return page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    return (await worker.getNotifications()).map(({ title, body, tag }) => `${title}: ${body} (${tag})`);
  });
}

async function atMe(server: TestServer, page: Page) {
  const camp = await pitchingCamp(server.db, "sessions", ahead());
  const [name = "", value = ""] = (await deviceOf(server.db, await camper(server.db, camp, "Ama"))).split(
    "=",
  );
  await page.context().addCookies([{ name, value, url: server.origin }]);
  await page.goto(`/e/${camp.slug}/me`);
  return camp;
}

test("one press has a phone told, which shows each once, and another has it told no more; without a network it says so", async ({
  server,
  visitor,
}) => {
  const page = await visitor({ ...PHONE, allow: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/] });
  await playPushService(page);
  const camp = await atMe(server, page);
  const told = () => server.db.$count(pushSubscription, eq(pushSubscription.eventId, camp.eventId));
  const ask = page.getByRole("button", { name: "Tell me on this phone" });
  const stop = page.getByRole("button", { name: "Stop telling me" });

  await expect(ask).toBeVisible();
  await page.context().setOffline(true);
  await ask.click();
  await expect(page.getByText("That needs a network")).toBeVisible();
  await page.context().setOffline(false);
  expect(await told()).toBe(0);

  await ask.click();
  await expect(page.getByText("Your phone will tell you")).toBeVisible();
  await expect(stop).toBeFocused();
  expect(await told()).toBe(1);
  expect(await axeFaults(page)).toEqual([]);

  await page.context().setOffline(true);
  await stop.click();
  await expect(page.getByText("That needs a network")).toBeVisible();
  expect(await told()).toBe(1);
  await page.context().setOffline(false);

  await stop.click();
  await expect(page.getByText("Your phone tells you nothing more")).toBeVisible();
  await expect(ask).toBeFocused();
  expect(await told()).toBe(0);

  const at = { path: `/e/${camp.slug}/now`, lang: "en-GB", dir: "ltr" } as const;
  const lunch = { ...at, title: "Brum Camp", body: "Lunch is in the dye house", tag: "lunch" };
  const bus = { ...lunch, body: "The bus has come", tag: "bus" };
  await page.context().grantPermissions(["notifications"], { origin: server.origin });
  await bring(page, lunch);
  await bring(page, lunch);
  await expect
    .poll(async () => (await bring(page, bus)).sort())
    .toEqual(["Brum Camp: Lunch is in the dye house (lunch)", "Brum Camp: The bus has come (bus)"]);
});
