/** The light term on each person's share of what they could have had: it keeps anybody from going home with nothing. */

/** Points lost by a person served in `served` of the `could` slots they could have had: weight x m (1 - share)^2. */
export function fairnessLoss(weight: number, could: number, served: number): number {
  if (could <= 0 || served >= could) return 0;
  const missed = could - served;
  return Math.floor((weight * missed * missed) / could);
}

/** loss[could * width + served], so that the search only looks up. */
export type FairnessTable = { readonly width: number; readonly loss: Float64Array };

export function fairnessTable(weight: number, slots: number): FairnessTable {
  const width = slots + 2;
  const loss = new Float64Array(width * width);
  for (let could = 0; could < width; could++)
    for (let served = 0; served < width; served++)
      loss[could * width + served] = fairnessLoss(weight, could, served);
  return { width, loss };
}
