import { describe, expect, it } from "vitest";
import { type GridView, withClosed } from "#domain/grid.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { retoldSince, shownAs } from "#domain/retold.ts";

describe("a session that was pitched in other words when it was published", () => {
  const said: PitchView = {
    ...BLANK_PITCH,
    id: "a",
    title: "Zebra",
    hosts: ["Ama"],
    at: "2026-07-14T09:00:00.000Z",
  };
  const published: GridView = {
    number: 1,
    publishedAt: "2026-07-14T09:30:00.000Z",
    rooms: [],
    slots: [],
    placements: [],
    sessions: [said],
    changes: [],
  };
  const title = { title: "Yak" };

  it.each<[Partial<PitchView>, string]>([
    [title, "later"],
    [{ line: "With slides" }, "later"],
    [{ kind: "help" }, "later"],
    [{ needs: ["quiet"] }, "later"],
    [{ hosts: ["Ama", "Bo"] }, "later"],
    [{ noteLevel: "no_notes" }, "later"],
    [{ voice: "for_me" }, "now"],
    [{}, "now"],
  ])("is shown otherwise by now: %j, %s", (change, shown) => {
    const is = { ...said, ...change };
    expect(shownAs(published, is)).toBe(shown);
    const retold = shown === "later" ? [{ id: "a", from: "Zebra", to: is.title }] : [];
    expect(retoldSince(published, [is])).toEqual(retold);
  });

  it("is the same with what was merged into it, in whatever order a database keeps its fields", () => {
    const merged = [{ id: "b", title: "Yak", line: "", voice: "me" as const, hosts: ["Bo"] }];
    const stored = [{ voice: "me" as const, hosts: ["Bo"], title: "Yak", line: "", id: "b" }];
    const grid = { ...published, sessions: [{ ...said, merged: stored }] };
    expect(retoldSince(grid, [{ ...said, merged }])).toEqual([]);
    expect(retoldSince(grid, [{ ...said, merged: [{ ...merged[0]!, voice: "for_me" }] }])).toEqual([]);
    expect(retoldSince(grid, [{ ...said, merged: [{ ...merged[0]!, line: "Horns" }] }])).toHaveLength(1);
    expect(retoldSince(grid, [said])).toHaveLength(1);
  });

  it("is something to publish only while it stands and was published", () => {
    expect(retoldSince(published, [])).toEqual([]);
    expect(retoldSince(published, [said, { ...said, id: "b", ...title }])).toEqual([]);
    expect(retoldSince(null, [{ ...said, ...title }])).toEqual([]);
    expect(shownAs(null, { ...said, ...title })).toBe("now");
  });

  it("stays hidden from strangers once it is open to them, and hides from them at once", () => {
    const closed = withClosed(published, new Set(["a"]));
    expect(shownAs(closed, said)).toBe("hidden_until_then");
    expect(shownAs(closed, { ...said, noteLevel: "unlisted" })).toBe("now");
    expect(shownAs(closed, { ...said, noteLevel: "unlisted", ...title })).toBe("later");
  });
});
