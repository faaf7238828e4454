/** Cards as the desk handles them, and how many to expect at each. */
import { type Expectation, expectAudiences } from "#domain/audience.ts";
import type { Card } from "#domain/draft.ts";
import type { DraftFrame } from "#domain/grid.ts";
import type { Snapshot } from "#domain/live.ts";

/** Live titles and hands, with what the desk knows besides; of a pitch that came this moment it knows its names. */
export function cardsOf({ pitches, hands }: Pick<Snapshot, "pitches" | "hands">, draft: DraftFrame): Card[] {
  return pitches.map((pitch) => {
    const named = pitch.hosts.map((name) => ({ key: name.trim().toLowerCase(), name }));
    const facts = draft.pitches[pitch.id] ?? { hosts: named, before: 0, expected: null };
    return { ...facts, pitch, hands: hands?.[pitch.id] ?? 0 };
  });
}

/** How many to expect at each card, by the id of its pitch. @param cards all of the camp */
export function expectedAt(cards: readonly Card[], draft: DraftFrame): Map<string, Expectation> {
  return expectAudiences(
    cards.map(({ pitch, ...card }) => ({ ...card, id: pitch.id })),
    {
      crowd: draft.crowd,
      slots: draft.slots.filter(({ kind }) => kind === "session").length,
      rooms: draft.rooms.length,
    },
  );
}
