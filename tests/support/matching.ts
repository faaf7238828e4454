/** Who finds a place that is for them, searched for instead of worked out: what domain/pool.ts is held against. */
import type { Kind, Pools } from "#domain/pool.ts";

const mayTake = (one: Kind, seat: string) => seat === one.sectorId || (seat === "first" && one.firstTime);

/** The most people who can sit on places that are kept for them, each on one: by augmenting paths. */
export function mostKept(people: readonly Kind[], { sectors, firstTimers }: Pools): number {
  const seats = [
    ...[...sectors].flatMap(([id, { floor }]) => Array<string>(floor).fill(id)),
    ...Array<string>(firstTimers.floor).fill("first"),
  ];
  const owner = new Map<number, number>();
  const find = (person: number, tried: Set<number>): boolean =>
    seats.some((seat, at) => {
      if (tried.has(at) || !mayTake(people[person]!, seat)) return false;
      tried.add(at);
      if (owner.has(at) && !find(owner.get(at)!, tried)) return false;
      owner.set(at, person);
      return true;
    });
  return people.filter((_, person) => find(person, new Set())).length;
}

/** Whether one more may come in beside those inside. @param open how many places are kept for nobody */
export function mayComeIn(one: Kind, inside: readonly Kind[], pools: Pools, open: number): boolean {
  const alike = (is: (other: Kind) => boolean) => inside.filter(is).length;
  const below = (people: number, most: number | null | undefined) => most == null || people < most;
  const { sectors, firstTimers, organisationLimit } = pools;
  if (
    !below(
      alike(({ sectorId }) => sectorId === one.sectorId),
      sectors.get(one.sectorId)?.ceiling,
    )
  )
    return false;
  if (
    one.firstTime &&
    !below(
      alike(({ firstTime }) => firstTime),
      firstTimers.ceiling,
    )
  )
    return false;
  const colleagues = alike(({ organisation }) => organisation === one.organisation);
  if (one.organisation !== "" && !below(colleagues, organisationLimit)) return false;
  const inOpen = (people: readonly Kind[]) => people.length - mostKept(people, pools);
  const after = inOpen([...inside, one]);
  return after === inOpen(inside) || after <= open;
}
