import type { RegistrationRow } from "#db/schema/registration.ts";

const maybe = (at: Date | null) => at?.toISOString() ?? null;

/** What is held of somebody for the day itself: late, passed on, standing by. */
export const onTheDayOf = (mine: RegistrationRow) => ({
  lateUntil: maybe(mine.lateUntil),
  passedOnAt: maybe(mine.passedOnAt),
  standsBySince: maybe(mine.standsBySince),
  namedAtDoor: mine.namedAtDoor,
});
