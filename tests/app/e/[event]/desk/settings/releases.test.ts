/** The releases of the settings form, as it sends them. */
import { expect, test } from "vitest";
import { readReleases } from "#app/e/[event]/desk/settings/read.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { release } from "#messages/en/release.ts";
import { formOf, rows } from "#tests/support/forms.ts";

const words = release.settings;
const ZONE = "Europe/London";
const asked = (more: Record<string, string> = {}) => ({
  ...{ id: "", way: "batch", places: "40", opensDay: "2026-06-14", opensTime: "16:00" },
  ...{ closesDay: "", closesTime: "", source: "" },
  ...more,
});
const read = (...all: Record<string, string>[]) => readReleases(formOf(rows("release", "", all)), ZONE);
const opens = { day: "2026-06-14", time: "16:00" };

test("a release is read as it was typed, and a row that nobody filled in is none", () => {
  const empty = asked({ way: "first_come", places: "", opensDay: "", opensTime: "" });
  expect(read(asked(), empty)).toEqual({
    rows: [{ id: null, way: "batch", places: 40, opens, closes: null, source: "" }],
    errors: {},
  });
});

test("a draw says when its entries close and what decides; what is typed there means nothing for the others", () => {
  const more = { closesDay: "2026-06-17", closesTime: "12:00", source: "  Lotto,  Saturday " };
  const closes = { day: "2026-06-17", time: "12:00" };
  expect(read(asked({ way: "draw", ...more })).rows).toEqual([
    { id: null, way: "draw", places: 40, opens, closes, source: "Lotto, Saturday" },
  ]);
  expect(read(asked(more)).rows).toMatchObject([{ closes: null, source: "" }]);
  expect(read(asked({ way: "draw" })).errors).toEqual({
    "release.0.closesDay": words.dayWrong(1),
    "release.0.closesTime": words.timeWrong(1),
    "release.0.source": words.sourceWrong(1),
  });
});

test("what is wrong with one is said at its field", () => {
  expect(read(asked({ places: "none" })).errors).toEqual({ "release.0.places": words.placesWrong(1) });
  expect(read(asked(), asked({ opensDay: "0026-06-14", opensTime: "" })).errors).toEqual({
    "release.1.opensDay": words.dayWrong(2),
    "release.1.opensTime": words.timeWrong(2),
  });
  // The clocks go forward in London on 28 March 2027, from 1 to 2 in the morning.
  const skipped = asked({ opensDay: "2027-03-28", opensTime: "01:30" });
  expect(read(skipped).errors).toEqual({ "release.0.opensTime": words.skipped(1) });
  const long = "x".repeat(LONGEST.drawSource + 1);
  const draw = { way: "draw", closesDay: "2026-06-17", closesTime: "12:00", source: long };
  expect(read(asked(draw)).errors).toEqual({ "release.0.source": words.sourceWrong(1) });
  expect(read(asked({ way: "auction" })).errors).not.toEqual({});
});

test("more than a camp can have are refused at the first of them", () => {
  const { errors } = read(...Array.from({ length: MOST.releases + 1 }, () => asked()));
  expect(Object.keys(errors)).toEqual(["release.0.places"]);
});
