import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawKey, drawOrder, entryOf, lineOf, listHash, seedOf } from "#domain/draw.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const entries = fc.uniqueArray(fc.uuid(), { maxLength: 40 });

describe("a draw", () => {
  it("is worked out as written down: SHA-256 of the number, a line feed and the entry", () => {
    expect(drawKey("4 8 15 16 23 42", "a")).toBe(sha256("4 8 15 16 23 42\na"));
    expect(listHash(["b", "a"])).toBe(sha256("a\nb"));
  });

  it("has everybody in it once, and does not depend on the order in which they entered", () => {
    fc.assert(
      fc.property(fc.string(), entries, (seed, ids) => {
        const order = drawOrder(seed, ids);
        expect([...order].sort()).toEqual([...ids].sort());
        expect(drawOrder(seed, [...ids].reverse())).toEqual(order);
        expect(listHash([...ids].reverse())).toBe(listHash(ids));
      }),
    );
  });

  it("gives every entry each place about as often as any other", () => {
    const ids = ["a", "b", "c", "d"];
    const first = Array.from({ length: 4_000 }, (_, seed) => drawOrder(String(seed), ids)[0]!);
    // Four standard deviations: sqrt(4000 x 0.25 x 0.75) is 27.4.
    for (const id of ids) expect(Math.abs(first.filter((it) => it === id).length - 1_000)).toBeLessThan(110);
  });

  it("gives a group one chance, however many they are, and its people places side by side", () => {
    const names = fc.uniqueArray(fc.uuid(), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(fc.string(), names, fc.uuid(), (seed, ids, group) => {
        const together = ids.slice(0, 3);
        const lines = ids.map((id) => lineOf(id, together.includes(id) ? group : null));
        const order = drawOrder(seed, lines).map(entryOf);
        const places = together.map((id) => order.indexOf(id)).sort((a, b) => a - b);
        expect(places[2]! - places[0]!).toBe(2);
        // As one entry of the group's name would stand, and the others as they would without them.
        const others = drawOrder(seed, [...ids.slice(3), group]);
        expect([...new Set(order.map((id) => (together.includes(id) ? group : id)))]).toEqual(others);
      }),
    );
  });

  it("takes the public number however its spaces were typed", () => {
    expect(seedOf("  4 8\t15\n16 ")).toBe("4 8 15 16");
    expect(seedOf("\u00a0")).toBe("");
  });
});
