/** What making the grid refuses, and what to do then. */
export const ofGrid = {
  cell_taken: {
    what: "Another session was put in that room at that time a moment ago.",
    next: "Choose another cell, or move that session first.",
  },
  no_slot_after: {
    what: "A session of two slots goes on in the next slot of its day, and no slot for sessions follows there. Nothing was moved.",
    next: "Put it into an earlier slot, or let it be one slot long.",
  },
  slot_after_taken: {
    what: "It would go on into the next slot, and another session stands there in the same room. Nothing was moved.",
    next: "Move that session first, or take this one to a room that is free for both.",
  },
  runs_enough: {
    what: "It runs six times already, and no session runs more often.",
    next: "Take one of its runs away first.",
  },
  slots_begun: {
    what: "Every slot has begun, so there is no cell left that a suggestion could use.",
    next: "Add a slot in the settings and ask again, or move cards by hand.",
  },
};
