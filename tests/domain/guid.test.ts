import { expect, test } from "vitest";
import { guidOf } from "#domain/guid.ts";
import { runKey } from "#domain/run.ts";

test("a second run of a session has a guid of its own, made of its key alone", () => {
  const id = "01a2140c-000c-7ccc-9585-000000000001";
  const copy = guidOf(runKey(id, 1));
  expect(guidOf(runKey(id, 0))).toBe(id);
  expect(copy).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([guidOf(`${id}-1`), guidOf(`${id}-2`) === copy]).toEqual([copy, false]);
});
