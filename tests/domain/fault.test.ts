import fc from "fast-check";
import { expect, it } from "vitest";
import { reasonOf } from "#domain/fault.ts";

it("says what kind of fault it was and where, and nothing of a message, however it is written or wrapped", () => {
  const typed = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => `ama@example.org ${text}`),
    fc.constantFrom("ama@example.org", "\n    at ama@example.org", "x\n    at home (ama@example.org:1:2)\n"),
  );
  fc.assert(
    fc.property(typed, typed, fc.boolean(), (outer, inner, wrapped) => {
      const cause = Object.assign(new TypeError(inner), { code: "22P02" });
      const fault = wrapped ? new Error(`Failed query: ${outer}`, { cause }) : cause;
      const said = reasonOf(fault);
      expect(said).not.toContain("ama@");
      expect(said).toMatch(/^TypeError 22P02\n\s+at .*fault\.test\.ts/);
    }),
  );
});

it("knows that anything can be thrown", () => {
  expect([reasonOf("ama@example.org"), reasonOf(null), reasonOf(undefined)]).toEqual(
    Array(3).fill("unknown"),
  );
});
