/** What the editor shows when the stream, an answer and a hand that has just let go all know something else. */
import { describe, expect, test } from "vitest";
import { type Ahead, answeredWith, boardOf } from "#components/editor/board.ts";
import { placing } from "#domain/draft.ts";
import type { DraftView, Placement } from "#domain/grid.ts";
import type { Snapshot } from "#domain/live.ts";

const pitch = (id: string, hosts: string[] = []) => ({
  id,
  title: id,
  line: "",
  kind: "discuss" as const,
  voice: "me" as const,
  noteLevel: "open" as const,
  needs: [],
  hosts,
  at: "2026-07-14T09:00:00Z",
});
const at = (pitchId: string, slotId: string): Placement => ({
  pitchId,
  slotId,
  roomId: "x",
  copy: 0,
  length: 1 as const,
  pinned: false,
});
const draft = (...placements: Placement[]): DraftView => ({
  rooms: [],
  slots: [],
  placements,
  pitches: {},
  published: 0,
  suggestion: null,
  crowd: { people: 60, places: 86, basis: "usual" },
});
const live = (v: number, placements: Placement[], ids = ["a", "b"]) =>
  ({
    v,
    pitches: ids.map((id) => pitch(id)),
    hands: { a: 5 },
    heads: [],
    draft: draft(),
    placements,
  }) as unknown as Snapshot;
const show = (known: Partial<Parameters<typeof boardOf>[0]> & { live: Snapshot }) =>
  boardOf({ answered: null, ahead: [], ...known });

const A = { pitchId: "a", copy: 0 };
const lying = (...placements: Placement[]) => draft(...placements);

/** The session `a`, which stands in the first slot, let go in another. */
const moved = (slotId: string, v: number | null = null): Ahead => {
  return { edit: placing(lying(at("a", "1")), A, { slotId, roomId: "x" })!, v };
};

describe("how many hands are up, where it is kept", () => {
  test("is not known of any card, and nothing is expected but an organiser’s own number", () => {
    const kept = { ...live(6, [at("a", "1")]), hands: null };
    const board = show({ live: kept });
    expect(board.counted).toBe(false);
    const [a, b] = ["a", "b"].map((id) => board.cards.get(id)!);
    expect([a!.hands, board.expected(A).middle, b!.hands]).toEqual([0, 0, 0]);
    expect(show({ live: live(6, []) }).counted).toBe(true);
  });
});

describe("the draft", () => {
  test("is the answer's until the stream is as new", () => {
    const answered = { v: 7, draft: draft(at("a", "2")) };
    expect(show({ live: live(6, [at("a", "1")]), answered }).placements).toEqual([at("a", "2")]);
    expect(show({ live: live(7, [at("a", "3")]), answered }).placements).toEqual([at("a", "3")]);
  });
  test("shows what was let go before anybody has answered, and once only when they have", () => {
    const ahead = [moved("2")];
    expect(show({ live: live(1, [at("a", "1")]), ahead }).placements).toEqual([at("a", "2")]);
    expect(show({ live: live(2, [at("a", "2")]), ahead }).placements).toEqual([at("a", "2")]);
  });
  test("shows what was answered until the stream has it, and then what the stream says", () => {
    const ahead = [moved("2", 7)];
    expect(show({ live: live(6, [at("a", "1")]), ahead }).placements).toEqual([at("a", "2")]);
    expect(show({ live: live(7, [at("a", "1")]), ahead }).placements).toEqual([at("a", "1")]);
  });
  test("passes over what no longer fits because somebody else was quicker", () => {
    const ahead = [{ edit: placing(lying(), A, { slotId: "1", roomId: "x" })!, v: null }];
    expect(show({ live: live(1, [at("b", "1")]), ahead }).placements).toEqual([at("b", "1")]);
  });
  test("loses a session that was withdrawn", () => {
    expect(show({ live: live(1, [at("a", "1"), at("b", "2")], ["b"]) }).placements).toEqual([at("b", "2")]);
  });
});

test("a run that another desk has taken out is expected as its session, for a card still in the hand", () => {
  const known = live(1, [at("a", "1")]);
  known.draft = { ...known.draft!, pitches: { a: { hosts: [], before: 2, expected: 30 } } };
  expect(show({ live: known }).expected({ pitchId: "a", copy: 1 }).middle).toBe(30);
});

test("cards carry live hands and what the desk knows besides, and the tray the most wanted first", () => {
  const known = live(1, []);
  const hosts = [{ key: "0", name: "Ama" }];
  known.draft = { ...known.draft!, pitches: { a: { hosts, before: 2, expected: 30 } } };
  const { cards, unplaced, expected } = show({ live: known });
  expect(cards.get("a")).toMatchObject({ hands: 5, before: 2, hosts });
  expect(cards.get("b")).toMatchObject({ hands: 0, hosts: [] });
  expect(expected(A)).toMatchObject({ middle: 30, basis: "organiser" });
  expect(unplaced.map(({ card }) => card.pitch.id)).toEqual(["a", "b"]);
});

describe("what is ahead of the stream, once an act is answered", () => {
  const [own, other] = [moved("2"), moved("3")];
  test("is what the server made of it, in its own place", () => {
    expect(answeredWith([own, other], own, { ...moved("4"), v: 8 }, 5)).toEqual([moved("4", 8), other]);
  });
  test("has nothing of it where it was not taken", () => {
    expect(answeredWith([own, other], own, null, 5)).toEqual([other]);
  });
  test("has what nobody could foresee at the end", () => {
    expect(answeredWith([other], null, { ...moved("1"), v: 8 }, 5)).toEqual([other, moved("1", 8)]);
  });
  test("has nothing more of what the stream has brought", () => {
    expect(answeredWith([moved("4", 5), other], other, null, 5)).toEqual([]);
  });
});
