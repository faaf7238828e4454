import fc from "fast-check";
import { expect, test } from "vitest";
import { type DoorAct, isCheckIn, standing, tappedAt } from "#domain/door/check-in.ts";

const act = (id: string, at: number, undoes: string[] = []): DoorAct => ({
  ...{ id, at, undoes, kind: undoes.length > 0 ? "undo" : "in" },
  ...{ registrationId: "ama", dayId: "friday", door: "Front" },
});

test("the earliest tap counts, at whichever door and whenever it is heard of", () => {
  const [front, back] = [act("b", 200), act("a", 100)];
  expect(standing([front, back]).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(standing([back, front]).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("of two in the same millisecond one is the first, the same for everybody", () => {
  expect(standing([act("b", 100), act("a", 100)])[0]!.id).toBe("a");
});

test("an undo takes back what its phone knew of, also where that comes later", () => {
  expect(standing([act("u", 300, ["a"]), act("a", 100)])).toEqual([]);
  expect(standing([act("u", 300, ["a"]), act("a", 100), act("b", 200)]).map(({ id }) => id)).toEqual(["b"]);
});

test("whoever was undone and comes in again is in", () => {
  expect(standing([act("a", 100), act("u", 200, ["a"]), act("c", 300)]).map(({ id }) => id)).toEqual(["c"]);
});

test("a tap never counts as later than it came", () => {
  expect(tappedAt(500, 400)).toBe(400);
  expect(tappedAt(300, 400)).toBe(300);
});

test("in whatever order and however often the taps of three phones come, the same people are in", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const acts = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      at: fc.integer({ min: 0, max: 3 }),
      undoes: fc.subarray(ids, { maxLength: 2 }),
    }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(
      acts.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
      ),
      ([once, often]) => {
        const made = (some: typeof once) => some.map(({ id, at, undoes }) => act(id, at, undoes));
        const heard = [...new Map(made(often).map((it) => [it.id, it])).values()];
        expect(standing(heard)).toEqual(standing(made(once)));
        expect(standing(made(once)).every(isCheckIn)).toBe(true);
      },
    ),
  );
});
