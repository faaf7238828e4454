/** Any grid that could be published, for properties. */
import fc from "fast-check";
import type { Length } from "#domain/cell.ts";
import { type GridChange, type GridView, type Spot, spotsOf } from "#domain/grid.ts";
import { NEEDS, NOTE_LEVELS, PITCH_KINDS, type PitchView, VOICES } from "#domain/pitch.ts";
import { FEATURES, type RoomView } from "#domain/room.ts";
import { keyOf } from "#domain/run.ts";
import { SLOT_KINDS, type SlotView } from "#domain/slot.ts";

const id = fc.uuid();
const instant = fc
  .integer({ min: Date.parse("2026-07-14T06:00:00Z"), max: Date.parse("2026-07-17T06:00:00Z") })
  .map((ms) => new Date(ms).toISOString());
// Postgres keeps no NUL.
const words = fc.string({ maxLength: 12, unit: "grapheme" }).map((text) => text.replaceAll("\0", ""));
const names = fc.uniqueArray(words, { maxLength: 3 });

const room: fc.Arbitrary<RoomView> = fc.record(
  {
    id,
    letter: fc.constantFrom("A", "B", "AA"),
    name: words,
    capacity: fc.integer({ min: 1, max: 500 }),
    features: fc.subarray([...FEATURES]),
    directions: words,
  },
  { requiredKeys: ["id", "letter", "name", "capacity", "features"] },
);
const slot: fc.Arbitrary<SlotView> = fc.record({
  id,
  kind: fc.constantFrom(...SLOT_KINDS),
  title: words,
  startsAt: instant,
  endsAt: instant,
  hour: fc.integer({ min: 0, max: 6 }),
  number: fc.integer({ min: 0, max: 9 }),
});
const voice = fc.constantFrom(...VOICES);
const part = fc.record({ id, title: words, line: words, voice, hosts: names });
const pitch: fc.Arbitrary<PitchView> = fc
  .record({
    ...{ id, title: words, line: words, voice, hosts: names, at: instant },
    kind: fc.constantFrom(...PITCH_KINDS),
    noteLevel: fc.constantFrom(...NOTE_LEVELS),
    needs: fc.subarray([...NEEDS]),
    merged: fc.array(part, { maxLength: 2 }),
  })
  .map(({ merged, ...said }) => (merged.length > 0 ? { ...said, merged } : said));
const spot: fc.Arbitrary<Spot> = fc.record(
  {
    slotId: id,
    roomId: id,
    length: fc.constant(2 as const),
    room: words,
    startsAt: instant,
    endsAt: instant,
  },
  { requiredKeys: ["slotId", "roomId"] },
);
const gone: fc.Arbitrary<GridChange> = fc
  .record({ pitchId: id, copy: fc.constant(0), title: words, from: spot, unlisted: fc.boolean() })
  .map(({ unlisted, ...change }) => ({ ...change, to: null, ...(unlisted && { unlisted }) }));

/** Cells of runs, by the place of their session in the list; which of them, and which copies beside, are changed. */
const lying = fc.record({
  pinned: fc.boolean(),
  length: fc.constantFrom<Length>(1, 2),
  from: fc.option(spot),
  changed: fc.boolean(),
  heads: fc.nat(99),
  again: fc.boolean(),
  leftBefore: fc.option(spot),
});

/** Its sessions in cells, some twice and some without one; some of their runs changed, and some taken off since. */
export const anyGrid: fc.Arbitrary<GridView> = fc
  .record({
    rooms: fc.array(room, { minLength: 1, maxLength: 4 }),
    slots: fc.array(slot, { minLength: 1, maxLength: 4 }),
    sessions: fc.array(pitch, { maxLength: 12 }),
    lying: fc.infiniteStream(lying),
    gone: fc.array(gone, { maxLength: 3 }),
    counted: fc.boolean(),
    number: fc.integer({ min: 1, max: 2_000_000_000 }),
    publishedAt: instant,
  })
  .map(({ lying, gone, counted, ...grid }) => {
    const of = new Map(grid.sessions.map(({ id }) => [id, lying.next().value]));
    const cells = grid.slots.flatMap((slot) =>
      grid.rooms.map((room) => ({ slotId: slot.id, roomId: room.id })),
    );
    const placed = grid.sessions.slice(0, cells.length);
    const placements = placed
      .flatMap(({ id: pitchId }, n) => {
        const { pinned, length, again } = of.get(pitchId)!;
        const first = { pitchId, copy: 0, ...cells[n]!, length, pinned };
        // Another run begins in a cell in which no session does. It keeps its number when the one before it is taken out.
        return again && n < cells.length - placed.length
          ? [first, { ...first, ...cells.at(-1 - n)!, copy: 3 }]
          : [first];
      })
      .sort((a, b) => (a.pitchId === b.pitchId ? a.copy - b.copy : a.pitchId < b.pitchId ? -1 : 1));
    const spots = spotsOf({ ...grid, placements });
    const changes = grid.sessions.flatMap(({ id: pitchId, title }): GridChange[] => {
      const { changed, from, leftBefore } = of.get(pitchId)!;
      const runs = placements.filter((it) => changed && it.pitchId === pitchId);
      if (runs.length === 0) return [];
      const off = leftBefore ? [{ pitchId, copy: 1, title, from: leftBefore, to: null }] : [];
      const moved = runs.map(({ copy }) => ({
        pitchId,
        copy,
        title,
        from,
        to: spots.get(keyOf({ pitchId, copy }))!,
      }));
      return [...moved, ...off];
    });
    const heads = Object.fromEntries(
      placements.map((run) => [keyOf(run), of.get(run.pitchId)!.heads + run.copy]),
    );
    const counts = counted && placements.length > 0 && { heads };
    return { ...grid, placements, changes: [...changes, ...gone], ...counts };
  });
