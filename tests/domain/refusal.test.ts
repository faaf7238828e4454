import { expect, it } from "vitest";
import { REFUSALS } from "#domain/refusal.ts";
import { refusal } from "#messages/en/refusal.ts";

it("has a client's status for every refusal and two sentences for each", () => {
  const statuses = Object.values(REFUSALS);
  expect(statuses.filter((status) => status < 400 || status > 499)).toEqual([]);
  expect(Object.keys(refusal).sort()).toEqual(Object.keys(REFUSALS).sort());
  const unfinished = Object.entries(refusal).filter(
    ([, { what, next }]) => !/\.$/.test(what) || !/\.$/.test(next),
  );
  expect(unfinished).toEqual([]);
});
