/** A wall that is switched on again without a network: it shows the newest that it kept, and knows when that was. */
import { setImmediate as settled } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Snapshot } from "#domain/live.ts";
import { STRANGER } from "#domain/viewer.ts";
import { aBrowser } from "#tests/support/browser.ts";
import { whole } from "#tests/support/snapshot.ts";

const { stored } = vi.hoisted(() => ({ stored: new Map<string, unknown>() }));
vi.mock("idb-keyval", () => ({
  createStore: () => null,
  get: async (key: string) => stored.get(key),
  set: async (key: string, value: unknown) => void stored.set(key, value),
  del: async (key: string) => void stored.delete(key),
}));

const AT = Date.parse("2026-07-14T10:00:00Z");
const camp = (v: number, name: string): Snapshot => ({ ...whole, v, event: { ...whole.event, name } });

let browser: ReturnType<typeof aBrowser>;
let stop = () => {};
beforeEach(() => {
  vi.resetModules();
  stored.clear();
  browser = aBrowser({ path: "/e/brum/wall", says: null });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

async function open(page: Snapshot) {
  const { LiveScreen } = await import("#components/live/screen.ts");
  const live = new LiveScreen(page, "wall");
  stop = live.start();
  for (let turn = 0; turn < 20; turn++) await settled();
  return [live.snapshot.now.event.name, live.heardAt];
}

test("a page that was kept shows what came after it, as old as that is", async () => {
  browser.marks = ["kept"];
  stored.set("wall brum", { snapshot: camp(5, "as it was last heard"), me: STRANGER, at: AT });
  expect(await open(camp(3, "as the page was made"))).toEqual(["as it was last heard", AT]);
});

test("a page that was kept later shows itself, and so does one that the network brought", async () => {
  browser.marks = ["kept"];
  stored.set("wall brum", { snapshot: camp(5, "as it was last heard"), me: STRANGER, at: AT });
  expect((await open(camp(7, "as the page was made")))[0]).toBe("as the page was made");
  stop();
  browser.marks = [];
  expect(await open(camp(3, "as the network says"))).toEqual(["as the network says", 0]);
});

test("what a phone of the same browser kept is not a wall's, and the other way round", async () => {
  browser.marks = ["kept"];
  stored.set("brum", { snapshot: camp(5, "as Ama may see it"), me: { ...STRANGER, owner: "ama" } });
  expect((await open(camp(3, "as the page was made")))[0]).toBe("as the page was made");
  expect([...stored.keys()]).toEqual(["brum"]);
});
