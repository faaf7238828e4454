/** What a phone knows of the pitches that were seen on it, and whose knowledge that is. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MOST } from "#domain/limits.ts";

/** Another document of the same browser: what was kept in memory is gone. */
async function aDocument() {
  vi.resetModules();
  return import("#components/pitch/seen.ts");
}

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});

afterEach(() => vi.unstubAllGlobals());

test("what somebody saw is known after a reload, at this camp and no other", async () => {
  const { keepSeen } = await aDocument();
  keepSeen("brum", "ama", ["a", "b"]);
  keepSeen("brum", "ama", ["c"]);
  const { readSeen } = await aDocument();
  expect([...readSeen("brum", "ama")]).toEqual(["a", "b", "c"]);
  expect([...readSeen("leeds", "ama")]).toEqual([]);
});

test("whoever is handed the phone has seen nothing, and what was another's is deleted", async () => {
  const { keepSeen } = await aDocument();
  keepSeen("brum", "ama", ["a"]);
  const { readSeen } = await aDocument();
  expect([...readSeen("brum", "ben")]).toEqual([]);
  expect(stored.size).toBe(0);
  expect([...readSeen("brum", "ama")]).toEqual([]);
});

test("what was seen before it is known whose phone it is belongs to whoever it is, and is kept once that is known", async () => {
  const { keepSeen, readSeen } = await aDocument();
  keepSeen("brum", undefined, ["a"]);
  expect(stored.size).toBe(0);
  expect([...readSeen("brum", undefined)]).toEqual(["a"]);
  expect([...readSeen("brum", "ama")]).toEqual(["a"]);
  keepSeen("brum", "ama", ["b"]);
  const later = await aDocument();
  expect([...later.readSeen("brum", "ama")].sort()).toEqual(["a", "b"]);
});

test("a phone knows so many and no more, and those seen last", async () => {
  const { keepSeen } = await aDocument();
  keepSeen(
    "brum",
    "ama",
    Array.from({ length: MOST.seenPitches + 5 }, (_, n) => `p${n}`),
  );
  const { readSeen } = await aDocument();
  const seen = readSeen("brum", "ama");
  expect(seen.size).toBe(MOST.seenPitches);
  expect(seen.has("p4")).toBe(false);
  expect(seen.has("p5")).toBe(true);
});

test("where nothing can be stored, or what is stored is no record, it lasts as long as the page", async () => {
  stored.set("wallchart seen brum", "{");
  const broken = await aDocument();
  expect([...broken.readSeen("brum", "ama")]).toEqual([]);
  vi.stubGlobal("localStorage", undefined);
  const { keepSeen, readSeen } = await aDocument();
  keepSeen("brum", "ama", ["a"]);
  expect([...readSeen("brum", "ama")]).toEqual(["a"]);
});

test("the order is its owner's, and of a phone that nobody holds its own, after a reload too", async () => {
  const { seedOf } = await aDocument();
  expect(seedOf("ama")).toBe("ama");
  const own = seedOf(null);
  expect(seedOf(undefined)).toBe(own);
  expect((await aDocument()).seedOf(null)).toBe(own);
  stored.clear();
  expect((await aDocument()).seedOf(null)).not.toBe(own);
});
