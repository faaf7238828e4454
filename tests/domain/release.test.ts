import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  entriesEnd,
  intakeAt,
  isDue,
  keptBack,
  nextRelease,
  nextReleaseAt,
  placesAt,
  type Release,
} from "#domain/release.ts";
import { instants } from "#tests/support/instants.ts";

const BELL = Date.parse("2026-06-14T15:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const release = (about: Partial<Release>): Release => {
  return {
    id: "r",
    way: "first_come",
    opensAt: BELL,
    closesAt: null,
    closed: false,
    places: 40,
    drawnAt: null,
    ...about,
  };
};
const batch = release({ way: "batch" });
const draw = release({ way: "draw", closesAt: BELL + 3 * DAY });

describe("whoever presses", () => {
  it("is served as they press where there are no releases, or one that is first come", () => {
    expect(intakeAt([], BELL)).toEqual({ kind: "open" });
    expect(intakeAt([release({})], BELL)).toEqual({ kind: "open" });
  });

  it("is told when it opens until the millisecond of the bell", () => {
    for (const one of [release({}), batch, draw]) {
      expect(intakeAt([one], BELL - 1)).toEqual({ kind: "soon", release: one });
      expect(intakeAt([one], BELL).kind).not.toBe("soon");
    }
  });

  it("enters a batch until its entries are in order, also where that is late", () => {
    expect(intakeAt([batch], BELL)).toEqual({ kind: "entering", release: batch });
    expect(intakeAt([batch], BELL + MINUTE + 1)).toEqual({ kind: "entering", release: batch });
    expect(intakeAt([{ ...batch, drawnAt: BELL + MINUTE }], BELL + MINUTE + 1)).toEqual({ kind: "open" });
  });

  it("enters a draw until its entries close, and then waits for it to be made", () => {
    const closes = draw.closesAt!;
    expect(intakeAt([draw], closes - 1)).toEqual({ kind: "entering", release: draw });
    expect(intakeAt([draw], closes)).toEqual({ kind: "drawing", release: draw });
    // Whose form reaches the lock after the entries were closed cannot be added to what was published.
    const closed = { ...draw, closed: true };
    expect(intakeAt([closed], closes - 1)).toEqual({ kind: "drawing", release: closed });
    expect(intakeAt([{ ...draw, drawnAt: closes + DAY }], closes + DAY)).toEqual({ kind: "open" });
  });

  it("joins the line between two releases, and enters the second when it opens", () => {
    const two = [release({ id: "a" }), { ...batch, id: "b", opensAt: BELL + DAY }];
    expect(intakeAt(two, BELL + 1)).toEqual({ kind: "open" });
    expect(intakeAt(two, BELL + DAY)).toEqual({ kind: "entering", release: two[1] });
    expect(nextRelease(two, BELL)).toBe(two[1]);
    expect(nextRelease(two, BELL + DAY)).toBe(null);
  });
});

const some = fc.array(
  fc.record({
    id: fc.uuid(),
    way: fc.constantFrom("first_come" as const, "batch" as const, "draw" as const),
    opensAt: fc.integer({ min: BELL - 3 * DAY, max: BELL + 3 * DAY }),
    closesAt: fc.integer({ min: BELL + 3 * DAY, max: BELL + 6 * DAY }),
    places: fc.nat(60),
    drawn: fc.boolean(),
  }),
  { maxLength: 4 },
);
const releasesOf = (made: typeof some extends fc.Arbitrary<infer T> ? T : never): Release[] =>
  made.map(({ drawn, closesAt, ...one }) => {
    const settled = { ...one, closesAt: one.way === "draw" ? closesAt : null, closed: drawn, drawnAt: null };
    return { ...settled, drawnAt: drawn && one.way !== "first_come" ? entriesEnd(settled) + 9_000 : null };
  });

describe("places", () => {
  it("are all given out where there are no releases", () => {
    expect(placesAt([], 130, BELL)).toEqual({ capacity: 130, open: 130, planned: 130 });
    expect(keptBack([], 130)).toBe(0);
  });

  it("are given out when a release opens, and those of a batch or a draw once they are in order", () => {
    const open = (...all: Release[]) => placesAt(all, 130, BELL + 9 * DAY).open;
    expect(open(release({}))).toBe(40);
    expect(open(release({ opensAt: BELL + 10 * DAY }))).toBe(0);
    expect(open(batch)).toBe(0);
    expect(open({ ...batch, drawnAt: BELL + MINUTE }, { ...draw, drawnAt: BELL + 4 * DAY })).toBe(80);
    expect(keptBack([batch, draw], 130)).toBe(50);
    expect(keptBack([batch, draw], 60)).toBe(0);
  });

  it("are never more than there are, and never become fewer as time goes by", () => {
    fc.assert(
      fc.property(
        some,
        fc.integer({ min: 1, max: 200 }),
        instants,
        fc.nat(9 * DAY),
        (made, capacity, at, later) => {
          const releases = releasesOf(made);
          const now = placesAt(releases, capacity, at);
          expect(now.open).toBeLessThanOrEqual(capacity);
          expect(placesAt(releases, capacity, at + later).open).toBeGreaterThanOrEqual(now.open);
        },
      ),
    );
  });
});

describe("the clock", () => {
  it("closes the entries of a draw once, and leaves the drawing to people", () => {
    const closes = draw.closesAt!;
    expect(isDue(draw, closes + 2_999)).toBe(null);
    expect(isDue(draw, closes + 3_000)).toBe("close");
    expect(isDue({ ...draw, closed: true }, closes + DAY)).toBe(null);
  });

  it("puts a batch in order some seconds after its minute, so that forms under way count with it", () => {
    expect(isDue(batch, BELL + MINUTE)).toBe(null);
    expect(isDue(batch, BELL + MINUTE + 3_000)).toBe("order");
    expect(isDue({ ...batch, drawnAt: BELL }, BELL + DAY)).toBe(null);
    expect(isDue(release({}), BELL + DAY)).toBe(null);
  });

  it("looks again exactly when something is due next", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: BELL - 4 * DAY, max: BELL + 7 * DAY }), (made, now) => {
        // What is due by now has been done.
        const releases = releasesOf(made).map((one) =>
          isDue(one, now) ? { ...one, drawnAt: one.drawnAt ?? now } : one,
        );
        const next = nextReleaseAt(releases, now);
        const state = (at: number) =>
          JSON.stringify([releases.map((one) => isDue(one, at)), placesAt(releases, 999, at).open]);
        if (next === null) expect(state(now + 99 * DAY)).toBe(state(now));
        else {
          expect(next).toBeGreaterThanOrEqual(now);
          if (next > now) expect(state(next - 1)).toBe(state(now));
        }
      }),
    );
  });
});
