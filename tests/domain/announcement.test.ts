import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Announcement, onTheWall, unread } from "#domain/announcement.ts";

const NOW = Date.parse("2026-07-14T10:00:00Z");
const said = (minutesAgo: number): Announcement => ({
  id: String(minutesAgo),
  text: "Lunch is in the dye house",
  at: new Date(NOW - minutesAgo * 60_000).toISOString(),
});

describe("the wall", () => {
  it("shows the last one for a quarter of an hour, and none before it", () => {
    expect(onTheWall([said(1), said(2)], NOW)?.id).toBe("1");
    expect(onTheWall([said(15)], NOW)).toBe(null);
    expect(onTheWall([{ ...said(15), at: new Date(NOW - 15 * 60_000 + 1).toISOString() }], NOW)).not.toBe(
      null,
    );
    expect(onTheWall([], NOW)).toBe(null);
  });
});

describe("a phone", () => {
  it("shows what it has not put away, in the order in which it was said", () => {
    const all = [said(1), said(5), said(9)];
    expect(unread(all, "").map(({ id }) => id)).toEqual(["9", "5", "1"]);
    expect(unread(all, said(5).at).map(({ id }) => id)).toEqual(["1"]);
    expect(unread(all, said(1).at)).toEqual([]);
  });

  it("sees each once, whenever it is put away and whatever is said meanwhile", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (turns) => {
        let [at, seen, all] = [NOW, "", [] as Announcement[]];
        const read: string[] = [];
        const put = () => {
          const [first] = unread(all, seen);
          if (first) [seen] = [first.at, read.push(first.id)] as [string, number];
        };
        for (const speaks of turns)
          if (speaks) {
            at += 1;
            all = [{ id: String(at), text: "x", at: new Date(at).toISOString() }, ...all];
          } else put();
        while (unread(all, seen).length > 0) put();
        expect(read).toEqual(all.map(({ id }) => id).reverse());
      }),
    );
  });
});
