import { expect, test } from "vitest";
import { finish } from "#domain/agenda/pauses.ts";

test("work that pauses is done to its end", () => {
  let steps = 0;
  function* work() {
    for (; steps < 3; steps++) yield;
    return "done";
  }
  expect([finish(work()), steps]).toEqual(["done", 3]);
});
