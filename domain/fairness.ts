/** How fairly a camp went, in sums: who asked for a place and who got one, and what people had of what they wanted. */
import { worstTenth } from "#domain/agenda/terms.ts";
import { cellsOf } from "#domain/cell.ts";
import { ENOUGH, shownCount } from "#domain/equality/disclosure.ts";
import type { GridView } from "#domain/grid.ts";

/** People who asked for something, and those of them who got it. */
export type Share = { asked: number; got: number };

/** What is counted while a camp's people are known, and kept once they are forgotten. */
export type FairnessSums = {
  /** By the sectors of the camp, in their order. */
  sectors: readonly (Share & { name: string })[];
  firstTime: Share;
  others: Share;
  /** First-timers who hosted a pitch, and those of them with a session on the grid. */
  hosts: Share;
  /** How many wanted anything, and what the worst-off tenth of them had, in thousandths of what they could have had. */
  wishers: number;
  worst: number;
  /** Of those who had a place when doors opened, how many came; 0 where nobody was checked in. */
  places: number;
  came: number;
};

/** By sector, then by whether it is somebody's first unconference. */
export const ROWS = ["sector", "firstTime", "others"] as const;

/** As anybody may read it: counts rounded down to fives, and null for what too few people are in. */
export type FairnessShown = {
  rows: readonly (Share & { of: (typeof ROWS)[number]; name: string })[];
  hosts: Share | null;
  /** In hundredths. */
  worst: number | null;
  turnout: Share | null;
};

const shown = ({ asked, got }: Share): Share => ({ asked: shownCount(asked), got: shownCount(got) });
const enough = (share: Share): Share | null => (share.asked >= ENOUGH ? shown(share) : null);

/** How many are in the worst-off tenth. */
const tenthOf = (wishers: number) => Math.floor(wishers / 10);

/** @returns "none" where nobody asked for a place, as in a camp that came in from another installation */
export function shownFairness(sums: FairnessSums): FairnessShown | "none" {
  const { sectors, firstTime, others, hosts, wishers, worst, places, came } = sums;
  if (firstTime.asked + others.asked === 0) return "none";
  return {
    rows: [
      ...sectors.map(({ name, ...share }) => ({ of: "sector" as const, name, ...shown(share) })),
      { of: "firstTime", name: "", ...shown(firstTime) },
      { of: "others", name: "", ...shown(others) },
    ],
    hosts: enough(hosts),
    worst: tenthOf(wishers) >= ENOUGH ? Math.floor(worst / 10) : null,
    turnout: came >= ENOUGH ? shown({ asked: places, got: came }) : null,
  };
}

/**
 * What people had of what they wanted, as the planner counts it: slots in which something runs that they want, of as many
 * as they could have had.
 * @param grid as it is published, or null @param raised hands that are up, of one `who` for each person
 */
export function wishesHad(
  grid: GridView | null,
  raised: readonly { pitchId: string; who: string }[],
): Pick<FairnessSums, "wishers" | "worst"> {
  const slots = grid?.slots ?? [];
  const runs = new Map<string, string[]>();
  for (const it of grid?.placements ?? [])
    runs.set(it.pitchId, [...(runs.get(it.pitchId) ?? []), ...cellsOf(it, slots).map((cell) => cell.slotId)]);
  const wants = new Map<string, string[]>();
  for (const { pitchId, who } of raised) wants.set(who, [...(wants.get(who) ?? []), pitchId]);
  const usable = slots.filter(({ kind }) => kind === "session").length;
  const people = [...wants.values()].map((pitchIds) => {
    const wanted = pitchIds.reduce((sum, id) => sum + (runs.get(id)?.length ?? 1), 0);
    return {
      could: Math.min(wanted, usable),
      had: new Set(pitchIds.flatMap((id) => runs.get(id) ?? [])).size,
    };
  });
  const worst = worstTenth(
    Int32Array.from(people, ({ had }) => had),
    Int32Array.from(people, ({ could }) => could),
  );
  return { wishers: people.filter(({ could }) => could > 0).length, worst };
}

/** Sums of which the same is shown, where only that is known. */
export function sumsOf({ rows, hosts, worst, turnout }: FairnessShown): FairnessSums {
  const of = (which: (typeof ROWS)[number]) => rows.filter((row) => row.of === which);
  const [firstTime = NOBODY, others = NOBODY] = [...of("firstTime"), ...of("others")].map(onlyShare);
  return {
    sectors: of("sector").map(({ name, ...share }) => ({ name, ...onlyShare(share) })),
    ...{ firstTime, others, hosts: hosts ?? NOBODY },
    ...{ wishers: worst === null ? 0 : 10 * ENOUGH, worst: 10 * (worst ?? 0) },
    ...{ places: turnout?.asked ?? 0, came: turnout?.got ?? 0 },
  };
}

const NOBODY: Share = { asked: 0, got: 0 };
const onlyShare = ({ asked, got }: Share): Share => ({ asked, got });
