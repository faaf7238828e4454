import { expect, test } from "vitest";
import { FRESH } from "#domain/import/state.ts";

test("an import begins with choosing, and with nothing agreed to", () => {
  expect(FRESH).toMatchObject({ step: "choose", pages: [], mark: "", reading: null, report: null });
});
