/** A day as full as a large camp's: forty sessions in ten rooms and eight slots, with two breaks. */
import type { GridView } from "#domain/grid.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";

const MINUTE = 60_000;

type Size = { rooms?: number; slots?: number; sessions?: number };

/** @param begins its first slot, in milliseconds since 1970 */
export function fullGrid(begins: number, { rooms = 10, slots = 8, sessions = 40 }: Size = {}): GridView {
  const at = (n: number) => new Date(begins + n * 45 * MINUTE).toISOString();
  const isBreak = (n: number) => n === 2 || n === 6;
  const kinds = Array.from({ length: slots + 2 }, (_, n) => (isBreak(n) ? "break" : "session"));
  const numbers = kinds.map((_, n) => kinds.slice(0, n + 1).filter((kind) => kind === "session").length);
  const frame = {
    rooms: Array.from({ length: rooms }, (_, n) => ({
      id: `room-${n}`,
      letter: String.fromCharCode(65 + n),
      name: n % 3 === 0 ? "Hall" : `Committee room ${n}`,
      capacity: 40 + n,
      features: n === 0 ? ["step_free" as const] : [],
    })),
    slots: kinds.map((kind, n) => ({
      id: `slot-${n}`,
      kind: kind as "session" | "break",
      title: kind === "break" ? "Lunch, on the first floor" : "",
      startsAt: at(n),
      endsAt: at(n + 1),
      hour: kind === "break" ? 0 : Math.min(6, numbers[n]!),
      number: kind === "break" ? 0 : numbers[n]!,
    })),
  };
  const open = frame.slots.filter(({ kind }) => kind === "session");
  const pitches = Array.from({ length: sessions }, (_, n) => pitch(n));
  return {
    number: 3,
    publishedAt: at(0),
    ...frame,
    sessions: pitches,
    placements: pitches.map(({ id }, n) => ({
      pitchId: id,
      slotId: open[n % slots]!.id,
      roomId: frame.rooms[spread(Math.floor(n / slots), rooms)]!.id,
      ...{ copy: 0, length: 1 as const, pinned: false },
    })),
    changes: [],
  };
}

/** Every other room first, where their number is even. */
const spread = (k: number, rooms: number) =>
  rooms % 2 === 0 ? (2 * k + Math.floor((2 * k) / rooms)) % rooms : k % rooms;

const TITLES = [
  "What gritters taught us about being funny",
  "Crowd-sourcing a comms plan",
  "AI: what are we actually allowed to do, and who decides that for us in the end?",
  "Grief, bad news and social media",
  "Photography walk",
];

function pitch(n: number): PitchView {
  return {
    ...BLANK_PITCH,
    id: `pitch-${n}`,
    title: `${TITLES[n % TITLES.length]}`,
    hosts: ["Ama Boateng", "Rhys Morgan"].slice(n % 2),
    needs: n % 4 === 0 ? ["screen"] : [],
    at: "2026-07-14T08:00:00.000Z",
  };
}
