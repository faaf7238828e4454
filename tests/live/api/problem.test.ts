import { expect, test } from "vitest";
import { problemOf } from "#live/api/problem.ts";
import { API } from "#live/api/schema.ts";

test("a problem says what it is in words, and is what the description says", () => {
  expect(API.Problem.strict().parse(problemOf(404, "Not Found", "No such camp"))).toEqual({
    ...{ type: "about:blank", title: "Not Found", status: 404, detail: "No such camp" },
  });
});
