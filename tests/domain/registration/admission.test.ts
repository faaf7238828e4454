import { expect, it } from "vitest";
import { admissionAt } from "#domain/registration/admission.ts";
import type { Release } from "#domain/release.ts";
import { refused } from "#domain/result.ts";

const BELL = Date.parse("2026-06-14T15:00:00Z");
const NOBODY = {
  ...{ confirmed: 0, held: 0, offered: 0, waiting: 0, ready: 0, paused: 0, inTurn: 0 },
  ...{ lapsed: 0, entered: 0, keptBack: 0, groups: null },
};
const kind = { sectorId: "local", firstTime: false, organisation: "" };
const STRANGER = { kind, proven: false, lapsed: false };
const draw: Release = {
  ...{ id: "r", way: "draw", opensAt: BELL, closesAt: BELL + 1_000, places: 1, closed: false, drawnAt: null },
};
const at = (releases: Release[], when: number, counts = NOBODY, lineLimit: number | null = null) =>
  admissionAt({ capacity: 9, releases, pools: null, lineLimit, offersOn: true }, counts, STRANGER, when);

it("is a place or a turn where places go as people ask", () => {
  expect(at([], BELL)).toEqual({ ok: true, value: { to: "held", enters: null } });
  expect(at([], BELL, { ...NOBODY, confirmed: 9 })).toEqual({
    ok: true,
    value: { to: "waiting", enters: null },
  });
});

it("is nothing before the first release and while a draw is made, an entry between, and what is left afterwards", () => {
  expect(at([draw], BELL - 1)).toEqual(refused("not_yet_open"));
  expect(at([draw], BELL)).toEqual({ ok: true, value: { to: "entered", enters: draw } });
  expect(at([draw], BELL + 1_000)).toEqual(refused("draw_closed"));
  const drawn = [{ ...draw, drawnAt: BELL + 2_000 }];
  expect(at(drawn, BELL + 2_000)).toEqual({ ok: true, value: { to: "held", enters: null } });
  // One place was given out, and eight are kept back.
  expect(at(drawn, BELL + 2_000, { ...NOBODY, confirmed: 1 })).toMatchObject({ value: { to: "waiting" } });
});

it("closes the line at its limit, and lets people enter beyond it", () => {
  const long = { ...NOBODY, confirmed: 9, waiting: 5, ready: 5, inTurn: 5 };
  expect(at([], BELL, long, 5)).toEqual(refused("line_full"));
  expect(at([draw], BELL, long, 5)).toMatchObject({ value: { to: "entered" } });
});
