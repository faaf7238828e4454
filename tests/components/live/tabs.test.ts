import { afterEach, expect, test, vi } from "vitest";
import { type Learnt, Tabs } from "#components/live/tabs.ts";

const open: Tabs[] = [];
afterEach(() => {
  for (const tabs of open.splice(0)) tabs.close();
  vi.unstubAllGlobals();
});

/** A tab, and what it heard. */
function tab(slug: string): { tabs: Tabs; heard: Learnt[] } {
  const heard: Learnt[] = [];
  const tabs = new Tabs(slug, (hand) => heard.push(hand));
  open.push(tabs);
  return { tabs, heard };
}

const hand = { owner: "ama", pitch: "a", up: true };

test("what one tab learns of a hand, every other tab at that camp hears, and itself not", async () => {
  const [first, second, elsewhere] = [tab("brum"), tab("brum"), tab("york")];
  first.tabs.tell(hand);
  await vi.waitFor(() => expect(second.heard).toEqual([hand]));
  expect([first.heard, elsewhere.heard]).toEqual([[], []]);
});

test("a tab that is closed hears nothing, and an older browser does without", async () => {
  const [first, closed, second] = [tab("brum"), tab("brum"), tab("brum")];
  closed.tabs.close();
  first.tabs.tell(hand);
  await vi.waitFor(() => expect(second.heard).toHaveLength(1));
  expect(closed.heard).toEqual([]);
  vi.stubGlobal("BroadcastChannel", undefined);
  Reflect.deleteProperty(globalThis, "BroadcastChannel");
  expect(() => tab("brum").tabs.tell(hand)).not.toThrow();
});
