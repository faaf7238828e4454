import { expect, it } from "vitest";
import { granted, refused } from "#domain/result.ts";

it("carries a value or names a refusal, never both", () => {
  expect(granted(3)).toEqual({ ok: true, value: 3 });
  expect(refused("line_full")).toEqual({ ok: false, refusal: "line_full" });
});
