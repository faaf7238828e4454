import { expect, test } from "vitest";
import { Known } from "#components/live/known.ts";

test("whoever follows a value is told of every change until they stop, and of what changes nothing never", () => {
  const known = new Known("first");
  const told: string[] = [];
  const stop = known.subscribe(() => told.push(known.now));
  known.set("second");
  known.set("second");
  known.change((now) => `${now} and third`);
  known.change((now) => now);
  stop();
  known.set("last");
  expect(told).toEqual(["second", "second and third"]);
  expect([known.first, known.now]).toEqual(["first", "last"]);
});
