/**
 * How a room of campers raises its hands, after real camps: 6 to 10 hands each, a favourite that two in three want, a
 * last one that one in seven wants. The shares are met exactly.
 */
import { type Random, random } from "#domain/agenda/random.ts";

/** Shares of voters who want the room's darlings; after them wanting falls evenly to the last. */
const DARLINGS = [0.64, 0.57, 0.46, 0.34];
const LAST = 0.15;

const [FEWEST, USUAL, MOST] = [6, 9.2, 10];

/**
 * The share of voters who want each pitch, the most wanted first.
 *
 * @param pitches how many there are; 30 to 45, or nobody could raise 6 to 10 hands with these shares
 */
export function shares(pitches: number): number[] {
  const others = pitches - DARLINGS.length;
  const darling = DARLINGS.reduce((sum, share) => sum + share, 0);
  // The mean of an even fall is half way: solve for the height that gives everybody their usual number of hands.
  const height = 2 * ((USUAL - darling) / others - LAST);
  const rest = Array.from({ length: others }, (_, rank) => LAST + height * (1 - rank / (others - 1)));
  return [...DARLINGS, ...rest];
}

/**
 * Deals hands. Half the room follows the talk of the tea queue and wants the darlings; the other half reads the
 * wall to its end. That is why two favourites share half their voters, and any two others more than chance.
 *
 * @param voters how many people raise hands
 * @param pitches how many pitches there are, the most wanted first
 * @returns for each voter the ranks of the pitches they want, 6 to 10 of them
 */
export function makeBallots(voters: number, pitches: number, seed: number): number[][] {
  const dice = random(seed);
  const counts = shares(pitches).map((share) => Math.round(share * voters));
  const room = Array.from({ length: voters }, () => ({
    follows: dice.below(2) === 0,
    hands: [] as number[],
  }));
  counts.forEach((count, rank) => {
    const left = pitches - rank;
    const keen = room
      .filter((voter) => voter.hands.length < MOST)
      .map((voter) => ({ voter, key: urge(voter, rank, left, dice) }))
      .sort((a, b) => b.key - a.key);
    for (const { voter } of keen.slice(0, count)) voter.hands.push(rank);
  });
  return room.map((voter) => voter.hands);
}

/** How much somebody wants to raise a hand now, in any unit. Nobody leaves with fewer than their share. */
function urge(
  voter: { follows: boolean; hands: number[] },
  rank: number,
  left: number,
  dice: Random,
): number {
  const chance = 1 + dice.below(1000);
  const missing = FEWEST - voter.hands.length;
  if (missing * 4 >= left) return 1e6 * missing + chance;
  if (rank < DARLINGS.length) return voter.follows ? chance + 380 : chance;
  return voter.follows ? chance : chance + 150;
}
