import { listRaised, readFacts } from "#db/card.ts";
import type { Store } from "#db/connection.ts";
import { readCrowd } from "#db/crowd.ts";
import { listRooms, listSlotsByDay, readGrid } from "#db/draft.ts";
import { listHeads } from "#db/heads.ts";
import { listPitches } from "#db/pitch.ts";
import { listPlacements } from "#db/placement.ts";
import { listRoomsOff } from "#db/room-off.ts";
import { withStars } from "#db/star.ts";
import type { Problem } from "#domain/agenda/problem.ts";
import type { Arranged, Placement } from "#domain/grid.ts";
import { type Named, namesOf } from "#domain/planner-names.ts";
import { expectedIn, problemOf, type Question } from "#domain/planner-problem.ts";
import type { Weighable } from "#domain/weighing.ts";

export type Asked = Named & { problem: Problem };

/** What is asked of the planner, besides the draft: many rows, of which a move changes none. */
export type AskedOf = Omit<Question, "draft">;

/** Made of hands of people who have a place, hosts, needs, and what was published. */
export async function readQuestion(db: Store, eventId: string): Promise<AskedOf> {
  const [pitches, { facts: known, keys }, raised, rooms, slots, grid, crowd, off, counts] = await Promise.all(
    [
      listPitches(db, eventId),
      readFacts(db, eventId),
      listRaised(db, eventId),
      listRooms(db, eventId),
      listSlotsByDay(db, eventId),
      readGrid(db, eventId),
      readCrowd(db, eventId),
      listRoomsOff(db, eventId),
      listHeads(db, eventId),
    ],
  );
  const facts = await withStars(db, eventId, known);
  const hands = new Map<string, number>();
  for (const { pitchId } of raised) hands.set(pitchId, (hands.get(pitchId) ?? 0) + 1);
  const pitched = pitches.map(({ id }) => ({ id, hands: hands.get(id) ?? 0, ...facts[id]! }));
  const camp = { crowd, slots: slots.filter(({ kind }) => kind === "session").length, rooms: rooms.length };
  // A host's own hands count under the key they host by.
  const who = raised.map(({ pitchId, registrationId }) => ({
    pitchId,
    who: keys.get(registrationId) ?? registrationId,
  }));
  return { pitches, facts, pitched, camp, counts, rooms, slots, grid, raised: who, off };
}

export async function readProblem(db: Store, eventId: string, now: Date): Promise<Asked> {
  const [asked, draft] = await Promise.all([readQuestion(db, eventId), listPlacements(db, eventId)]);
  const question = { ...asked, draft };
  return { problem: problemOf(question, now.getTime()), ...namesIn(question) };
}

/**
 * A problem as it is weighed. It stays on the server: it says who wants what.
 * @param placements which may be newer than the question: what it does not know is left out
 */
export function weighableOf(asked: AskedOf, placements: readonly Placement[], now: Date): Weighable {
  const slots = new Set(asked.slots.map(({ id }) => id));
  const rooms = new Set(asked.rooms.map(({ id }) => id));
  const draft = placements.filter(({ slotId, roomId }) => slots.has(slotId) && rooms.has(roomId));
  const question = { ...asked, draft };
  return { problem: problemOf(question, now.getTime()), ...namesIn(question), placements: draft };
}

const namesIn = ({ pitches, facts, draft }: Question): Named =>
  namesOf(
    pitches.map(({ id }) => id),
    facts,
    draft,
  );

/** How many to expect at each run of a grid, by its key. */
export async function readHeads(
  db: Store,
  eventId: string,
  { rooms, placements }: Pick<Arranged, "rooms" | "placements">,
): Promise<Record<string, number>> {
  const asked = await readQuestion(db, eventId);
  const standing = (id: string) => placements.filter(({ pitchId }) => pitchId === id).map(({ copy }) => copy);
  const { runs } = expectedIn({ ...asked, rooms, draft: placements }, standing);
  return Object.fromEntries([...runs].map(([key, { middle }]) => [key, middle]));
}
