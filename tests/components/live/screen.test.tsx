/** Who holds a phone, drawn over a page that everybody gets: as the server says, and while it is silent as was kept. */
import { setImmediate as settled } from "node:timers/promises";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DeskLink, WayToRegister } from "#components/event/yours.tsx";
import type { Kept } from "#components/live/kept.ts";
import type { Snapshot } from "#domain/live.ts";
import { type Me, STRANGER } from "#domain/viewer.ts";
import { aBrowser } from "#tests/support/browser.ts";
import { whole } from "#tests/support/snapshot.ts";

const { stored } = vi.hoisted(() => ({ stored: new Map<string, unknown>() }));
vi.mock("idb-keyval", () => ({
  createStore: () => null,
  get: async (key: string) => stored.get(key),
  set: async (key: string, value: unknown) => void stored.set(key, value),
  del: async (key: string) => void stored.delete(key),
}));

const AMA: Me = { ...STRANGER, owner: "ama", attendee: true, hands: ["p1"] };
const BEN: Me = { ...STRANGER, owner: "ben", attendee: true };
const camp = (v: number, name: string) => ({ v, event: { slug: "brum", name } }) as unknown as Snapshot;
const kept = (me: Me): Kept => ({ me, snapshot: { ...whole, ...camp(1, "as Ama saw it") } });

let browser: ReturnType<typeof aBrowser>;
let stop = () => {};
beforeEach(() => {
  vi.resetModules();
  stored.clear();
  browser = aBrowser({ path: "/e/brum/now", says: AMA });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

/** Opens the page of everybody, and waits until it has asked. @returns who it says this is, and which camp it shows */
async function open() {
  const { LiveScreen } = await import("#components/live/screen.ts");
  const live = new LiveScreen(camp(1, "as everybody sees it"), "phone");
  stop = live.start();
  for (let turn = 0; turn < 20; turn++) await settled();
  return () => [live.me.now?.owner, live.snapshot.now.event.name];
}

test("a phone of somebody asks once, draws who it is over the page, and keeps it", async () => {
  const seen = await open();
  expect([browser.asked, ...seen()]).toEqual([["/live/brum/me"], "ama", "as everybody sees it"]);
  expect(stored.get("brum")).toMatchObject({ me: AMA });
});

test("a phone of nobody asks nobody, and forgets what it kept of whoever held it", async () => {
  browser.marks = ["nobody"];
  stored.set("brum", kept(AMA));
  const seen = await open();
  expect([browser.asked, ...seen(), stored.size]).toEqual([[], null, "as everybody sees it", 0]);
});

test("while the server is silent it is who it was, and shows what they saw", async () => {
  browser.says = null;
  stored.set("brum", kept(AMA));
  const seen = await open();
  expect(seen()).toEqual(["ama", "as Ama saw it"]);
});

test("what an older page kept, which knew fewer parts, says who it is and draws nothing", async () => {
  browser.says = null;
  const { line: _, ...older } = kept(AMA).snapshot;
  stored.set("brum", { me: AMA, snapshot: older });
  const seen = await open();
  expect(seen()).toEqual(["ama", "as everybody sees it"]);
});

test("a phone that was handed on shows nothing of whoever held it, and keeps it no more", async () => {
  browser.says = BEN;
  stored.set("brum", kept(AMA));
  const seen = await open();
  expect([...seen(), stored.get("brum")]).toEqual(["ben", "as everybody sees it", undefined]);
});

test("the page that everybody gets has the way to register, and none to a desk, until it is known who reads it", () => {
  const page = renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>
      <WayToRegister slug="brum" otherwise="Your page">
        Register
      </WayToRegister>
      <DeskLink slug="brum">Desk</DeskLink>
    </AppRouterContext.Provider>,
  );
  expect(page).toContain('href="/e/brum/register"');
  expect(page).toContain("Register");
  expect(page).not.toMatch(/Desk|Your page/);
});
