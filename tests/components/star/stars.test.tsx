/** Stars as a phone shows and sends them. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { LiveScreen } from "#components/live/screen.ts";
import type { Entry } from "#components/outbox/entry.ts";
import { Star } from "#components/star/star-button.tsx";
import { isStarWaiting, overlaidStars, starWish } from "#components/star/stars.ts";
import { earlyStar, STARS } from "#components/star/tapped.ts";
import { type Starring, StarringContext } from "#components/star/use-mine.ts";
import { handWish, overlaid, pitchOf } from "#components/voting/hands.ts";

const entry = (wish: ReturnType<typeof starWish>, castAt = 1): Entry => ({ ...wish, owner: "ama", castAt });
const waiting = (...wishes: ReturnType<typeof starWish>[]) =>
  new Map(wishes.map((wish) => [wish.key, entry(wish)]));

test("what has not been acknowledged is shown over what was said, at this camp alone", () => {
  const queued = waiting(
    starWish("brum", "a", true),
    starWish("york", "b", true),
    handWish("brum", "c", true),
  );
  expect(overlaidStars({ a: false, d: true }, "brum", queued)).toEqual({ a: true, d: true });
  expect(["a", "b", "c"].map((run) => isStarWaiting(queued, "brum", run))).toEqual([true, false, false]);
});

test("with nothing on its way what was said is the very same", () => {
  const said = { a: true };
  expect(overlaidStars(said, "brum", waiting(handWish("brum", "a", true)))).toBe(said);
});

test("the newest of two taps on one run takes the other's place, and a hand is no star", () => {
  expect(starWish("brum", "a", true).key).toBe(starWish("brum", "a", false).key);
  expect(starWish("brum", "a", true).key).not.toBe(handWish("brum", "a", true).key);
  const star = entry(starWish("brum", "a", true));
  expect([pitchOf(star), overlaid([], "brum", new Map([[star.key, star]]), (id) => id)]).toEqual([null, []]);
});

test("a star is put by the address of its run, and taken off by the same", () => {
  const said = ({ method, address, about, wants }: ReturnType<typeof starWish>) => ({
    ...{ method, address, about, wants },
  });
  const address = "/live/brum/runs/a-1/star";
  expect(said(starWish("brum", "a-1", true))).toEqual({
    ...{ method: "PUT", address, about: { run: "a-1" }, wants: { starred: true } },
  });
  expect(said(starWish("brum", "a-1", false))).toMatchObject({ method: "DELETE", wants: { starred: false } });
});

test("what was tapped before the page was alive is a star or somebody else's", () => {
  expect(STARS.early("brum", earlyStar("a"), true)).toEqual(starWish("brum", "a", true));
  expect(STARS.early("brum", "a", true)).toBe(null);
});

test("what the server has saved is shown, of this camp alone, and of nothing but runs", async () => {
  const learnStar = vi.fn(async () => undefined);
  const live = { slug: "brum", learnStar } as unknown as LiveScreen;
  await STARS.saved(live, entry(starWish("brum", "a", true)), { starred: false });
  await STARS.saved(live, entry(starWish("york", "b", true)), { starred: true });
  await STARS.saved(live, entry(handWish("brum", "c", true)), { up: true });
  expect(learnStar.mock.calls).toEqual([["a", false]]);
});

const drawn = (starring: Partial<Starring>, run = "a") => {
  const all: Starring = {
    ...{ whose: { hosting: [], hands: [] }, mine: new Set<string>(), starred: new Set(["a"]) },
    ...{ state: () => "saved" as const, star: () => undefined },
    ...starring,
  };
  return renderToStaticMarkup(
    <StarringContext value={all}>
      <Star run={run} title="Job swaps" />
    </StarringContext>,
  );
};

test("a star says whether it is there, of what, and in words what became of a tap", () => {
  expect(drawn({})).toContain('aria-pressed="true"');
  expect(drawn({ starred: new Set() })).toContain('aria-pressed="false"');
  expect(drawn({}).replace(/<[^>]*>/g, "")).toBe("I go here: Job swaps");
  expect(drawn({ state: () => "queued" })).toContain("Sends when online");
  expect(drawn({ state: () => "sending" })).toContain("On its way");
});

test("whoever hosts it goes there, and cannot say that they do not", () => {
  const key = "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6";
  const hosting = { hosting: [key], hands: [] };
  const own = drawn({ whose: hosting, starred: new Set() }, `${key}-1`);
  expect([own.includes('aria-pressed="true"'), own.includes('aria-disabled="true"')]).toEqual([true, true]);
  expect(drawn({ whose: hosting })).not.toContain("aria-disabled");
});

test("there is no star in a phase without stars, and where nobody’s are known", () => {
  expect(drawn({ star: null })).toBe("");
  expect(renderToStaticMarkup(<Star run="a" title="Job swaps" />)).toBe("");
});
