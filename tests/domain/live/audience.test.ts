import { describe, expect, test } from "vitest";
import { AUDIENCES, type Audience, audienceFor, cutFor, withHandsOfListed } from "#domain/live/audience.ts";
import { type Change, isSnapshot, type Snapshot, saysSomething } from "#domain/live.ts";
import type { Suggestion } from "#domain/suggestion.ts";
import { type Attendee, type Crew, NOBODY } from "#domain/viewer.ts";
import { event, grid, pitch, shown, whole } from "#tests/support/snapshot.ts";

describe("what an audience may see", () => {
  test("the crew sees everything", () => {
    expect(cutFor(whole, "crew", { ...shown, event: { ...event, tally: "hidden" } })).toBe(whole);
  });

  test("nobody else sees the draft and who waits, and a snapshot stays whole", () => {
    const cut = cutFor(whole, "camper", shown);
    expect(cut).toEqual({ ...whole, draft: null, placements: null, people: null });
    expect(isSnapshot(cut)).toBe(true);
  });

  test("the crew alone hears who calls for help, on its phones too", () => {
    const crew = { calls: [], rota: 6 };
    const hear = AUDIENCES.filter((audience) => cutFor({ v: 6, crew }, audience, shown).crew === crew);
    expect(hear).toEqual(["helper", "people", "programme", "crew"]);
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

  test("counts that are kept until hands are closed are nobody’s, the crew’s neither, and then everybody’s", () => {
    const kept = { ...shown, event: { ...event, tally: "after_closed" as const } };
    const heads = { ...whole, grid: { ...grid, heads: { a: 4 } } };
    for (const audience of AUDIENCES) {
      expect(cutFor(heads, audience, kept)).toMatchObject({ hands: null });
      expect(cutFor(heads, audience, kept).grid).not.toHaveProperty("heads");
      expect(cutFor({ v: 6, hands: { a: 4 } }, audience, kept)).toEqual({ v: 6, hands: null });
      const closed = { ...kept, event: { ...kept.event, handsClosed: true } };
      expect(cutFor(heads, audience, closed)).toMatchObject({ hands: { a: 3 }, grid: { heads: { a: 4 } } });
    }
    expect(cutFor(heads, "crew", kept)).toEqual({ ...whole, hands: null });
  });

  test("so is what was counted by hand, what the planner found, and how many hands were up when a pitch came; an organiser’s number is not", () => {
    const kept = { ...shown, event: { ...event, tally: "after_closed" as const } };
    const facts = { hosts: [], before: 12, expected: 70, room: 23, paper: 6 };
    const suggestion = { id: "s" } as unknown as Suggestion;
    const draft = { ...whole.draft!, pitches: { a: facts }, suggestion };
    for (const audience of ["programme", "crew"] as const) {
      const cut = cutFor({ v: 6, draft }, audience, kept).draft!;
      expect(cut).toEqual({
        ...draft,
        pitches: { a: { hosts: [], before: 0, expected: 70 } },
        suggestion: null,
      });
      const closed = { ...kept, event: { ...kept.event, handsClosed: true } };
      expect(cutFor({ v: 6, draft }, audience, closed).draft).toEqual(draft);
    }
  });

  test("strangers never read an unlisted title, its line or its hosts, on the list, the grid or in what moved", () => {
    const text = JSON.stringify(cutFor(whole, "public", shown));
    expect(text).not.toContain("Title of b");
    expect(text).not.toContain("Title of secret");
    // It was there for everybody to read until it was taken off.
    expect(text).toContain("Title of gone");
    const closed = { ...shown, pitches: [...shown.pitches, pitch("gone", "unlisted")] };
    expect(JSON.stringify(cutFor(whole, "public", closed))).not.toContain("Title of gone");
    expect(JSON.stringify(cutFor(whole, "camper", closed))).toContain("Title of secret");
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
    };
    const placements = [
      { pitchId: "b", slotId: "s", roomId: "r", copy: 0, length: 1 as const, pinned: true },
    ];
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
      expect(text).not.toMatch(/SECRET|went_wrong|for_me|quiet|step_free|09:11|66|77/);
    }
    expect(cutFor(all, "public", shown).grid?.placements).toEqual(placements);
    const hidden = { ...shown, event: { ...event, tally: "hidden" as const } };
    expect(cutFor(all, "camper", hidden).grid?.heads).toBeUndefined();
    expect(cutFor(all, "camper", shown).grid?.heads).toEqual({ a: 4, b: 77 });
  });

  test("strangers are told that one is said that is not listed, and neither which nor who was away", () => {
    const front = { id: "b", since: "2026-07-14T09:30:00.000Z" };
    const last = { by: "Dan", at: front.since };
    const line = { front, waiting: ["a", "b"], away: ["a"], pace: 30_000, last };
    for (const message of [
      { ...whole, line },
      { v: 6, line },
    ]) {
      expect(cutFor(message, "public", shown).line).toEqual({
        front: { id: null, since: front.since },
        waiting: ["a"],
        away: [],
        pace: 30_000,
        last: null,
      });
      for (const audience of ["camper", "people"] as const)
        expect(cutFor(message, audience, shown).line).toEqual({ ...line, last: null });
      for (const audience of ["programme", "crew"] as const)
        expect(cutFor(message, audience, shown).line).toBe(line);
    }
    // Once the grid is made nothing is being said, and when it was is theirs who were there.
    const grid = { ...shown, event: { ...event, phase: "grid" as const } };
    expect(cutFor({ v: 6, line }, "public", grid).line?.front).toBeNull();
    expect(cutFor({ v: 6, line }, "camper", grid).line?.front).toEqual(front);
    const listed = { ...line, front: { ...front, id: "a" } };
    expect(cutFor({ v: 6, line: listed }, "public", shown).line?.front?.id).toBe("a");
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
    ["phone", crew, "helper"],
    ["phone", crewAs("door"), "helper"],
    // They cannot come, and are told of no call.
    ["phone", crewAs("caterer"), "camper"],
    ["phone", crewAs("observer"), "camper"],
    ["wall", NOBODY, "public"],
    ["wall", crew, "camper"],
    ["desk", crew, "crew"],
    ["desk", crewAs("observer"), "crew"],
    ["desk", crewAs("registrar"), "people"],
    ["desk", crewAs("campmaker"), "programme"],
    ["desk", crewAs("campmaker", "registrar"), "crew"],
    ["desk", crewAs("caterer", "door"), "helper"],
    ["desk", crewAs("caterer"), "camper"],
    ["desk", camper, null],
    ["desk", NOBODY, null],
  ] as const)("a %s", (screen, viewer, audience) => {
    expect(audienceFor(screen, viewer)).toBe(audience);
  });
});

test("tells with a pitch that is listed again how many hands it has, and of no other", () => {
  const listed = [pitch("a"), pitch("b")];
  const change: Change = { v: 6, pitches: listed };
  expect(withHandsOfListed(change, whole)).toEqual({ ...change, hands: { b: 1 } });
  // A newer count in the same change counts.
  expect(withHandsOfListed({ ...change, hands: { a: 4, b: 2 } }, whole).hands).toEqual({ a: 4, b: 2 });
  expect(withHandsOfListed({ v: 6, pitches: whole.pitches }, whole)).not.toHaveProperty("hands");
  expect(withHandsOfListed({ v: 6 }, whole)).toEqual({ v: 6 });
  expect(withHandsOfListed(change, { ...whole, hands: null })).toBe(change);
});

test("heads of a session that is not listed are told to nobody outside the camp", () => {
  const heads = ["a", "b"].map((id) => ({
    key: id,
    pitchId: id,
    heads: 9,
    at: whole.event.startsAt,
    by: "crew" as const,
  }));
  const told = (audience: Audience) =>
    cutFor({ ...whole, heads }, audience, shown).heads.map(({ key }) => key);
  expect(told("public")).toEqual(["a"]);
  for (const audience of ["camper", "people", "programme", "crew"] as const)
    expect(told(audience)).toEqual(["a", "b"]);
});
