/** What somebody can say of the day on their own page. Instants are ISO 8601. */
export type OnTheDay = {
  /** Whether the doors are open. */
  open: boolean;
  /** From when on their place can be passed on unless they are there; null where that never happens. */
  passOnAt: string | null;
  /** Until when it waits, because they are late by their own word or on their way; null where they said nothing. */
  lateUntil: string | null;
  /** The times they can say. */
  lateTimes: readonly string[];
  /** Their place was passed on. */
  passedOn: boolean;
  /** They stand by, and whether the screen by the door may show their first name; null where they do not. */
  standsBy: { named: boolean } | null;
  mayStandBy: boolean;
  /** Whether they came in today, and when they left; null where they did not come. */
  here: { leftAt: string | null } | null;
};

/** Whether somebody is in, and has not left. */
export function isIn({ here }: Pick<OnTheDay, "here">): boolean {
  return here !== null && here.leftAt === null;
}

export const NOTHING_ON_THE_DAY: OnTheDay = {
  ...{ open: false, passOnAt: null, lateUntil: null, lateTimes: [], passedOn: false },
  ...{ standsBy: null, mayStandBy: false, here: null },
};
