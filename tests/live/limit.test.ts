import { describe, expect, test } from "vitest";
import { Limit } from "#live/limit.ts";

describe("a limit of three at once and two a second", () => {
  test("lets three through, then as many as time has brought", () => {
    const limit = new Limit(3, 2);
    const taken = [0, 0, 0, 0, 499, 500, 501, 1_000].map((at) => limit.take("phone", at));
    expect(taken).toEqual([true, true, true, false, false, true, false, true]);
  });

  test("never saves up more than three", () => {
    const limit = new Limit(3, 2);
    limit.take("phone", 0);
    const taken = Array.from({ length: 5 }, () => limit.take("phone", 3_600_000));
    expect(taken).toEqual([true, true, true, false, false]);
  });

  test("counts each device by itself, however many share an address", () => {
    const limit = new Limit(3, 2);
    const taken = Array.from({ length: 500 }, (_, n) => limit.take(`phone ${n}`, 0));
    expect(taken.every(Boolean)).toBe(true);
  });
});
