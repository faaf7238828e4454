import { expect, test, vi } from "vitest";
import { forgetOthers, isTheirs, keep, readKept } from "#components/live/kept.ts";
import type { Snapshot } from "#domain/live.ts";
import { STRANGER } from "#domain/viewer.ts";

const store = new Map<string, unknown>();
vi.mock("idb-keyval", () => ({
  createStore: () => null,
  get: async (key: string) => store.get(key),
  set: async (key: string, value: unknown) => void store.set(key, value),
  del: async (key: string) => void store.delete(key),
}));

const kept = (owner: string | null) => ({ snapshot: { v: 1 } as Snapshot, me: { ...STRANGER, owner } });

test("what a phone kept is shown to whoever held it then, and to nobody it was handed on to", () => {
  expect(isTheirs(kept("ama"), { ...STRANGER, owner: "ama" })).toBe(true);
  expect(isTheirs(kept("ama"), { ...STRANGER, owner: "ben" })).toBe(false);
  expect(isTheirs(kept("ama"), STRANGER)).toBe(false);
  expect(isTheirs(kept(null), STRANGER)).toBe(true);
});

test("a phone that acts for another now forgets at once what it kept, and nothing of other camps", async () => {
  const [ama, other] = [kept("ama"), kept("ama")];
  await keep("camp", ama);
  await keep("other", other);
  await forgetOthers("camp", "ama");
  expect(await readKept("camp")).toEqual(ama);
  await forgetOthers("camp", "ben");
  expect([await readKept("camp"), await readKept("other")]).toEqual([null, other]);
});
