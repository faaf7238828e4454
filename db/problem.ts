/** Rows to the planner's question: everything becomes an index, in an order that is the same every time. */
import { and, eq, isNotNull } from "drizzle-orm";
import { hostKey, listHosts, listRaised } from "#db/card.ts";
import type { Store } from "#db/connection.ts";
import { listRooms, listSlots, readGrid } from "#db/draft.ts";
import { listPitches } from "#db/pitch.ts";
import { placement } from "#db/schema/agenda.ts";
import { pitch } from "#db/schema/pitch.ts";
import { PLAIN, type Problem, type Session, WEIGHTS } from "#domain/agenda/problem.ts";
import type { Placement } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { SlotView } from "#domain/slot.ts";

/** A problem, and what its indices stand for. */
export type Asked = {
  problem: Problem;
  /** The draft it was asked about. */
  draft: Placement[];
  pitches: PitchView[];
};

/**
 * Reads what the planner needs: hands of people who have a place, hosts, needs, pins, and what was
 * published, so that little moves afterwards. What runs or is over stays where it is.
 */
export async function readProblem(db: Store, eventId: string, now: Date): Promise<Asked> {
  const [pitches, hosts, raised, rooms, slots, grid, draft, expectations] = await Promise.all([
    listPitches(db, eventId),
    listHosts(db, eventId),
    listRaised(db, eventId),
    listRooms(db, eventId),
    listSlots(db, eventId),
    readGrid(db, eventId),
    db
      .select({
        pitchId: placement.pitchId,
        slotId: placement.slotId,
        roomId: placement.roomId,
        pinned: placement.pinned,
      })
      .from(placement)
      .where(eq(placement.eventId, eventId)),
    db
      .select({ id: pitch.id, expected: pitch.expected })
      .from(pitch)
      .where(and(eq(pitch.eventId, eventId), isNotNull(pitch.expected))),
  ]);
  const own = new Map(expectations.map(({ id, expected }) => [id, expected!]));
  // Hosts come first, so that a hand raised meanwhile changes nobody's number among them.
  const people = indexed([...hosts.map(hostKey), ...raised.map((it) => it.registrationId)]);
  const sessionAt = indexed(pitches.map(({ id }) => id));
  const slotAt = indexed(slots.map(({ id }) => id));
  const roomAt = indexed(rooms.map(({ id }) => id));
  const begun = (slot: SlotView) => Date.parse(slot.startsAt) <= now.getTime();

  const wants = Array.from(people, () => [] as number[]);
  for (const { registrationId, pitchId } of raised)
    wants[people.get(registrationId)!]!.push(sessionAt.get(pitchId)!);
  const held = new Map(
    draft
      .filter(({ pinned, slotId }) => pinned || begun(slots[slotAt.get(slotId)!]!))
      .map((it) => [it.pitchId, it]),
  );

  const sessions = pitches.map((view): Session => {
    const pin = held.get(view.id);
    return {
      ...PLAIN,
      id: view.id,
      hosts: [
        ...new Set(
          hosts.filter((host) => host.pitchId === view.id).map((host) => people.get(hostKey(host))!),
        ),
      ],
      needs: view.needs.filter((need) => need !== "step_free"),
      stepFree: view.needs.includes("step_free"),
      audience: own.has(view.id) ? { low: own.get(view.id)!, high: own.get(view.id)! } : null,
      pin: { slot: pin ? slotAt.get(pin.slotId)! : null, room: pin ? roomAt.get(pin.roomId)! : null },
    };
  });
  const published = (grid?.placements ?? []).flatMap((it) => {
    const [session, slot, room] = [sessionAt.get(it.pitchId), slotAt.get(it.slotId), roomAt.get(it.roomId)];
    if (session === undefined || slot === undefined || room === undefined) return [];
    // Only what the draft still has there: the draft is what people made of it since.
    const stands = draft.some((other) => other.pitchId === it.pitchId && other.slotId === it.slotId);
    return [{ session, copy: 0, slot, room, fixed: stands && begun(slots[slot]!) }];
  });
  return {
    problem: {
      slots: slotsOf(slots, begun),
      rooms: rooms.map(roomOf),
      sessions,
      wants,
      away: wants.map(() => []),
      here: null,
      published,
      weights: WEIGHTS,
    },
    draft,
    pitches,
  };
}

/** Each distinct text with its number, in order of appearance. */
function indexed(texts: readonly string[]): Map<string, number> {
  return new Map([...new Set(texts)].map((text, index) => [text, index]));
}

/** A night between two slots makes a new day, whatever the calendar of the server says. */
const NIGHT = 5 * 3_600_000;

/** Numbers the days. A slot that has begun takes nothing new. */
function slotsOf(slots: readonly SlotView[], begun: (slot: SlotView) => boolean) {
  let day = 0;
  return slots.map((slot, index) => {
    const before = slots[index - 1];
    if (before && Date.parse(slot.startsAt) - Date.parse(before.endsAt) > NIGHT) day += 1;
    return { id: slot.id, day, break: slot.kind === "break", over: begun(slot) };
  });
}

const roomOf = ({ id, capacity, features }: { id: string; capacity: number; features: string[] }) => ({
  id,
  capacity,
  features: features.filter((feature) => feature !== "step_free"),
  stepFree: features.includes("step_free"),
  closed: [],
});
