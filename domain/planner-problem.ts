/** The camp as the planner's question: everything becomes an index, in an order that is the same every time. */

import { PLAIN, type Problem, type Room, type Session, WEIGHTS } from "#domain/agenda/problem.ts";
import type { Camp, Pitched } from "#domain/audience.ts";
import type { Arranged, GridView, PitchFacts, Placement } from "#domain/grid.ts";
import type { HeadCount } from "#domain/heads.ts";
import { busyIn } from "#domain/pitch/busy.ts";
import type { Need, PitchView } from "#domain/pitch.ts";
import { copyNamed, namesOf } from "#domain/planner-names.ts";
import type { RoomView } from "#domain/room.ts";
import { closedIn, type RoomOff } from "#domain/room-off.ts";
import { runKey, runsOf, sameRun } from "#domain/run.ts";
import { type Expected, expectRuns } from "#domain/run-audience.ts";
import { copiesOf, shapeOf } from "#domain/shape.ts";
import { hasBegun, type SlotOfACamp, type SlotView } from "#domain/slot.ts";
import { cameTo } from "#domain/turnout.ts";

export type Question = {
  pitches: readonly PitchView[];
  facts: Readonly<Record<string, PitchFacts>>;
  /** All sessions that are pitched, whichever of them are asked about, and whom they are shared out among. */
  pitched: readonly Pitched[];
  camp: Camp;
  /** Heads at the doors of rooms. */
  counts: readonly HeadCount[];
  rooms: readonly RoomView[];
  slots: readonly SlotOfACamp[];
  draft: readonly Placement[];
  grid: GridView | null;
  /** Rooms that are switched off. */
  off: readonly RoomOff[];
  /** Hands that are up: `who` is the same for the same human being, and a host's own key where they host. */
  raised: readonly { pitchId: string; who: string }[];
};

/** How many to expect at each run. @param copiesThatRun of a pitch */
export function expectedIn(
  {
    pitched,
    camp,
    counts,
    facts,
    rooms,
    slots,
    draft,
  }: Omit<Question, "pitches" | "grid" | "off" | "raised">,
  copiesThatRun: (pitchId: string) => readonly number[],
): Expected {
  const sessions = pitched.map((it) => {
    const choices = facts[it.id]?.choices;
    return { ...it, standing: copiesThatRun(it.id), waiting: [], ...(choices && { choices }) };
  });
  return expectRuns(sessions, camp, cameTo(counts, runsOf({ rooms, slots, placements: draft })));
}

/**
 * Makes a problem of a camp: hands, hosts, needs, pins, and what was published, so that little moves afterwards.
 * What runs or is over stays where it is.
 *
 * @param now milliseconds since 1970
 */
export function problemOf(question: Question, now: number): Problem {
  const { pitches, facts, rooms, slots, draft, grid, raised, off } = question;
  // As it would be with all runs in place: it is asked to find one for each.
  const expected = expectedIn(question, (id) => copiesOf(draft, facts, id));
  const hostsOf = (id: string) => (facts[id]?.hosts ?? []).map(({ key }) => key);
  // Hosts come first, so that a hand raised meanwhile changes nobody's number among them.
  const people = indexed([...pitches.flatMap(({ id }) => hostsOf(id)), ...raised.map(({ who }) => who)]);
  const sessionAt = indexed(pitches.map(({ id }) => id));
  const slotAt = indexed(slots.map(({ id }) => id));
  const roomAt = indexed(rooms.map(({ id }) => id));
  const begun = (slot: SlotView) => hasBegun(slot, now);

  const wants = Array.from(people, () => [] as number[]);
  for (const { who, pitchId } of raised) {
    const session = sessionAt.get(pitchId);
    if (session !== undefined) wants[people.get(who)!]!.push(session);
  }
  const named = namesOf(
    pitches.map(({ id }) => id),
    facts,
    draft,
  );
  const planned = (it: Arranged["placements"][number]) => {
    const [run, slot, room] = [copyNamed(named, it), slotAt.get(it.slotId), roomAt.get(it.roomId)];
    return run === null || slot === undefined || room === undefined ? [] : [{ ...run, slot, room }];
  };
  const held = draft
    .filter(({ pinned, slotId }) => pinned || begun(slots[slotAt.get(slotId)!]!))
    .flatMap(planned);
  const sessions = pitches.map(({ id, needs }, session): Session => {
    const pin = held.find((it) => it.session === session && it.copy === 0);
    const copies = named.copies[session]!;
    const heads = copies.flatMap((copy) => expected.runs.get(runKey(id, copy))?.middle ?? []);
    return {
      ...PLAIN,
      id,
      hosts: [...new Set(hostsOf(id).map((key) => people.get(key)!))],
      ...needsOf(needs),
      forbidden: busyIn(slots, facts[id]?.busy ?? []).map((slot) => slotAt.get(slot)!),
      audience: heads.length < copies.length ? null : heads,
      stars: facts[id]?.stars ?? 0,
      length: shapeOf(facts, id).length,
      copies: copies.length,
      pin: { slot: pin?.slot ?? null, room: pin?.room ?? null },
    };
  });
  // A pin holds the first copy of a session; others that are held stand as fixed.
  const fixed = held.filter(({ copy }) => copy > 0).map((it) => ({ ...it, fixed: true }));
  const published = (grid?.placements ?? [])
    .flatMap((it) => {
      // Only what the draft still has there: the draft is what people made of it since.
      const stands = draft.some((other) => sameRun(other, it) && other.slotId === it.slotId);
      return planned(it).map((was) => ({ ...was, fixed: stands && begun(slots[was.slot]!) }));
    })
    .filter((was) => !fixed.some(({ session, copy }) => session === was.session && copy === was.copy));
  return {
    slots: slotsOf(slots, begun),
    rooms: rooms.map((room) => ({ ...roomToPlan(room), closed: closedIn(off, room.id, slots) })),
    sessions,
    wants,
    away: wants.map(() => []),
    here: null,
    published: [...published, ...fixed],
    weights: WEIGHTS,
  };
}

function indexed(texts: readonly string[]): Map<string, number> {
  return new Map([...new Set(texts)].map((text, index) => [text, index]));
}

function slotsOf(slots: readonly SlotOfACamp[], begun: (slot: SlotView) => boolean) {
  const days = indexed(slots.map(({ dayId }) => dayId));
  return slots.map((slot) => ({
    id: slot.id,
    day: days.get(slot.dayId)!,
    break: slot.kind === "break",
    over: begun(slot),
  }));
}

/** What a session needs of its room: step-free access is a rule to the planner, and the rest is weighed. */
export function needsOf(needs: readonly Need[]): Pick<Session, "needs" | "stepFree"> {
  return { needs: needs.filter((need) => need !== "step_free"), stepFree: needs.includes("step_free") };
}

/** What a room offers to what sessions need, and open all day. */
export const roomToPlan = ({ id, capacity, features }: Omit<RoomView, "letter" | "name">): Room => ({
  id,
  capacity,
  features: features.filter((feature) => feature !== "step_free"),
  stepFree: features.includes("step_free"),
  closed: [],
});
