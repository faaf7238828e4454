/**
 * How many sequences of acts a property is tried with, and from where they are drawn: as many as `npm run test:long` asks
 * for, else the usual number, a fifth of it where tests run once more at another instant, and with WALLCHART_SEED the
 * same ones again. Where a draw must stop nobody's change (`CI`), they are always the same, and fewer: the same again find
 * nothing new.
 */
export function sequences(usual: number): { numRuns: number; seed?: number } {
  const asked = Number(process.env.WALLCHART_SEQUENCES);
  const seed = Number(process.env.WALLCHART_SEED);
  if (asked) return { numRuns: asked, ...(seed && { seed }) };
  const share = process.env.WALLCHART_AGAIN ? 5 : process.env.CI ? 2 : 1;
  const numRuns = Math.ceil(usual / share);
  return { numRuns, ...(process.env.CI && { seed: 20_261_126 }) };
}

/** How many acts a sequence has: fewer where a commit waits for them. */
export function lengths(): { minLength: number; maxLength: number } {
  return process.env.WALLCHART_SEQUENCES ? { minLength: 8, maxLength: 24 } : { minLength: 6, maxLength: 14 };
}

/** @param usual milliseconds; many sequences take as long as they take */
export function longest(usual: number): number {
  return process.env.WALLCHART_SEQUENCES ? 24 * 3_600_000 : usual;
}
