import { listRaised, readFacts } from "#db/card.ts";
import type { Store } from "#db/connection.ts";
import { listPlacements, listRooms, listSlotsByDay, readGrid } from "#db/draft.ts";
import { listPitches } from "#db/pitch.ts";
import { countPlaces } from "#db/registration/place.ts";
import { expectAudiences } from "#domain/audience.ts";
import type { Placement } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { Problem } from "#domain/planner/problem.ts";
import { problemOf } from "#domain/planner-problem.ts";
import type { Weighable } from "#domain/weighing.ts";

export type Asked = {
  problem: Problem;
  /** The draft it was asked about. */
  draft: Placement[];
  pitches: PitchView[];
};

/** Made of hands of people who have a place, hosts, needs, pins, and what was published. */
export async function readProblem(db: Store, eventId: string, now: Date): Promise<Asked> {
  const [pitches, { facts, keys }, raised, rooms, slots, grid, draft, { confirmed }] = await Promise.all([
    listPitches(db, eventId),
    readFacts(db, eventId),
    listRaised(db, eventId),
    listRooms(db, eventId),
    listSlotsByDay(db, eventId),
    readGrid(db, eventId),
    listPlacements(db, eventId),
    countPlaces(db, eventId),
  ]);
  const hands = new Map<string, number>();
  for (const { pitchId } of raised) hands.set(pitchId, (hands.get(pitchId) ?? 0) + 1);
  const expected = expectAudiences(
    pitches.map(({ id }) => ({ id, hands: hands.get(id) ?? 0, ...facts[id]! })),
    { people: confirmed, slots: slots.filter(({ kind }) => kind === "session").length, rooms: rooms.length },
  );
  // A host's own hands count under the key they host by.
  const who = raised.map(({ pitchId, registrationId }) => ({
    pitchId,
    who: keys.get(registrationId) ?? registrationId,
  }));
  const question = { pitches, facts, expected, rooms, slots, draft, grid, raised: who };
  return { problem: problemOf(question, now.getTime()), draft, pitches };
}

/** The problem as it is weighed. It stays on the server: it says who wants what. */
export async function readWeighable(db: Store, eventId: string, now: Date): Promise<Weighable> {
  const { problem, draft, pitches } = await readProblem(db, eventId, now);
  return { problem, pitchIds: pitches.map(({ id }) => id), placements: draft };
}

/** The least to expect at each session, by its id. */
export async function readHeads(db: Store, eventId: string, now: Date): Promise<Record<string, number>> {
  const { problem } = await readProblem(db, eventId, now);
  return Object.fromEntries(problem.sessions.map(({ id, audience }) => [id, audience?.low ?? 0]));
}
