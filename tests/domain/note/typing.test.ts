import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caretAfter, typedChange } from "#domain/note/typing.ts";

/** Half of a character: a lone surrogate. */
const HALF = /\p{Cs}/u;

const applied = (before: string, { at, removed, inserted }: ReturnType<typeof typedChange>) =>
  before.slice(0, at) + inserted + before.slice(at + removed);

describe("what was typed", () => {
  it("is where the caret stands, among signs that are the same", () => {
    expect(typedChange("helo", "hello", 3)).toEqual({ at: 2, removed: 0, inserted: "l" });
    expect(typedChange("helo", "hello", 4)).toEqual({ at: 3, removed: 0, inserted: "l" });
    expect(typedChange("aaa", "aa", 1)).toEqual({ at: 1, removed: 1, inserted: "" });
  });

  it("makes the one text of the other, wherever the caret is said to be", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "é") });
    fc.assert(
      fc.property(text, text, fc.integer({ min: -3, max: 40 }), (before, after, caret) => {
        const change = typedChange(before, after, caret);
        expect(applied(before, change)).toBe(after);
        expect(change.inserted).not.toMatch(HALF);
        expect(before.slice(change.at, change.at + change.removed)).not.toMatch(HALF);
      }),
    );
  });

  it("cuts no character in half whose halves are another’s too", () => {
    expect(typedChange("😀", "😁", 2)).toEqual({ at: 0, removed: 2, inserted: "😁" });
  });
});

describe("the caret", () => {
  it("goes on with what came before it, stays for what came at it or after it, and with what went", () => {
    expect(caretAfter(4, [{ retain: 1 }, { insert: "abc" }])).toBe(7);
    expect(caretAfter(4, [{ retain: 4 }, { insert: "abc" }])).toBe(4);
    expect(caretAfter(4, [{ retain: 5 }, { insert: "abc" }])).toBe(4);
    expect(caretAfter(4, [{ delete: 2 }])).toBe(2);
    expect(caretAfter(4, [{ retain: 3 }, { delete: 5 }])).toBe(3);
    expect(caretAfter(4, [{ insert: "ab" }, { retain: 1 }, { delete: 1 }])).toBe(5);
  });

  it("stands before the sign that it stood before, where that is left", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(10), fc.nat(5), fc.string({ maxLength: 4 }), (caret, at, gone, came) => {
        const before = "0123456789";
        const removed = Math.min(gone, before.length - at);
        if (caret >= at && caret <= at + removed) return;
        const after = before.slice(0, at) + came + before.slice(at + removed);
        const delta = [{ retain: at }, { delete: removed }, { insert: came }].filter((it) =>
          Object.values(it).some((size) => size !== 0 && size !== ""),
        );
        const moved = caretAfter(caret, delta);
        expect(after[moved]).toBe(before[caret]);
      }),
    );
  });
});
