/** A whole day on a wall: where it needs several pages, each is as full as the others. */
import { expect, test } from "vitest";
import { layDay, type Page } from "#components/wall/day-fit.ts";
import { dayTable } from "#domain/day-table.ts";
import type { SlotView } from "#domain/slot.ts";

const slot = (n: number, kind: SlotView["kind"]): SlotView => ({
  ...{ id: `s${n}`, kind, title: kind === "break" ? "Coffee" : "", hour: 1, number: n },
  startsAt: new Date(Date.UTC(2026, 6, 14, 8 + n)).toISOString(),
  endsAt: new Date(Date.UTC(2026, 6, 14, 9 + n)).toISOString(),
});
const rooms = Array.from({ length: 8 }, (_, n) => {
  return { id: `r${n}`, letter: "ABCDEFGH"[n]!, name: `Room ${n}`, capacity: 40, features: [] };
});

/** Registration, the welcome and pitching, and then five slots of sessions in eight rooms. */
const slots = [...[0, 1, 2].map((n) => slot(n, "break")), ...[3, 4, 5, 6, 7].map((n) => slot(n, "session"))];
const placements = slots
  .filter(({ kind }) => kind === "session")
  .flatMap(({ id: slotId }) =>
    rooms.map(({ id: roomId }) => ({
      ...{ pitchId: `${slotId} ${roomId}`, copy: 0, slotId, roomId, length: 1 as const, pinned: false },
    })),
  );
const TITLE =
  "What gritters taught us about being funny, and what nobody asks a council before it is too late";
const tableOf = (page: Page) =>
  dayTable(
    { rooms, slots, placements },
    page.slots,
    page.rooms.map(({ id }) => id),
  );
const laid = layDay(slots, rooms, tableOf, () => ({ title: TITLE, by: "Ama" }), 0);

test("a page of breaks has more rows than one of sessions, so that none is half empty", () => {
  const sessions = laid.pages.map((page) => page.slots.filter(({ kind }) => kind === "session").length);
  expect(laid.pages).toHaveLength(2);
  expect(sessions).toEqual([2, 3]);
  expect(laid.pages.flatMap((page) => page.slots)).toEqual(slots);
});
