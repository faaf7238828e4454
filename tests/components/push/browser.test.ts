/** What a phone is found to be able to do, and how it is asked; the browser is played. */
import { createHash } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { askBrowser, forgetAddress, standingOf } from "#components/push/browser.ts";

afterEach(() => vi.unstubAllGlobals());

const ENDPOINT = "https://push.example.com/wpush/x";
const TOLD = createHash("sha256").update(ENDPOINT).digest("hex");
const made = {
  endpoint: ENDPOINT,
  toJSON: () => ({ endpoint: ENDPOINT, keys: { p256dh: "Bx", auth: "y" } }),
  unsubscribe: async () => true,
};

type Played = {
  permission?: NotificationPermission;
  /** What whoever holds the phone says when they are asked. */
  says?: NotificationPermission;
  kept?: typeof made | null;
  subscribe?: (options: unknown) => Promise<typeof made>;
  without?: "PushManager" | "Notification" | "serviceWorker";
  /** As Safari on an iPhone has it: whether it was opened from the home screen. */
  standalone?: boolean;
};

/** @returns what was asked of the browser */
function play({
  permission = "default",
  says = "granted",
  kept = null,
  without,
  standalone,
  subscribe,
}: Played = {}) {
  const asked: unknown[] = [];
  const pushManager = {
    getSubscription: async () => kept,
    subscribe:
      subscribe ??
      (async (options: unknown) => {
        asked.push(options);
        return made;
      }),
  };
  const worker = { register: async () => {}, ready: Promise.resolve({ active: {}, pushManager }) };
  const requestPermission = async () => {
    asked.push("permission");
    return says;
  };
  const notification = { permission, requestPermission };
  const has = {
    ...(without !== "PushManager" && { PushManager: class {} }),
    ...(without !== "Notification" && { Notification: notification }),
  };
  vi.stubGlobal("window", has);
  vi.stubGlobal("Notification", notification);
  vi.stubGlobal("navigator", {
    ...(without !== "serviceWorker" && { serviceWorker: worker }),
    ...(standalone !== undefined && { standalone }),
  });
  return asked;
}

describe("a phone", () => {
  test.each([
    ["that was told, and still has its address", { permission: "granted", kept: made } as const, TOLD, "on"],
    ["that was never asked", {}, null, "off"],
    ["that said yes for another camp", { permission: "granted", kept: made } as const, null, "off"],
    ["whose browser lost its address", { permission: "granted" } as const, TOLD, "off"],
    [
      "whose browser has another address by now",
      { permission: "granted", kept: made } as const,
      "0".repeat(64),
      "off",
    ],
    ["whose yes was taken back", { permission: "default", kept: made } as const, TOLD, "off"],
    ["that said no", { permission: "denied", kept: made } as const, TOLD, "denied"],
    ["that cannot", { without: "PushManager" } as const, null, "cannot"],
    ["that may show nothing", { without: "Notification" } as const, null, "cannot"],
    ["without a service worker", { without: "serviceWorker" } as const, null, "cannot"],
    ["with an iPhone's browser", { without: "PushManager", standalone: false } as const, null, "install"],
    [
      "with an old iPhone, from its home screen",
      { without: "PushManager", standalone: true } as const,
      null,
      "cannot",
    ],
    ["with an iPhone, from its home screen", { standalone: true }, null, "off"],
  ])("%s", async (_, played, told, stands) => {
    const asked = play(played);
    expect(await standingOf(told)).toBe(stands);
    expect(asked).toEqual([]);
  });
});

describe("asking", () => {
  test("asks whoever holds it, and then the push service with our key", async () => {
    const asked = play();
    expect(await askBrowser("our-key")).toEqual({ endpoint: ENDPOINT, p256dh: "Bx", auth: "y" });
    expect(asked).toEqual(["permission", { userVisibleOnly: true, applicationServerKey: "our-key" }]);
  });

  test.each([
    ["denied", "denied"],
    ["default", "unanswered"],
  ] as const)("goes no further where the answer is %s", async (says, answer) => {
    const asked = play({ says });
    expect(await askBrowser("our-key")).toBe(answer);
    expect(asked).toEqual(["permission"]);
  });

  test("takes the place of an address that was made with another key", async () => {
    const tries: string[] = [];
    const kept = { ...made, unsubscribe: async () => tries.push("given up") > 0 };
    const subscribe = async () => {
      tries.push("tried");
      if (!tries.includes("given up")) throw new Error("InvalidStateError");
      return made;
    };
    play({ kept, subscribe });
    expect(await askBrowser("our-key")).toMatchObject({ endpoint: ENDPOINT });
    expect(tries).toEqual(["tried", "given up", "tried"]);
  });

  test("fails where there is no network, and where there is no service worker", async () => {
    play({ subscribe: () => Promise.reject(new Error("AbortError")) });
    await expect(askBrowser("our-key")).rejects.toThrow("AbortError");
    play({ without: "serviceWorker" });
    await expect(askBrowser("our-key")).rejects.toThrow("no service worker");
  });
});

test("an address is given up, and that there is none is no fault", async () => {
  const unsubscribe = vi.fn(async () => true);
  play({ kept: { ...made, unsubscribe } });
  await forgetAddress();
  expect(unsubscribe).toHaveBeenCalledOnce();
  for (const played of [{}, { without: "serviceWorker" } as const]) {
    play(played);
    await forgetAddress();
  }
});
