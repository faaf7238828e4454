import { expect, test } from "vitest";
import { NEW_CAMP } from "#domain/import/additions.ts";

test("a camp about to be started has places and nothing else", () => {
  const { capacity, ...rest } = NEW_CAMP;
  expect(capacity).toBeGreaterThan(0);
  expect(Object.values(rest).flat()).toEqual([0]);
});
