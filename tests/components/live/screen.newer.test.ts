/** What a screen knows of its camp and of whoever holds it, when answers and messages overtake each other. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LiveScreen } from "#components/live/screen.ts";
import type { Change, Screen, Snapshot } from "#domain/live.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { type Me, STRANGER } from "#domain/viewer.ts";
import { event, noLine } from "#tests/support/snapshot.ts";

const at = (v: number): Snapshot => ({
  v,
  event: { ...event, strapline: `Version ${v}` },
  pitches: [],
  line: noLine,
  hands: {},
  heads: [],
  crew: null,
  grid: null,
  draft: null,
  placements: null,
  people: null,
  announcements: [],
});

vi.mock("idb-keyval", () => ({
  createStore: () => ({}),
  get: async () => undefined,
  set: async () => {},
  del: async () => {},
}));

/** The questions who holds the screen, in order; each is answered by the test. */
let asked: ((me: Me) => void)[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    "fetch",
    () =>
      new Promise<Response>((resolve) => {
        asked.push((me) => resolve(Response.json(me)));
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const camper = (...hands: string[]): Me => ({ ...STRANGER, owner: "r", attendee: true, hands });

const meOf = (live: LiveScreen) => live.me.now;

/** A screen whose holder is known. */
async function met(screen: Screen = "wall", ...hands: string[]): Promise<LiveScreen> {
  const live = new LiveScreen(at(1), screen);
  const known = live.askWho();
  asked.shift()!(camper(...hands));
  await known;
  return live;
}

test("an answer that was asked for before a hand was saved does not take it down", async () => {
  const live = await met();
  const before = live.askWho();
  await live.learnHand("pitch", true);
  asked.shift()!(camper());
  await before;
  expect(meOf(live)?.hands).toEqual(["pitch"]);
});

test("what was asked before a star was saved does not undo it, and other runs stay as they were said", async () => {
  const live = await met();
  await live.learnStar("a", false);
  const before = live.askWho();
  await live.learnStar("b", true);
  asked.shift()!({ ...camper(), stars: { b: false } });
  await before;
  expect(meOf(live)?.stars).toEqual({ a: false, b: true });
});

test("after a hand was saved the next question is a new one", async () => {
  const live = await met("wall", "pitch");
  void live.askWho();
  await live.learnHand("pitch", false);
  const after = live.askWho();
  expect(asked.length).toBe(2);
  asked[1]!(camper("other"));
  await after;
  expect(meOf(live)?.hands).toEqual(["other"]);
});

test("however many want to know who it is, one question is asked", async () => {
  const live = await met();
  const all = [live.askWho(), live.askWho()];
  expect(asked.length).toBe(1);
  asked.shift()!(camper("pitch"));
  await Promise.all(all);
  expect(meOf(live)?.hands).toEqual(["pitch"]);
});

test("who it is stays known when nobody answers, and is asked again", async () => {
  const live = await met("wall", "pitch");
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("no network");
  });
  await live.askWho();
  expect(meOf(live)?.hands).toEqual(["pitch"]);
});

test("what is newer is shown, and what is older is not", () => {
  const live = new LiveScreen(at(1), "wall");
  const shown = [1, 3, 2, 4].map((v) => {
    live.show(at(v));
    return live.snapshot.now.v;
  });
  expect(shown).toEqual([1, 3, 3, 4]);
});

const pitch = (id: string, ...parts: string[]): PitchView => ({
  ...{ ...BLANK_PITCH, id, title: id, hosts: [], at: "2026-07-14T09:00:00.000Z" },
  ...(parts.length > 0 && {
    merged: parts.map((part) => ({ id: part, title: part, line: "", voice: "me", hosts: [] })),
  }),
});

/** A browser in which messages come when the test says. */
function stubStream(): () => { say: (change: Change) => void } {
  const sources: { say: (change: Change) => void }[] = [];
  class Source extends EventTarget {
    onmessage: (event: { data: string }) => void = () => {};
    constructor() {
      super();
      sources.push(this);
    }
    say = (change: Change) => this.onmessage({ data: JSON.stringify(change) });
    close = () => {};
  }
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible", cookie: "" }));
  vi.stubGlobal("navigator", { onLine: true });
  return () => sources.at(-1)!;
}

describe("what was merged", () => {
  test("is asked about anew on a phone, when it becomes one and when it is two again", async () => {
    const source = stubStream();
    const live = await met("phone", "a", "b");
    live.stream.start();
    source().say({ v: 2, pitches: [pitch("a"), pitch("b")] });
    source().say({ v: 3, pitches: [pitch("a", "b")] });
    expect(asked.length).toBe(1);
    asked.shift()!(camper("a"));
    await vi.waitFor(() => expect(meOf(live)?.hands).toEqual(["a"]));
    source().say({ v: 4, hands: { a: 2 } });
    source().say({ v: 5, pitches: [pitch("a", "b"), pitch("c")] });
    expect(asked.length).toBe(0);
    source().say({ v: 6, pitches: [pitch("a"), pitch("b"), pitch("c")] });
    expect(asked.length).toBe(1);
    live.stream.stop();
  });

  test("has one hand, which goes down on all of it", async () => {
    const live = await met("wall", "a", "b", "c");
    live.show({ ...at(2), pitches: [pitch("a", "b"), pitch("c")] });
    await live.learnHand("a", false);
    expect(meOf(live)?.hands).toEqual(["c"]);
  });

  test("leaves to the server what a tap on a part of it came to", async () => {
    const live = await met("wall", "a");
    live.show({ ...at(2), pitches: [pitch("a", "b")] });
    const learnt = live.learnHand("b", false);
    await vi.waitFor(() => expect(asked.length).toBe(1));
    asked.shift()!(camper("a"));
    await learnt;
    expect(meOf(live)?.hands).toEqual(["a"]);
  });
});
