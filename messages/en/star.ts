/** Stars: to which runs of sessions somebody goes. Nobody else is told. */
export const star = {
  go: "I go here",
  /** Beside the star, as short as beside a hand. */
  queued: "Sends when online",
  sending: "On its way",
  early: "Sends once loaded",
};
