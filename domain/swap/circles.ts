/** Who could swap with whom: every circle of two or three in which each shows to the next what they want to see. */
import { fits } from "#domain/swap/fits.ts";
import type { CardSays } from "#domain/swap.ts";

export type MatchCard = { id: string } & Pick<CardSays, "way" | "area" | "line">;

/** `shows` and `wants` are their cards on the board, the oldest first. */
export type Swapper = {
  id: string;
  sectorId: string;
  shows: readonly MatchCard[];
  wants: readonly MatchCard[];
};

/** One shows to another, by a card of each. `across`: they are of different sectors. */
export type Leg = { from: string; to: string; showId: string; seeId: string; across: boolean };

/** Each leg begins with whom the one before ends, the first with whom the last ends. */
export type Circle = readonly Leg[];

/** What a card that shows and one that sees are called together, where somebody said no to the two. */
export const barredBy = (showId: string, seeId: string): string => `${showId} ${seeId}`;

/**
 * @param people in the order in which a tie is decided
 * @param barred pairs of cards, as `barredBy` names them, that are proposed no more
 * @returns circles of two, then of three; each once, beginning with whoever is first among `people`
 */
export function circlesAmong(people: readonly Swapper[], barred: ReadonlySet<string>): Circle[] {
  const legs = people.map((from) => people.map((to) => (from === to ? null : legOf(from, to, barred))));
  const n = people.length;
  const found: Circle[] = [];
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) addCircle(found, [legs[a]![b]!, legs[b]![a]!]);
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      if (!legs[a]![b]) continue;
      for (let c = a + 1; c < n; c++)
        if (c !== b) addCircle(found, [legs[a]![b]!, legs[b]![c]!, legs[c]![a]!]);
    }
  return found;
}

function addCircle(found: Circle[], legs: readonly (Leg | null)[]): void {
  if (legs.every((leg) => leg !== null)) found.push(legs);
}

/** By the oldest cards that fit. */
function legOf(from: Swapper, to: Swapper, barred: ReadonlySet<string>): Leg | null {
  for (const show of from.shows)
    for (const see of to.wants)
      if (fits(show, see) && !barred.has(barredBy(show.id, see.id)))
        return {
          ...{ from: from.id, to: to.id, showId: show.id, seeId: see.id },
          across: from.sectorId !== to.sectorId,
        };
  return null;
}
