import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, pitchingCamp } from "#tests/support/pitching.ts";
import { test } from "./fixtures.ts";

const cases = [
  ["off", () => {}],
  ["denied", () => Object.defineProperty(Notification, "permission", { get: () => "denied" })],
  ["install", () => { delete (window as any).PushManager; (navigator as any).standalone = false; }],
  ["cannot", () => { delete (window as any).PushManager; }],
  ["on", () => {
    const asked = { endpoint: "https://push.example.com/wpush/shot", keys: { p256dh: `B${"a".repeat(86)}`, auth: "b".repeat(22) } };
    let permission = "default"; let kept: any = null;
    Object.defineProperty(Notification, "permission", { get: () => permission });
    Notification.requestPermission = async () => (permission = "granted") as any;
    PushManager.prototype.getSubscription = async () => kept;
    PushManager.prototype.subscribe = async () => (kept = { ...asked, toJSON: () => asked, unsubscribe: async () => true });
  }],
] as const;
for (const [name, script] of cases)
  test(`shot ${name}`, async ({ server, visitor }) => {
    const page = await visitor({ viewport: { width: 390, height: 844 } });
    await page.addInitScript(script);
    const camp = await pitchingCamp(server.db, "sessions", ahead());
    const [n = "", value = ""] = (await deviceOf(server.db, await camper(server.db, camp, "Ama"))).split("=");
    await page.context().addCookies([{ name: n, value, url: server.origin }]);
    await page.goto(`/e/${camp.slug}/me`);
    const part = page.getByRole("heading", { name: "On this phone" });
    await part.waitFor();
    if (name === "on") { await page.getByRole("button", { name: "Tell me on this phone" }).click(); await page.getByText("Put it in").waitFor(); }
    for (const [w, h, dark] of [[390, 844, false], [320, 640, true], [1440, 900, false]] as const) {
      if (w !== 390 && name !== "on" && name !== "off") continue;
      await page.setViewportSize({ width: w, height: h });
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
      await page.screenshot({ path: `/tmp/shots/push-${name}-${w}.png`, fullPage: true });
    }
  });
