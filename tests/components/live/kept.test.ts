import { expect, test } from "vitest";
import { isTheirs } from "#components/live/kept.ts";
import type { Snapshot } from "#domain/live.ts";
import { STRANGER } from "#domain/viewer.ts";

const kept = (owner: string | null) => ({ snapshot: { v: 1 } as Snapshot, me: { ...STRANGER, owner } });

test("what a phone kept is shown to whoever held it then, and to nobody it was handed on to", () => {
  expect(isTheirs(kept("ama"), { ...STRANGER, owner: "ama" })).toBe(true);
  expect(isTheirs(kept("ama"), { ...STRANGER, owner: "ben" })).toBe(false);
  expect(isTheirs(kept("ama"), STRANGER)).toBe(false);
  expect(isTheirs(kept(null), STRANGER)).toBe(true);
});
