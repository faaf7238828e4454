import { expect, it } from "vitest";
import { statusOfClaim, toldOf } from "#domain/registration/claim.ts";

it("shows what a newcomer would be shown: a held place lapses once its mail is old enough", () => {
  const until = new Date("2026-06-25T11:00:00Z");
  const before = new Date(until.getTime() - 1);
  const shown = (told: "held" | "waiting" | "left", heldUntil: Date | null, now: Date) =>
    statusOfClaim({ told }, heldUntil, now);
  expect(shown("held", null, until)).toBe("held");
  expect([shown("held", until, before), shown("held", until, until)]).toEqual(["held", "waiting"]);
  expect([shown("waiting", until, until), shown("left", until, until)]).toEqual(["waiting", "left"]);
});

it("keeps what was let go as it is, and says nothing of what only an organiser or the line decides", () => {
  expect((["held", "confirmed", "released", "left", "offered", "waiting"] as const).map(toldOf)).toEqual([
    ...["held", "held", "released", "left", "waiting", "waiting"],
  ]);
});
