import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import {
  apply,
  audienceFor,
  type Change,
  cutFor,
  isSnapshot,
  join,
  type Snapshot,
  saysSomething,
} from "#domain/live.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { type Attendee, type Crew, NOBODY } from "#domain/viewer.ts";

const event: EventView = {
  id: "e",
  slug: "brum",
  name: "Brum Camp",
  strapline: "",
  place: "",
  day: "2026-07-14",
  startsAt: "2026-07-14T08:00:00.000Z",
  days: [{ id: "day", date: "2026-07-14", startsAt: "2026-07-14T08:00:00.000Z", phase: "pitching" }],
  zone: "Europe/London",
  locale: "en-GB",
  capacity: 130,
  phase: "pitching",
  tally: "shown",
};

const pitch = (id: string, noteLevel: PitchView["noteLevel"] = "open"): PitchView => ({
  ...BLANK_PITCH,
  id,
  title: `Title of ${id}`,
  line: "A line",
  noteLevel,
  hosts: ["Ama"],
  at: "2026-07-14T09:00:00.000Z",
  saidAt: null,
});

const grid: GridView = {
  number: 1,
  publishedAt: "2026-07-14T10:00:00.000Z",
  rooms: [],
  slots: [],
  sessions: [pitch("a"), pitch("b", "unlisted")],
  placements: [],
  changes: ["a", "b", "gone"].map((id) => ({ pitchId: id, title: `Title of ${id}`, from: null, to: null })),
};

const whole: Snapshot = {
  v: 5,
  event,
  pitches: [pitch("a"), pitch("b", "unlisted")],
  hands: { a: 3, b: 1 },
  grid,
  draft: { rooms: [], slots: [], pitches: {}, published: 1, suggestion: null },
  placements: [],
  people: {
    ...{ confirmed: 1, held: 0, offered: 0, waiting: 0, ready: 0, inTurn: 0, lapsed: 0 },
    ...{ free: 0, unproven: 0, idleSince: null },
  },
};
const shown = { event, pitches: whole.pitches, unlisted: "For those in the room" };

describe("a snapshot after a message", () => {
  test("keeps what the message does not name, count by count", () => {
    expect(apply(whole, { v: 6, hands: { b: 2 } })).toEqual({ ...whole, v: 6, hands: { a: 3, b: 2 } });
    expect(apply(whole, { v: 6, pitches: [] })).toEqual({ ...whole, v: 6, pitches: [] });
  });

  test("is what it was when the message is not newer", () => {
    expect(apply(whole, { v: 5, pitches: [] })).toBe(whole);
    expect(apply(whole, { v: 4, hands: { a: 9 } })).toBe(whole);
  });

  test("is the message when that is whole", () => {
    const next = { ...whole, v: 9, hands: { a: 1 } };
    expect(apply(whole, next)).toEqual(next);
  });

  test("hides counts when they become the organisers' own", () => {
    expect(apply(whole, { v: 6, hands: null }).hands).toBeNull();
    expect(apply({ ...whole, hands: null }, { v: 6, hands: { a: 1 } }).hands).toEqual({ a: 1 });
  });
});

test("messages joined say the same as one after the other, whatever they say", () => {
  const change = fc.record(
    {
      hands: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.nat(9)),
      pitches: fc.constantFrom([], [pitch("a")]),
      grid: fc.constantFrom(null, grid),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (parts) => {
      const changes = parts.map((part, index): Change => ({ ...part, v: 6 + index }));
      const joined = changes.reduce(join);
      expect(apply(whole, joined)).toEqual(changes.reduce(apply, whole));
    }),
  );
});

test("repeated and reordered messages of whole parts end where the newest ends", () => {
  const newest = { ...whole, v: 9, pitches: [pitch("c")] };
  const messages = [{ ...whole, v: 7 }, newest, { ...whole, v: 8 }];
  fc.assert(
    fc.property(fc.shuffledSubarray([...messages, ...messages], { minLength: 6 }), (order) => {
      expect(order.reduce(apply, whole)).toEqual(newest);
    }),
  );
});

describe("what an audience may see", () => {
  test("the crew sees everything", () => {
    expect(cutFor(whole, "crew", { ...shown, event: { ...event, tally: "hidden" } })).toBe(whole);
  });

  test("nobody else sees the draft and who waits, and a snapshot stays whole", () => {
    const cut = cutFor(whole, "camper", shown);
    expect(cut).toEqual({ ...whole, draft: null, placements: null, people: null });
    expect(isSnapshot(cut)).toBe(true);
  });

  test("a change of the crew's parts alone says nothing to others", () => {
    const change: Change = { v: 6, draft: whole.draft, people: whole.people };
    expect(saysSomething(cutFor(change, "camper", shown))).toBe(false);
    expect(saysSomething(cutFor(change, "crew", shown))).toBe(true);
  });

  test("a desk knows the people, or the draft with every count, as its reader may see them", () => {
    const hidden = { ...shown, event: { ...event, tally: "hidden" as const } };
    expect(cutFor(whole, "people", hidden)).toEqual({ ...whole, draft: null, placements: null, hands: null });
    expect(cutFor(whole, "programme", hidden)).toEqual({ ...whole, people: null });
    const change: Change = { v: 6, draft: whole.draft, people: whole.people };
    expect(cutFor(change, "people", shown)).toEqual({ v: 6, people: whole.people });
    expect(cutFor(change, "programme", shown)).toEqual({ v: 6, draft: whole.draft });
  });

  test("hidden counts stay hidden from everybody but the crew", () => {
    const hidden = { ...shown, event: { ...event, tally: "hidden" as const } };
    for (const audience of ["public", "camper"] as const) {
      expect(cutFor(whole, audience, hidden).hands).toBeNull();
      expect(cutFor({ v: 6, hands: { a: 4 } }, audience, hidden)).toEqual({ v: 6, hands: null });
      expect(cutFor({ v: 6, pitches: [] }, audience, hidden)).toEqual({ v: 6, pitches: [] });
    }
  });

  test("strangers never read an unlisted title, its line or its hosts, on the list, the grid or in what moved", () => {
    const text = JSON.stringify(cutFor(whole, "public", shown));
    expect(text).not.toContain("Title of b");
    expect(text).not.toContain("Title of gone");
    expect(text).toContain("Title of a");
    const cut = cutFor(whole, "public", shown);
    expect(cut.grid!.sessions[1]).toEqual({
      ...pitch("b", "unlisted"),
      title: shown.unlisted,
      line: "",
      hosts: [],
      at: "1970-01-01T00:00:00.000Z",
    });
    expect(cut.pitches.map(({ id }) => id)).toEqual(["a"]);
    expect(cut.hands).toEqual({ a: 3 });
  });

  test("of an unlisted session strangers read its cell and nothing else, whatever a pitch may hold", () => {
    const secret = {
      ...pitch("b", "unlisted"),
      title: "SECRET title",
      line: "SECRET line",
      kind: "went_wrong" as const,
      voice: "for_me" as const,
      needs: ["quiet" as const, "step_free" as const],
      hosts: ["SECRET host"],
      at: "2026-07-14T09:11:11.111Z",
      saidAt: "2026-07-14T09:22:22.222Z",
    };
    const placements = [{ pitchId: "b", slotId: "s", roomId: "r", pinned: true }];
    const told = { ...grid, sessions: [pitch("a"), secret], placements, heads: { a: 4, b: 77 } };
    const all = { ...whole, pitches: [pitch("a"), secret], hands: { a: 3, b: 66 }, grid: told };
    const messages: (Snapshot | Change)[] = [
      all,
      { v: 6, pitches: all.pitches },
      { v: 6, hands: { b: 66 } },
      { v: 6, grid: told },
    ];
    for (const message of messages) {
      const text = JSON.stringify(cutFor(message, "public", { ...shown, pitches: all.pitches }));
      expect(text).not.toMatch(/SECRET|went_wrong|for_me|quiet|step_free|09:11|09:22|66|77/);
    }
    expect(cutFor(all, "public", shown).grid?.placements).toEqual(placements);
    const hidden = { ...shown, event: { ...event, tally: "hidden" as const } };
    expect(cutFor(all, "camper", hidden).grid?.heads).toBeUndefined();
    expect(cutFor(all, "camper", shown).grid?.heads).toEqual({ a: 4, b: 77 });
  });

  test("strangers stop reading a title that its host closed after it was published", () => {
    const closed = { ...shown, pitches: [pitch("a", "unlisted"), pitch("b", "unlisted")] };
    const text = JSON.stringify(cutFor({ v: 6, grid }, "public", closed));
    expect(text).not.toContain("Title of a");
    expect(JSON.stringify(cutFor({ v: 6, grid }, "camper", closed))).toContain("Title of a");
  });

  test("campers read unlisted titles", () => {
    expect(cutFor(whole, "camper", shown).pitches).toBe(whole.pitches);
  });
});

describe("who may have which screen", () => {
  const camper = { ...NOBODY, attendee: {} as Attendee };
  const crewAs = (...roles: Crew["roles"]) => ({ ...NOBODY, crew: { roles } as unknown as Crew });
  const crew = crewAs("organiser");
  test.each([
    ["phone", NOBODY, "public"],
    ["phone", camper, "camper"],
    ["phone", crew, "camper"],
    ["wall", NOBODY, "public"],
    ["wall", crew, "camper"],
    ["desk", crew, "crew"],
    ["desk", crewAs("observer"), "crew"],
    ["desk", crewAs("registrar"), "people"],
    ["desk", crewAs("campmaker"), "programme"],
    ["desk", crewAs("campmaker", "registrar"), "crew"],
    ["desk", crewAs("caterer", "door"), "camper"],
    ["desk", camper, null],
    ["desk", NOBODY, null],
  ] as const)("a %s", (screen, viewer, audience) => {
    expect(audienceFor(screen, viewer)).toBe(audience);
  });
});
