import fc from "fast-check";
import { expect, test } from "vitest";
import { closedIn, offAt } from "#domain/room-off.ts";

const slots = ["s0", "s1", "s2"].map((id) => ({ id }));

test("a room that is switched off for the whole time is off in every slot, and no other room is", () => {
  const off = [{ id: "o", roomId: "hall", slotId: null, note: "flooded" }];
  expect(closedIn(off, "hall", slots)).toEqual([0, 1, 2]);
  expect(closedIn(off, "den", slots)).toEqual([]);
});

test("of two reasons the one for this slot is said", () => {
  const off = [
    { id: "all", roomId: "hall", slotId: null, note: "cold" },
    { id: "one", roomId: "hall", slotId: "s1", note: "the projector is broken" },
  ];
  expect(offAt(off, { roomId: "hall", slotId: "s1" })?.id).toBe("one");
  expect(offAt(off, { roomId: "hall", slotId: "s2" })?.id).toBe("all");
  expect(offAt(off, { roomId: "den", slotId: "s1" })).toBeNull();
});

test("a room is closed exactly in the slots in which somebody switched it off", () => {
  const row = fc.record({
    id: fc.uuid(),
    roomId: fc.constantFrom("hall", "den"),
    slotId: fc.constantFrom(null, "s0", "s1", "s2"),
    note: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(row), (off) => {
      for (const roomId of ["hall", "den"])
        expect(closedIn(off, roomId, slots)).toEqual(
          slots.flatMap(({ id: slotId }, n) => (offAt(off, { roomId, slotId }) ? [n] : [])),
        );
    }),
  );
});
