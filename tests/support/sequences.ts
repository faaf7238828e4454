/**
 * How many sequences a property of commands is tried with: as many as `npm run test:long` asks for, else the usual
 * number.
 */
export function sequences(usual: number): number {
  return Number(process.env.WALLCHART_SEQUENCES) || usual;
}

/** @param usual milliseconds; many sequences take as long as they take */
export function longest(usual: number): number {
  return process.env.WALLCHART_SEQUENCES ? 24 * 3_600_000 : usual;
}
