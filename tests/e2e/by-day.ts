const today = Math.floor(Date.now() / 86_400_000);

/**
 * What would take minutes: half of it is tried on this day and half on the next, all of it by `npm run test:long`.
 * @returns each with its tags
 */
export const byDay = <T>(all: readonly T[]): { one: T; tag: string[] }[] =>
  all.map((one, n) => ({ one, tag: (n + today) % 2 === 0 ? [] : ["@long"] }));
