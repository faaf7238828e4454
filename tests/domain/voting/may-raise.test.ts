import { expect, test } from "vitest";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

test("hands are of people with a place", () => {
  expect(MAY_RAISE).toBe("confirmed");
});
