import { describe, expect, test } from "vitest";
import type { Placement } from "#domain/grid.ts";
import {
  groupsOf,
  type Mergeable,
  movedBy,
  regrouped,
  rootsOf,
  united,
  whichStays,
  whyNotMerged,
  withoutNews,
} from "#domain/pitch/merging.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { slotsOf } from "#tests/support/slots-of.ts";

const pitch = (id: string, rest: Partial<PitchView> = {}): PitchView => ({
  ...{ ...BLANK_PITCH, id, title: `About ${id}`, line: `Line ${id}`, hosts: [`Host ${id}`] },
  ...{ at: "2026-07-14T09:00:00.000Z", ...rest },
});

describe("a pitch with what was merged into it", () => {
  test("says what all of them say, and names everybody who hosts any, each once", () => {
    const whole = united(pitch("a"), [pitch("b"), pitch("c", { hosts: ["Host a", "Ceri"] })]);
    expect(whole).toMatchObject({ id: "a", title: "About a", line: "Line a" });
    expect(whole.hosts).toEqual(["Host a", "Host b", "Ceri"]);
    expect(whole.merged).toEqual([
      { id: "b", title: "About b", line: "Line b", voice: "me", hosts: ["Host b"] },
      { id: "c", title: "About c", line: "Line c", voice: "me", hosts: ["Host a", "Ceri"] },
    ]);
  });

  test("is itself where nothing was", () => {
    const alone = pitch("a");
    expect(united(alone, [])).toBe(alone);
  });

  test("needs what any of them needs, and keeps to the stricter wish for notes", () => {
    const open = pitch("a", { needs: ["quiet"], noteLevel: "no_names" });
    const closed = pitch("b", { needs: ["screen", "quiet"], noteLevel: "unlisted" });
    for (const whole of [united(open, [closed]), united(closed, [open])]) {
      expect(whole.needs).toEqual(["screen", "quiet"]);
      expect(whole.noteLevel).toBe("unlisted");
    }
    expect(united(open, [pitch("c", { noteLevel: "open" })]).noteLevel).toBe("no_names");
  });

  test("has the earlier turn in the line", () => {
    const [early, late] = ["2026-07-14T09:00:00.000Z", "2026-07-14T09:30:00.000Z"];
    expect(united(pitch("a", { at: late }), [pitch("b", { at: early })]).at).toBe(early);
    expect(united(pitch("a", { at: early }), [pitch("b", { at: late })]).at).toBe(early);
  });
});

test("what was merged leads to what it is part of, and everything else to itself", () => {
  const root = rootsOf([united(pitch("a"), [pitch("b"), pitch("c")]), pitch("d")]);
  expect(["a", "b", "c", "d", "elsewhere"].map(root)).toEqual(["a", "a", "a", "d", "elsewhere"]);
});

describe("what became one, and what is two again", () => {
  const [a, b, c] = [pitch("a"), pitch("b"), pitch("c")];
  const one = [united(a, [b]), c];
  const news = { id: "b", title: "About b", root: { id: "a", title: "About a" } };

  test("is told against what was known", () => {
    expect(regrouped(groupsOf([a, b, c]), one)).toEqual([{ ...news, apart: false }]);
    expect(regrouped(groupsOf(one), [a, b, c])).toEqual([{ ...news, apart: true }]);
    expect(regrouped(groupsOf(one), one)).toEqual([]);
    expect(regrouped(groupsOf([a, b, c]), [united(c, [b]), a])).toMatchObject([
      { id: "b", root: { id: "c" } },
    ]);
  });

  test("is no news where the list says nothing of the two, or of the one that it was part of, and stays known then", () => {
    expect(regrouped(groupsOf(one), [c])).toEqual([]);
    expect(regrouped(groupsOf(one), [b, c])).toEqual([]);
    expect(regrouped(groupsOf([c], groupsOf(one)), one)).toEqual([]);
    expect(groupsOf([b, c], groupsOf(one))).toEqual([]);
  });

  test("what was not read is news again for whoever opens the camp later", () => {
    const lists = [[a, b, c], one, [united(c, [a, b])], [united(a, [b, c])]];
    for (const before of lists)
      for (const after of lists) {
        const known = groupsOf(before);
        const unread = regrouped(known, after);
        const later = withoutNews(groupsOf(after, known), unread);
        expect(regrouped(later, after)).toEqual(unread);
        expect(regrouped(groupsOf(after, known), after)).toEqual([]);
      }
  });
});

const at = (minute: number) => new Date(Date.UTC(2026, 6, 14, 9, minute));
const mergeable = (id: string, rest: Partial<Mergeable> = {}): Mergeable => ({
  ...{ id, createdAt: at(0), withdrawnAt: null, mergedInto: null, holds: 0, hands: 0, ...rest },
});

describe("two pitches that would become one", () => {
  const one = mergeable("a");

  test("do where both stand and nothing is part of what goes", () => {
    expect(whyNotMerged(one, mergeable("b"))).toBeNull();
    expect(whyNotMerged(mergeable("a", { holds: 2 }), mergeable("b"))).toBeNull();
    expect(whyNotMerged(one, mergeable("b", { holds: 1 }))).toBe("holds_others");
  });

  test.each([
    ["the same twice", one, one],
    ["one that was withdrawn", one, mergeable("b", { withdrawnAt: at(1) })],
    ["into one that was", mergeable("a", { withdrawnAt: at(1) }), mergeable("b")],
    ["one that is part of another", one, mergeable("b", { mergedInto: "c" })],
    ["into one that is", mergeable("a", { mergedInto: "c" }), mergeable("b")],
  ])("do not: %s", (_, stays, goes) => {
    expect(whyNotMerged(stays, goes)).toBe("changed_meanwhile");
  });

  test.each([
    ["the one that holds others", { holds: 1 }, { hands: 9 }],
    ["else the one with more hands", { hands: 2, createdAt: at(5) }, { hands: 1 }],
    ["else the earlier", { createdAt: at(1) }, { createdAt: at(2) }],
    ["else the first by id", {}, {}],
  ])("keep %s, whoever asks", (_, more, less) => {
    const [kept, other] = [mergeable("a", more), mergeable("b", less)];
    expect(whichStays(kept, other)).toEqual({ stays: kept, goes: other });
    expect(whichStays(other, kept)).toEqual({ stays: kept, goes: other });
  });
});

describe("the draft", () => {
  const cell = (pitchId: string, slotId: string) => ({
    pitchId,
    slotId,
    roomId: "hall",
    copy: 0,
    length: 1 as const,
    pinned: true,
  });

  const slots = slotsOf(["first", "second"]);
  const draft = (placements: Placement[], pitches = {}) => ({ placements, slots, pitches });

  test("is as it was where what goes has no cell", () => {
    expect(movedBy(draft([cell("a", "first")]), "a", "b")).toBeNull();
  });

  test("has what stays in the cell of the other where it has none, as it stood there", () => {
    const edit = movedBy(draft([cell("b", "first")]), "a", "b");
    expect(edit).toEqual({ before: [cell("b", "first")], after: [cell("a", "first")] });
  });

  test("has what stays there for as long and as often", () => {
    const shape = { length: 2 as const, runs: 2 };
    const runs = [
      { ...cell("b", "first"), length: 2 as const },
      { ...cell("b", "second"), copy: 1 },
    ];
    const edit = movedBy(draft(runs, { b: { shape } }), "a", "b")!;
    expect(edit.after.map(({ pitchId, copy, slotId }) => [pitchId, copy, slotId])).toEqual([
      ["a", 0, "first"],
      ["a", 1, "second"],
    ]);
    expect(edit.shapes).toEqual([{ pitchId: "a", before: { length: 1, runs: 1 }, after: shape }]);
  });

  test("has that cell free where both had one", () => {
    const edit = movedBy(draft([cell("a", "second"), cell("b", "first")]), "a", "b");
    expect(edit).toEqual({ before: [cell("b", "first")], after: [] });
  });
});
