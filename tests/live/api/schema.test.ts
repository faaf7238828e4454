import { expect, test } from "vitest";
import { API } from "#live/api/schema.ts";

test("a problem is one of HTTP, and no draft is a phase that anybody reads of", () => {
  const problem = { type: "about:blank", title: "Not Found", status: 404, detail: "No such camp" };
  expect(API.Problem.safeParse(problem).success).toBe(true);
  expect(API.Problem.safeParse({ ...problem, status: 200 }).success).toBe(false);
  expect(API.Event.shape.phase.safeParse("draft").success).toBe(false);
  expect(API.Event.shape.phase.safeParse("sessions").success).toBe(true);
});
