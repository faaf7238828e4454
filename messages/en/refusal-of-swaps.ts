/** What a refusal says on the board of swaps. */
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";

export const ofSwaps = {
  swap_gone: {
    what: "That is no longer on the board: somebody changed their card, took it down or was quicker.",
    next: "Look at the board as it is now.",
  },
  swaps_full: {
    what: `The board has ${MOST.swapCards} cards, and nobody would read more of them.`,
    next: "Ask for one that is there, or come back when some have run out.",
  },
  own_swaps_full: {
    what: `You have ${MOST.ownSwapCards} cards on the board, which is as many as one person can have.`,
    next: "Change one of them, or take one down first.",
  },
  swap_asks_full: {
    what: `You wait for ${MOST.swapAsks} answers already.`,
    next: "Wait for some of them, or say of one that you would not like it after all.",
  },
  seats_taken: {
    what: "People have taken as many seats as that, or more, so nothing was changed.",
    next: "Type a higher number, or take the card down.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
