import { expect, test } from "vitest";
import { MOST } from "#domain/limits.ts";
import { reportedOf } from "#domain/pitch/report.ts";
import { pitch } from "#tests/support/snapshot.ts";

const said = (pitchId: string, ...reasons: string[]) => reasons.map((reason) => ({ pitchId, reason }));

test("what more people say comes first, then what was said first, each with its reasons in order", () => {
  const pitches = [pitch("a"), pitch("b"), pitch("c")];
  const reports = [...said("c", "an advert"), ...said("b", "rude"), ...said("a", "insults me", "and me")];
  expect(reportedOf(pitches, reports)).toEqual([
    { pitch: pitches[0], people: 2, reasons: ["insults me", "and me"] },
    { pitch: pitches[2], people: 1, reasons: ["an advert"] },
    { pitch: pitches[1], people: 1, reasons: ["rude"] },
  ]);
});

test("of what does not stand any more nothing is left to decide", () => {
  expect(reportedOf([pitch("a")], said("gone", "rude"))).toEqual([]);
});

test("of very many the first reasons are read, and all are counted", () => {
  const many = Array.from({ length: MOST.reportReasons + 5 }, (_, n) => `reason ${n}`);
  const [one] = reportedOf([pitch("a")], said("a", ...many));
  expect(one).toMatchObject({ people: many.length, reasons: many.slice(0, MOST.reportReasons) });
});
