/** As many parts, as even as can be, in order. */
export function inParts<Thing>(things: readonly Thing[], parts: number): Thing[][] {
  const from = (part: number) => Math.round((part * things.length) / parts);
  return Array.from({ length: parts }, (_, part) => things.slice(from(part), from(part + 1)));
}

/** So many parts, in order, of which the heaviest is as light as can be. @param parts at most as many as there are things */
export function inShares<Thing>(
  things: readonly Thing[],
  parts: number,
  weightOf: (thing: Thing) => number,
): Thing[][] {
  const weights = things.map(weightOf);
  const sum = (from: number, to: number) => weights.slice(from, to).reduce((all, one) => all + one, 0);
  /** The best ends of so many parts that end at each thing, and how heavy the heaviest of them is. */
  let best = things.map((_, n) => ({ heaviest: sum(0, n + 1), ends: [n + 1] }));
  for (let part = 1; part < parts; part++)
    best = things.map((_, n) =>
      best
        .slice(0, n)
        .map(({ heaviest, ends }, last) => ({
          heaviest: Math.max(heaviest, sum(last + 1, n + 1)),
          ends: [...ends, n + 1],
        }))
        .reduce((one, other) => (other.heaviest < one.heaviest ? other : one), {
          heaviest: Number.POSITIVE_INFINITY,
          ends: [] as number[],
        }),
    );
  const { ends } = best.at(-1) ?? { ends: [] };
  return ends.map((end, n) => things.slice(ends[n - 1] ?? 0, end));
}
