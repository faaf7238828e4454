import fc from "fast-check";
import { expect, test } from "vitest";
import { type DoorAct, isCheckIn, presence, sinceBack, standing, tappedAt } from "#domain/door/check-in.ts";

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

test("who left is out until they come in again, and leaving twice is leaving once", () => {
  const out = (id: string, at: number): DoorAct => ({ ...act(id, at), kind: "out" });
  const left = (acts: DoorAct[]) => presence(acts)?.left;
  expect(presence([out("o", 50)])).toBeNull();
  expect(left([act("a", 100), out("o", 50)])).toBeNull();
  expect(left([act("a", 100), out("o", 300), out("p", 200)])).toBe(200);
  expect(left([act("a", 100), out("o", 200), act("b", 250)])).toBeNull();
  expect(left([act("a", 100), out("o", 200), act("u", 300, ["o"])])).toBeNull();
  expect(presence([act("a", 100), out("o", 200), act("u", 300, ["a", "o"])])).toBeNull();
});

test("of whoever came back only the check-ins since then are told", () => {
  const ins = [act("a", 100), act("b", 250), act("c", 260)];
  const ids = (...outs: number[]) =>
    sinceBack(
      ins,
      outs.map((at) => ({ at })),
    ).map(({ id }) => id);
  expect([ids(), ids(200), ids(200, 255), ids(300)]).toEqual([
    ...[["a", "b", "c"], ["b", "c"], ["c"]],
    ["a", "b", "c"],
  ]);
});

test("who is in and who has left is the same in whatever order the taps come, and however often", () => {
  const kinds = fc.constantFrom("in" as const, "out" as const);
  const tap = fc.record({ kind: kinds, at: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 6 }), fc.func(fc.nat()), (taps, order) => {
      const acts = taps.map((it, id) => ({ ...act(String(id), it.at), kind: it.kind }));
      const shuffled = [...acts].sort((a, b) => order(a.id) - order(b.id));
      expect(presence(shuffled)).toEqual(presence(acts));
    }),
  );
});
