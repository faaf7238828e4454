/** What one button of the swaps does: to a card of one’s own, to another’s, and to a swap. */
export const SWAP_PRESSES = ["takeDown", "putBack", "ask", "yes", "no", "took"] as const;
export type SwapPress = (typeof SWAP_PRESSES)[number];
