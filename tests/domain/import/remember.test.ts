import { expect, test } from "vitest";
import { remembered } from "#domain/import/remember.ts";

test("each question is worked out once, also one whose answer is nothing", () => {
  const asked: string[] = [];
  const ask = remembered((text: string, n: number) => {
    asked.push(`${text}${n}`);
    return n === 0 ? null : text;
  });
  expect([ask("a", 0), ask("a", 0), ask("a", 1), ask("a1", 0)]).toEqual([null, null, "a", null]);
  expect(asked).toEqual(["a0", "a1", "a10"]);
});
