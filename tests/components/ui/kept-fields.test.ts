import { expect, test } from "vitest";
import { withoutRow } from "#components/ui/kept-fields.ts";

test("what is kept of rows that a form has no fields for is known, but for empty ones and fields of no row", () => {
  const shown = { "room.0.name#0": "", "room.0.features#1": "" };
  const kept = { ...shown, "room.0.name#0": "Hall", "room.9.name#0": "", "tell#0": "on" };
  expect(withoutRow(kept, shown)).toEqual({});
  const lost = { "room.9.name#0": "Garden", "room.9.features#1": "on" };
  expect(withoutRow({ ...kept, ...lost }, shown)).toEqual(lost);
});
