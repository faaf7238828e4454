/** Cards as the desk handles them, and how many to expect at each. */
import type { Card } from "#domain/draft.ts";
import type { DraftFrame, DraftView } from "#domain/grid.ts";
import type { HeadCount } from "#domain/heads.ts";
import type { Snapshot } from "#domain/live.ts";
import { runsOf } from "#domain/run.ts";
import { type Expected, expectRuns } from "#domain/run-audience.ts";
import { copiesOf, type Shapes, waitingOf } from "#domain/shape.ts";
import { cameTo } from "#domain/turnout.ts";

/** Live titles and hands, with what the desk knows besides; of a pitch that came this moment it knows its names. */
export function cardsOf({ pitches, hands }: Pick<Snapshot, "pitches" | "hands">, draft: DraftFrame): Card[] {
  return pitches.map((pitch) => {
    const named = pitch.hosts.map((name) => ({ key: name.trim().toLowerCase(), name }));
    const facts = draft.pitches[pitch.id] ?? { hosts: named, before: 0, expected: null };
    return { ...facts, pitch, hands: hands?.[pitch.id] ?? 0 };
  });
}

/**
 * How many to expect at each card, as a whole and run by run.
 * @param cards all of the camp @param counts heads at the doors of rooms
 */
export function expectedAt(
  cards: readonly Card[],
  draft: Pick<DraftView, "crowd" | "slots" | "rooms" | "placements"> & { pitches: Shapes },
  counts: readonly HeadCount[],
): Expected {
  const { crowd, slots, rooms, pitches, placements } = draft;
  const sessions = cards.map(({ pitch: { id }, ...card }) => {
    const waiting = waitingOf(placements, pitches, id).map(({ copy }) => copy);
    const standing = copiesOf(placements, pitches, id).filter((copy) => !waiting.includes(copy));
    return { ...card, id, standing, waiting };
  });
  const camp = { crowd, slots: slots.filter(({ kind }) => kind === "session").length, rooms: rooms.length };
  return expectRuns(sessions, camp, cameTo(counts, runsOf({ rooms, slots, placements })));
}
