/** What the service worker does while no page is open: it shows what a phone is told, and opens the camp with a tap. */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { beforeEach, describe, expect, test } from "vitest";
import type { PushNotification } from "#domain/push.ts";

type Heard = { waitUntil(work: Promise<unknown>): void; [more: string]: unknown };

const program = readFileSync(new URL("../../public/sw.js", import.meta.url), "utf8");

const NOTE: PushNotification = {
  title: "Brum Camp",
  body: "Lunch is in the dye house",
  tag: "01a2140c08fe7ccc9585bd7a1bdcaab6",
  path: "/e/brum/now",
  lang: "en-GB",
  dir: "ltr",
};

/** Windows of this browser, by their address. */
let open: string[];
let done: string[];
let shown: { title: string; options: Record<string, unknown> }[];
let listeners: Map<string, (event: Heard) => void>;

beforeEach(() => {
  [open, done, shown, listeners] = [[], [], [], new Map()];
  const clients = {
    matchAll: async ({ type }: { type: string }) =>
      type === "window"
        ? open.map((path) => ({
            url: `https://camp.example${path}`,
            focus: async () => done.push(`focus ${path}`),
          }))
        : [],
    openWindow: async (path: string) => done.push(`open ${path}`),
  };
  const registration = {
    showNotification: async (title: string, options: Record<string, unknown>) =>
      shown.push({ title, options }),
  };
  const self = {
    addEventListener: (kind: string, listener: (event: Heard) => void) => listeners.set(kind, listener),
    clients,
    registration,
  };
  vm.runInNewContext(program, { self, URL });
});

/** @returns how much the browser was asked to wait for */
async function hear(kind: string, event: Record<string, unknown>): Promise<number> {
  const works: Promise<unknown>[] = [];
  listeners.get(kind)!({ ...event, waitUntil: (work) => works.push(work) });
  await Promise.all(works);
  return works.length;
}

describe("a push", () => {
  test("is shown in the words and the language that came, under the tag that shows it once", async () => {
    expect(await hear("push", { data: { json: () => NOTE } })).toBe(1);
    expect(shown).toEqual([
      {
        title: "Brum Camp",
        options: {
          body: "Lunch is in the dye house",
          tag: NOTE.tag,
          lang: "en-GB",
          dir: "ltr",
          icon: "/icons/icon-192.png",
          data: { path: "/e/brum/now" },
        },
      },
    ]);
  });

  test("without words is none of ours", async () => {
    expect(await hear("push", { data: null })).toBe(0);
    expect(shown).toEqual([]);
  });
});

describe("without a network", () => {
  const kept = new Map([
    ["/e/brum/grid", "the grid"],
    ["/e/brum/now", "now"],
  ]);
  const cache = { match: async (path: string) => kept.get(path), keys: async () => [] };
  const fetching = { answers: false };

  beforeEach(() => {
    const self = {
      addEventListener: (kind: string, heard: (event: Heard) => void) => listeners.set(kind, heard),
    };
    const fetch = async () => {
      if (!fetching.answers) throw new Error("no network");
      return { status: 200, came: "from the network" };
    };
    const caches = { open: async () => cache };
    vm.runInNewContext(program, {
      self,
      URL,
      caches,
      fetch,
      setTimeout,
      location: { origin: "https://camp.example" },
    });
  });

  async function opened(path: string): Promise<unknown> {
    let answer: Promise<unknown> = Promise.resolve("left to the browser");
    const request = { url: `https://camp.example${path}`, method: "GET", mode: "navigate", referrer: "" };
    listeners.get("fetch")!({
      request,
      respondWith: (it: Promise<unknown>) => (answer = it),
      waitUntil: () => {},
    });
    return answer;
  }

  test.each(["/e/brum/sessions/019f-1", "/e/brum/rooms/B"])(
    "%s is drawn by the page of the grid",
    async (path) => {
      fetching.answers = false;
      expect(await opened(path)).toBe("the grid");
      fetching.answers = true;
      expect(await opened(path)).toMatchObject({ came: "from the network" });
    },
  );
});

describe("a tap on it", () => {
  async function tapped(...windows: string[]): Promise<string> {
    open = windows;
    let closed = false;
    const notification = { data: { path: NOTE.path }, close: () => (closed = true) };
    await hear("notificationclick", { notification });
    expect([closed, done.length]).toEqual([true, 1]);
    return done[0]!;
  }

  test.each([
    ["nothing of the camp", [], "open /e/brum/now"],
    ["what is on now", ["/e/brum/grid", "/e/brum/now"], "focus /e/brum/now"],
    [
      "another tab, which shows it too",
      ["/e/brum/r/secret", "/e/brum/pitches?find=x"],
      "focus /e/brum/pitches?find=x",
    ],
    ["a form, which is left alone", ["/e/brum/pitch"], "open /e/brum/now"],
    ["somebody's page and the desk", ["/e/brum/me", "/e/brum/desk", "/e/brum/r/secret"], "open /e/brum/now"],
    ["another camp", ["/e/brum-2/now", "/e/other/now", "/now"], "open /e/brum/now"],
  ])("with %s open", async (_, windows, does) => {
    expect(await tapped(...windows)).toBe(does);
  });
});
