import fc from "fast-check";
import { expect, test } from "vitest";
import { cameSince, joined, layOut, rowsOf } from "#domain/pitch/still.ts";
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

test("what its reader alone may read joins a list for everybody at its end, once, and moves nothing above it", () => {
  const unlisted = (id: string) => pitchOf(id, { noteLevel: "unlisted" });
  fc.assert(
    fc.property(ids, ids, ids, (before, hidden, news) => {
      const listed = before.filter((id) => !hidden.includes(id));
      const fresh = news.filter((id) => !before.includes(id) && !hidden.includes(id));
      const everybodys = listed.map((id) => pitchOf(id));
      const theirs = [...hidden.map(unlisted), ...everybodys, ...fresh.map((id) => pitchOf(id))];
      const laid = layOut(everybodys, everybodys);
      const whole = joined(laid, theirs, cameSince(laid, theirs));
      expect(whole.rows.map(({ id }) => id)).toEqual([...listed, ...hidden]);
      expect(cameSince(whole, theirs).map(({ id }) => id)).toEqual(fresh);
      // One that comes later waits, as every other does.
      const more = [...theirs, unlisted("later")];
      expect(joined(whole, more, cameSince(whole, more)) === whole).toBe(hidden.length > 0);
    }),
  );
});

test("of what joins, only what was asked for is shown, and the rest is known", () => {
  const [open, a, b] = [pitchOf("o"), ...["a", "b"].map((id) => pitchOf(id, { noteLevel: "unlisted" }))];
  const whole = joined(layOut([open], [open]), [open, a!, b!], [b!]);
  expect(whole.rows).toEqual([open, b]);
  expect(cameSince(whole, [open, a!, b!])).toEqual([]);
});

test("a list that was laid out by its reader stays as it is", () => {
  const [a, b] = ["a", "b"].map((id) => pitchOf(id, { noteLevel: "unlisted" }));
  const laid = layOut([a!], [a!]);
  expect(joined(laid, [a!, b!], [b!])).toBe(laid);
});
