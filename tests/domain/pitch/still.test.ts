import fc from "fast-check";
import { expect, test } from "vitest";
import { cameSince, layOut, rowsOf } from "#domain/pitch/still.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";

function pitchOf(id: string, told: Partial<PitchView> = {}): PitchView {
  return {
    ...{ ...BLANK_PITCH, id, title: `Pitch ${id}`, hosts: [], at: "2026-07-14T10:00:00.000Z", saidAt: null },
    ...told,
  };
}

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 20 });

test("whatever comes and goes, the list has the places that it had, and what came is apart from it", () => {
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const [all, now] = [before, after].map((some) => some.map((id) => pitchOf(id)));
      const laid = layOut(all!, all!);
      const rows = rowsOf(laid, now!);
      expect(rows.map(({ pitch }) => pitch.id)).toEqual(before);
      expect(rows.filter(({ gone }) => gone === null).map(({ pitch }) => pitch.id)).toEqual(
        before.filter((id) => after.includes(id)),
      );
      expect(cameSince(laid, now!).map(({ id }) => id)).toEqual(after.filter((id) => !before.includes(id)));
    }),
  );
});

test("a pitch reads as it does today, one that is gone as it did, and one that became part of another says of which", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => pitchOf(id));
  const laid = layOut([a!, b!, c!], [a!, b!, c!]);
  const { id, title, line, voice, hosts } = b!;
  const now = [pitchOf("a", { title: "Reworded", merged: [{ id, title, line, voice, hosts }] })];
  expect(rowsOf(laid, now)).toEqual([
    { pitch: now[0], gone: null },
    { pitch: b, gone: { into: "Reworded" } },
    { pitch: c, gone: { into: null } },
  ]);
});

test("what was there and not asked for is no news", () => {
  const [a, b] = [pitchOf("a"), pitchOf("b")];
  expect(cameSince(layOut([a], [a, b]), [a, b])).toEqual([]);
});
