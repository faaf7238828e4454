import { expect, test } from "vitest";
import { FORMAT, readFrameOf } from "#db/publication/frame.ts";

const room = { id: "a", letter: "A", name: "Hall", capacity: 40, features: ["loop", "screen"] };
const slot = {
  ...{ id: "one", kind: "session", title: "", hour: 1, number: 1 },
  ...{ startsAt: "2026-07-14T09:00:00.000Z", endsAt: "2026-07-14T09:45:00.000Z" },
};

test("rooms and slots are read as they were written, without a feature that is none any more", () => {
  const frame = { rooms: [room], slots: [slot] };
  expect(readFrameOf(FORMAT, frame)).toEqual(frame);
  const older = { ...frame, rooms: [{ ...room, features: ["loop", "overhead_projector", "screen"] }] };
  expect(readFrameOf(FORMAT, older)).toEqual(frame);
});

test("a format of a later release, and what is no frame, is not read as something else", () => {
  expect(() => readFrameOf(FORMAT + 1, { rooms: [], slots: [] })).toThrow("newer version");
  expect(() => readFrameOf(FORMAT, { rooms: [room] })).toThrow();
});

test("what was written before a place could be unofficial is read, and so is one that is", () => {
  const frame = { rooms: [room], slots: [slot] };
  expect(readFrameOf(1, frame)).toEqual(frame);
  const canal = { rooms: [{ ...room, unofficial: true }], slots: [slot] };
  expect(readFrameOf(FORMAT, canal)).toEqual(canal);
});
