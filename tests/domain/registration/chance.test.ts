import fc from "fast-check";
import { expect, it } from "vitest";
import { chanceOf } from "#domain/registration/chance.ts";

const camp = (cameBack: number, day = "2025-07-14") => ({ name: "Brum Camp", day, cameBack });

it("is not known where there is no camp to go by", () => {
  expect(chanceOf([], 0, 1)).toBe(null);
});

it("tells of the last camp, and reads all of them by the one at which the fewest places came back", () => {
  const past = [camp(31), camp(12, "2024-07-14"), camp(40, "2023-07-14")];
  expect(chanceOf(past, 0, 12)).toEqual({ last: past[0], camps: 3, fewest: 12, reaches: true });
  expect(chanceOf(past, 0, 13)?.reaches).toBe(false);
  expect([chanceOf(past, 5, 7)?.reaches, chanceOf(past, 5, 8)?.reaches]).toEqual([true, false]);
});

it("never grows with the turns before it, nor with what has gone already", () => {
  const lines = fc.array(
    fc.nat(200).map((cameBack) => camp(cameBack)),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(lines, fc.nat(100), fc.integer({ min: 1, max: 300 }), (past, moved, position) => {
      const { reaches, fewest } = chanceOf(past, moved, position)!;
      expect(past.every(({ cameBack }) => cameBack >= fewest)).toBe(true);
      if (reaches) expect(moved + position).toBeLessThanOrEqual(fewest);
      else {
        expect(chanceOf(past, moved, position + 1)!.reaches).toBe(false);
        expect(chanceOf(past, moved + 1, position)!.reaches).toBe(false);
      }
    }),
  );
});
