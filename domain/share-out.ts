/** A whole number shared out by weights, without a rest. */

/**
 * Shares that are whole numbers and sum up to `total`, by the highest averages of Webster and Sainte-Laguë: of a larger
 * total no share is smaller, which largest remainders do not keep. Equal weights without a whole share are served in
 * their order; where all weights are nought they count as equal.
 *
 * @param total whole, not negative
 * @param weights whole, not negative
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  const counted = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  for (let left = weights.length > 0 ? total : 0; left > 0; left--) {
    let next = 0;
    for (let i = 1; i < counted.length; i++)
      if (counted[i]! * (2 * shares[next]! + 1) > counted[next]! * (2 * shares[i]! + 1)) next = i;
    shares[next]!++;
  }
  return shares;
}
