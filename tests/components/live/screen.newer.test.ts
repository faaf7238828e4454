/** What a screen knows of its camp and of whoever holds it, when answers and messages overtake each other. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveScreen } from "#components/live/screen.ts";
import { meQuery, snapshotQuery } from "#components/queries.ts";
import type { Snapshot } from "#domain/live.ts";
import { type Me, STRANGER } from "#domain/viewer.ts";
import { event } from "#tests/support/snapshot.ts";

const at = (v: number): Snapshot => ({
  v,
  event: { ...event, strapline: `Version ${v}` },
  pitches: [],
  hands: {},
  grid: null,
  draft: null,
  placements: null,
  people: null,
  announcements: [],
});

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

const meOf = (live: LiveScreen) => live.client.getQueryData<Me>(meQuery("brum").queryKey);

/** A screen whose holder is known. */
async function met(...hands: string[]): Promise<LiveScreen> {
  const live = new LiveScreen("brum", "wall");
  live.show(at(1));
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

test("after a hand was saved the next question is a new one", async () => {
  const live = await met("pitch");
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
  const live = await met("pitch");
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("no network");
  });
  await live.askWho();
  expect(meOf(live)?.hands).toEqual(["pitch"]);
});

test("what is newer is shown, and what is older is not", () => {
  const live = new LiveScreen("brum", "wall");
  const shown = [1, 3, 2, 4].map((v) => {
    live.show(at(v));
    return live.client.getQueryData<Snapshot>(snapshotQuery("brum", "wall").queryKey)?.v;
  });
  expect(shown).toEqual([1, 3, 3, 4]);
});
