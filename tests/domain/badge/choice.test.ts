import { expect, test } from "vitest";
import { type Badge, chosenOf } from "#domain/badge/choice.ts";

const badge = (id: string, printed: Badge["printed"]): Badge => ({
  ...{ id, name: id, organisation: "", photos: true, code: "KWT4H7", mark: "", printed },
});
const all = [badge("new", "no"), badge("done", "yes"), badge("married", "changed")];

test("those not printed yet, those that say something else by now, everybody, or none", () => {
  const ids = (who: Parameters<typeof chosenOf>[1]) => chosenOf(all, who).map(({ id }) => id);
  expect(ids("new")).toEqual(["new"]);
  expect(ids("changed")).toEqual(["married"]);
  expect(ids("all")).toEqual(["new", "done", "married"]);
  expect(ids("blank")).toEqual([]);
});
