/** The camp that gives its places out in three ways: some are gone, a draw is open, the last come at a bell. */
import type { DemoWays } from "#domain/demo/ways.ts";

export const FELL_WAYS: DemoWays = {
  releases: [
    { way: "first_come", places: 60, opens: { days: -12, time: "12:00" } },
    {
      way: "draw",
      places: 40,
      opens: { days: -3, time: "09:00" },
      closes: { days: 4, time: "18:00" },
      source:
        "The six main numbers of the first Lotto draw after entries close, from the smallest to the largest",
    },
    { way: "batch", places: 14, opens: { days: 9, time: "16:00" } },
  ],
  sectors: {
    0: { floor: 30, ceiling: null },
    1: { floor: 20, ceiling: 45 },
    2: { floor: 12, ceiling: null },
    3: { floor: 6, ceiling: null },
  },
  firstTimers: { floor: 25, ceiling: null },
  organisationLimit: 8,
  mergeDays: 7,
};

/** How many enter together, group by group. */
export const FELL_GROUPS: readonly number[] = [4, 3, 3, 2, 2, 2, 2];
