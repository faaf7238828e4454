/** What people linked to, as everybody reads it: by session, and nothing that its session keeps to itself. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLANK_PITCH, NOTE_LEVELS, type NoteLevel, type PitchView } from "#domain/pitch.ts";
import { gatheredBy, groupLinks, type RoundUpLink, topicsOf } from "#domain/round-up.ts";

const link = (id: string, pitchId: string | null, author = "Ama"): RoundUpLink => {
  return { id, pitchId, author, url: `https://example.org/${id}`, kind: "post", title: id, addedAt: "" };
};

describe("links by session", () => {
  const topics = [
    { id: "late", title: "Late", noteLevel: "open" as const },
    { id: "rules", title: "Rules", noteLevel: "no_names" as const },
  ];

  test("stand in the order of the grid, then what is of the whole camp", () => {
    const links = [link("1", null), link("2", "rules"), link("3", "late"), link("4", "late")];
    const shown = groupLinks(links, topics).map(({ topic, links: of }) => [
      topic?.title ?? "",
      of.map(({ id }) => id),
    ]);
    expect(shown).toEqual([
      ["Late", ["3", "4"]],
      ["Rules", ["2"]],
      ["", ["1"]],
    ]);
  });

  test("name nobody beside a session without names", () => {
    const [late, rules] = groupLinks([link("1", "late"), link("2", "rules")], topics);
    expect([late!.links[0]!.author, rules!.links[0]!.author]).toEqual(["Ama", ""]);
  });

  test("of a session that is spoken of no more are left out, and not put elsewhere", () => {
    expect(groupLinks([link("1", "gone")], topics)).toEqual([]);
  });

  test("are each shown once at most, and whenever their session is known", () => {
    const about = fc.constantFrom(null, "late", "rules", "gone");
    fc.assert(
      fc.property(fc.array(about), (all) => {
        const shown = groupLinks(
          all.map((pitchId, n) => link(String(n), pitchId)),
          topics,
        ).flatMap(({ links }) => links);
        expect(shown.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
          [...all.keys()].filter((n) => all[n] !== "gone"),
        );
      }),
    );
  });
});

const SLOTS = ["2026-07-14T09:00:00.000Z", "2026-07-14T10:00:00.000Z"].map((startsAt, n) => ({
  ...{
    id: `slot ${n}`,
    kind: "session" as const,
    title: "",
    startsAt,
    endsAt: startsAt,
    hour: 1,
    number: n + 1,
  },
}));
const at = (pitchId: string, slot: number, copy = 0) => ({
  ...{ pitchId, copy, slotId: `slot ${slot}`, roomId: "hall", length: 1 as const, pinned: false },
});
const session = (id: string, noteLevel: NoteLevel = "open") => {
  return { ...BLANK_PITCH, id, title: id, noteLevel, hosts: [], createdAt: "" } as unknown as PitchView;
};

describe("sessions links may be about", () => {
  test("are on the published grid, each once, by when they first begin", () => {
    const sessions = ["tea", "maps", "swaps", "off"].map((id) => session(id));
    const placements = [at("maps", 1), at("tea", 1), at("tea", 0, 1), at("swaps", 1)];
    expect(topicsOf({ sessions, placements, slots: SLOTS }).map(({ id }) => id)).toEqual([
      "tea",
      "maps",
      "swaps",
    ]);
  });

  test.each(NOTE_LEVELS)("%s", (level) => {
    const grid = { sessions: [session("tea", level)], placements: [at("tea", 0)], slots: SLOTS };
    expect(topicsOf(grid)).toHaveLength(level === "open" || level === "no_names" ? 1 : 0);
  });

  test("what was agreed by any of those it became of counts, the strictest for each thing", () => {
    expect(gatheredBy([])).toBe("named");
    expect(gatheredBy(["open", "no_names"])).toBe("unnamed");
    for (const level of ["no_notes", "unlisted"] as const)
      expect(gatheredBy(["open", "no_names", level])).toBe("none");
  });

  test("there are none without a grid", () => {
    expect(topicsOf(null)).toEqual([]);
  });
});
