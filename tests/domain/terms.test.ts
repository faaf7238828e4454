import { expect, it } from "vitest";
import { wrongTerms } from "#domain/terms.ts";

it("lets no place go back of whoever was never asked", () => {
  const terms = { transferHours: 24, rounds: [5, 1] as const, backDays: null };
  expect(wrongTerms(terms)).toBe(null);
  expect(wrongTerms({ ...terms, backDays: 4 })).toBe(null);
  expect(wrongTerms({ ...terms, backDays: 5 })).toBe("asked_too_late");
});
