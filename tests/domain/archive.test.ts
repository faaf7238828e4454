/** What of a camp is kept. */
import { describe, expect, it } from "vitest";
import { archiveOf, gridOf, isArchivable, type PublicCamp, pitchOf } from "#domain/archive.ts";
import { type EventView, PHASES } from "#domain/event.ts";
import { shownFeedback } from "#domain/feedback.ts";
import { BLANK_PITCH, NOTE_LEVELS, type PitchView } from "#domain/pitch.ts";

const event: EventView = {
  ...{ id: "1", slug: "brum-camp", name: "Brum Camp", strapline: "", place: "Birmingham", day: "2026-07-14" },
  ...{ startsAt: "2026-07-14T08:00:00.000Z", zone: "Europe/London", locale: "en-GB", capacity: 130 },
  ...{ phase: "archived", tally: "shown" },
  days: [{ id: "d", date: "2026-07-14", startsAt: "2026-07-14T08:00:00.000Z", phase: "over" }],
};
const pitch = (id: string, rest: Partial<PitchView> = {}): PitchView => {
  return {
    ...BLANK_PITCH,
    id,
    title: `Title ${id}`,
    line: "A line",
    hosts: ["Ama"],
    at: event.startsAt,
    ...rest,
  };
};
const camp = (rest: Partial<PublicCamp> = {}): PublicCamp => ({
  ...{ event, grid: null, pitches: [], nameless: new Set(), sectors: [], pages: [] },
  ...{ feedback: shownFeedback(0, []), words: [], fairness: null },
  ...rest,
});

describe("whether there is anything to keep", () => {
  it("is so of what everybody may see, and of no rehearsal", () => {
    expect(PHASES.filter((phase) => !isArchivable({ phase }))).toEqual(["draft"]);
    expect(isArchivable({ phase: "tickets", rehearsal: true })).toBe(false);
  });
});

describe("a pitch", () => {
  it.each(NOTE_LEVELS)("of level %s", (noteLevel) => {
    const [kept] = archiveOf(camp({ pitches: [pitch("a", { noteLevel })] })).pitches;
    const hosts = noteLevel === "no_names" ? [] : ["Ama"];
    if (noteLevel === "unlisted") expect(kept).toBeUndefined();
    else expect(kept).toMatchObject({ title: "Title a", noteLevel, hosts });
  });

  it("names nobody where it, or a part of it, has no names by now", () => {
    const part = { id: "b", title: "B", line: "", voice: "me" as const, hosts: ["Bo"] };
    const whole = pitch("a", { hosts: ["Ama", "Bo"], merged: [part] });
    for (const id of ["a", "b"]) {
      const [kept] = archiveOf(camp({ pitches: [whole], nameless: new Set([id]) })).pitches;
      expect([kept!.hosts, kept!.merged[0]!.hosts, kept!.noteLevel]).toEqual([[], [], "no_names"]);
    }
    expect(archiveOf(camp({ pitches: [whole] })).pitches[0]!.hosts).toEqual(["Ama", "Bo"]);
  });

  it("comes back as every page shows one", () => {
    const wish = pitch("a", { voice: "wish", hosts: [] });
    const [kept] = archiveOf(camp({ pitches: [wish] })).pitches;
    expect(pitchOf(kept!, event.startsAt, "not listed")).toEqual(wish);
  });
});

describe("a grid", () => {
  const slot = { id: "s", kind: "session" as const, title: "", hour: 1, number: 1 };
  const times = { startsAt: "2026-07-14T09:00:00.000Z", endsAt: "2026-07-14T09:45:00.000Z" };
  const cell = { copy: 0, slotId: "s", roomId: "r", length: 1 as const, pinned: true };
  const grid = {
    ...{ number: 3, publishedAt: event.startsAt, laterTakenBackAt: event.startsAt, heads: { a: 40 } },
    rooms: [{ id: "r", letter: "A", name: "Hall", capacity: 30, features: [] }],
    slots: [{ ...slot, ...times }],
    sessions: [pitch("a"), pitch("off"), pitch("u", { noteLevel: "unlisted" })],
    placements: [
      { ...cell, pitchId: "a" },
      { ...cell, pitchId: "u", roomId: "r2" },
    ],
    changes: [{ pitchId: "off", copy: 0, title: "Off", from: null, to: null }],
  };

  it("keeps what stands in its cells, and nothing of how it came about", () => {
    const kept = archiveOf(camp({ grid })).grid!;
    expect(kept.sessions.map(({ id, title }) => [id, title])).toEqual([
      ["a", "Title a"],
      ["u", ""],
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/pinned|heads|changes|laterTakenBack|Off/);
    const { sessions, placements, changes } = gridOf(kept, "not listed");
    expect([sessions.map(({ title }) => title), changes]).toEqual([["Title a", "not listed"], []]);
    expect(placements.map(({ pinned }) => pinned)).toEqual([false, false]);
  });

  it("takes its sessions out of what was only pitched", () => {
    expect(archiveOf(camp({ grid, pitches: [pitch("a"), pitch("b")] })).pitches.map(({ id }) => id)).toEqual([
      "b",
    ]);
  });
});

it("says that a camp was called off, and in whose words", () => {
  const halted = { ...event, phase: "called_off" as const, haltNote: "No water" };
  expect(archiveOf(camp({ event: halted })).camp.halted).toEqual({ as: "called_off", note: "No water" });
  expect(archiveOf(camp()).camp.halted).toBeNull();
});

it("keeps feedback of five and more, its words in an order of no meaning", () => {
  expect(archiveOf(camp({ words: ["b", "a"] })).feedback).toBeNull();
  const said = archiveOf(camp({ feedback: shownFeedback(9, []), words: ["b", "a"] })).feedback!;
  expect([said.people, said.words]).toEqual([5, ["a", "b"]]);
});
