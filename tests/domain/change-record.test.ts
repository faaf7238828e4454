import { expect, test } from "vitest";
import { changeRecord, isMove } from "#domain/change-record.ts";

const spot = { slotId: "one", roomId: "a", room: "Den", startsAt: "2026-07-14T09:00:00.000Z" };
const cell = { room: "Den", startsAt: "2026-07-14T09:00:00.000Z", endsAt: null };

test("every kind of change has the same fields, and null where it has none", () => {
  const told = { id: "x", title: "Job swaps" };
  expect(changeRecord({ kind: "added", ...told, to: spot })).toEqual({
    ...{ kind: "added", ...told, from: null, to: cell, was: null },
  });
  expect(changeRecord({ kind: "renamed", ...told, was: "Swaps" })).toEqual({
    ...{ kind: "renamed", ...told, from: null, to: null, was: "Swaps" },
  });
  expect(
    changeRecord({ kind: "moved", ...told, from: { slotId: "one", roomId: "a" }, to: spot }).from,
  ).toEqual({
    ...{ room: null, startsAt: null, endsAt: null },
  });
});

test("a session moves to another cell, another room or another time, and by nothing else", () => {
  const kinds = [
    "added",
    "moved",
    "room",
    "retimed",
    "lasts",
    "taken_off",
    "renamed",
    "room_renamed",
  ] as const;
  expect(kinds.filter((kind) => isMove({ kind }))).toEqual(["moved", "room", "retimed"]);
});
