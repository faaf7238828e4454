/** The grid of the demo camp that is under way: really solved, really published. */

import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import type { DemoPitch } from "#db/demo/pitches.ts";
import { endDevice, startDevice } from "#db/device.ts";
import { listRooms, listSlots, readDraft } from "#db/draft.ts";
import { insertPlacements } from "#db/placement.ts";
import { publish } from "#db/publication.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import type { Transaction } from "#db/transaction.ts";
import { findViewer } from "#db/viewer.ts";
import { PLAIN, type Problem, WEIGHTS } from "#domain/agenda/problem.ts";
import { solve } from "#domain/agenda/solve.ts";
import { CREW, type DemoCamp } from "#domain/demo/camp.ts";
import { arrangedMark, type Placement } from "#domain/grid.ts";
import { needsOf, roomToPlan } from "#domain/planner-problem.ts";
import { TELLS_NOBODY } from "#domain/review.ts";
import type { SlotView } from "#domain/slot.ts";
import { mayOf } from "#domain/viewer.ts";

/** Takes about a tenth of a second. */
const ITERATIONS = 100_000;

/** Solves the draft and writes it. */
export async function insertDraft(
  tx: Transaction,
  eventId: string,
  camp: DemoCamp,
  pitches: readonly DemoPitch[],
): Promise<void> {
  const [rooms, slots] = [await listRooms(tx, eventId), await listSlots(tx, eventId)];
  const wants = Array.from({ length: camp.here }, (): number[] => []);
  pitches.forEach(({ fans, hosts }, session) => {
    for (const person of new Set([...fans, ...hosts])) wants[person]!.push(session);
  });
  const problem: Problem = {
    slots: slots.map(({ id, kind }) => ({ id, day: 0, break: kind === "break", over: false })),
    rooms: rooms.map(roomToPlan),
    sessions: pitches.map(({ id, idea, hosts }) => ({ ...PLAIN, id, hosts, ...needsOf(idea.needs) })),
    wants,
    away: wants.map(() => []),
    here: null,
    published: [],
    weights: WEIGHTS,
  };
  const { placements } = solve(problem, camp.seed, ITERATIONS);
  const placed = placements.map(({ session, slot, room }): Placement => {
    const cell = { slotId: slots[slot]!.id, roomId: rooms[room]!.id };
    return { pitchId: pitches[session]!.id, copy: 0, ...cell, length: 1, pinned: false };
  });
  await insertPlacements(tx, eventId, placed, slots);
}

/**
 * Publishes the draft through the organiser's own command, signed in for a moment, unless a grid is published.
 * @throws Error when the command refuses, since nobody but another start can have changed a camp this new
 */
export async function publishFirst(db: Database, slug: string, now: Date): Promise<void> {
  const [camp] = await db
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.slug, slug), eq(event.demo, true)));
  const draft = camp && (await readDraft(db, camp.id));
  if (!draft || draft.published > 0) return;
  const [crew] = await db.select({ id: person.id }).from(person).where(eq(person.email, CREW[0].email));
  const device = await startDevice(db, { personId: crew!.id });
  const organiser = mayOf((await findViewer(db, device.token, camp.id)).crew, "publish");
  const agreed = { mark: arrangedMark(draft), base: 0, tells: TELLS_NOBODY };
  const published = organiser && (await publish(db, organiser, agreed, beforeTheFirst(draft.slots, now)));
  await endDevice(db, crew!.id, device.id);
  // Another start did it meanwhile.
  if (published?.ok === false && published.refusal === "changed_meanwhile") return;
  if (!published?.ok) throw new Error(`the grid of ${slug} was not published`);
}

/** Ten minutes before the first sessions, when people had to know where to go, however late the demo is loaded. */
function beforeTheFirst(slots: readonly SlotView[], now: Date): Date {
  const first = slots.find((slot) => slot.kind === "session");
  return first ? new Date(Math.min(now.getTime(), Date.parse(first.startsAt) - 600_000)) : now;
}
