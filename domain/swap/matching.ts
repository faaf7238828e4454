/**
 * Which swaps to propose: maximum matching in exchange cycles of two and three.
 *
 * The method is that of A. Roth, T. Sönmez and M. Ünver, “Efficient Kidney Exchange: Coincidence of Wants in Markets with
 * Compatibility-Based Preferences”, American Economic Review 97 (2007): whoever gives to one gets from another, a cycle of
 * two is a pair that fits both ways, and cycles of three reach nearly everybody whom pairs leave out, which longer ones
 * would hardly add to. Choosing the best disjoint cycles is a set packing problem, and hard once three are allowed
 * (Abraham, Blum and Sandholm 2007); with as few people as a board has, branch and bound solves it.
 */
import { type Circle, circlesAmong, type Swapper } from "#domain/swap/circles.ts";

/** People among whom one run looks, so that all of it takes a moment. */
export const MOST_SWAPPERS = 60;

/** Choices that are looked at before the best so far is taken. */
const STEPS = 200_000;

/**
 * What a circle counts: first people who see another sector, then people, then rather two who fit than three. Each term
 * outweighs all of the next that MOST_SWAPPERS can make up. Divisible by 6, so that a share of two or three is whole.
 */
export function worthOf(circle: Circle): number {
  const across = circle.filter((leg) => leg.across).length;
  return 6 * (10_000 * across + 100 * circle.length - (circle.length === 3 ? 1 : 0));
}

/** `proven`: there is no better choice; else the search was ended before it could tell. */
export type Matching = { circles: readonly Circle[]; proven: boolean };

/**
 * Nobody is in two circles, and what is chosen is worth as much as anything can be (`worthOf`).
 * The same people in the same order give the same answer.
 * @param people in the order in which a tie is decided, at most MOST_SWAPPERS of whom are looked at
 * @param barred as `circlesAmong` takes it
 * @param steps after so many choices looked at the best so far is taken
 */
export function matchSwaps(
  people: readonly Swapper[],
  barred: ReadonlySet<string> = new Set(),
  steps = STEPS,
): Matching {
  const some = people.slice(0, MOST_SWAPPERS);
  const nth = new Map(some.map(({ id }, at) => [id, at]));
  const options = circlesAmong(some, barred).map((circle): Option => {
    const members = circle.map(({ from }) => nth.get(from)!);
    const worth = worthOf(circle);
    return { circle, members, worth, share: worth / members.length };
  });
  const search = new Search(some.length, options, steps);
  search.from(0, 0, []);
  return { circles: search.best.map(({ circle }) => circle), proven: search.left > 0 };
}

type Option = { circle: Circle; members: readonly number[]; worth: number; share: number };

/** Person by person: each is in one of the circles that begin with them, or in none that is still to come. */
class Search {
  best: readonly Option[] = [];
  left: number;
  private bestWorth = 0;
  private readonly taken: boolean[];
  private readonly begins: Option[][];
  /** The most that somebody can add. */
  private readonly shares: number[];

  constructor(people: number, options: readonly Option[], steps: number) {
    this.left = steps;
    this.taken = Array<boolean>(people).fill(false);
    this.shares = Array<number>(people).fill(0);
    this.begins = Array.from({ length: people }, () => []);
    for (const option of options) {
      this.begins[Math.min(...option.members)]!.push(option);
      for (const member of option.members) this.shares[member] = Math.max(this.shares[member]!, option.share);
    }
    for (const some of this.begins) some.sort((a, b) => b.share - a.share);
  }

  from(person: number, worth: number, chosen: readonly Option[]): void {
    if (worth > this.bestWorth) {
      this.bestWorth = worth;
      this.best = chosen;
    }
    if (--this.left <= 0 || worth + this.mostFrom(person) <= this.bestWorth) return;
    if (!this.taken[person])
      for (const option of this.begins[person]!) {
        if (--this.left <= 0) return;
        if (option.members.some((member) => this.taken[member])) continue;
        for (const member of option.members) this.taken[member] = true;
        this.from(person + 1, worth + option.worth, [...chosen, option]);
        for (const member of option.members) this.taken[member] = false;
      }
    this.from(person + 1, worth, chosen);
  }

  private mostFrom(person: number): number {
    let most = 0;
    for (let at = person; at < this.taken.length; at++) if (!this.taken[at]) most += this.shares[at]!;
    return most;
  }
}
