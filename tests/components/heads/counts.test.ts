import { expect, test } from "vitest";
import { countIn, headsWish, waitingHeads } from "#components/heads/counts.ts";
import type { Entry, Wish } from "#components/outbox/entry.ts";
import { starWish } from "#components/star/stars.ts";

const sent = (wish: Wish): Entry => ({ ...wish, owner: "ama", castAt: 1 });

test("a count is the whole number, of one run, and a later one takes its place", () => {
  const wish = headsWish("brum", "a-1", 41);
  expect(wish).toMatchObject({ method: "PUT", address: "/live/brum/runs/a-1/heads", body: '{"heads":41}' });
  expect(headsWish("brum", "a-1", 40).key).toBe(wish.key);
  expect(headsWish("brum", "a", 41).key).not.toBe(wish.key);
  expect(countIn(sent(wish))).toEqual({ run: "a-1", heads: 41 });
});

test("of what waits to be sent a run's own count is shown, and nothing else is taken for one", () => {
  const entries = [headsWish("brum", "a", 41), headsWish("other", "b", 3), starWish("brum", "b", true)].map(
    sent,
  );
  const waiting = new Map(entries.map((entry) => [entry.key, entry]));
  expect(["a", "b", "c"].map((run) => waitingHeads(waiting, "brum", run))).toEqual([41, null, null]);
  expect(entries.map(countIn)).toEqual([{ run: "a", heads: 41 }, { run: "b", heads: 3 }, null]);
});
