/** What a live handler says when something on our side does not work. */
export const live = {
  noProof: {
    what: "Nothing is taken here without the secret that this installation and its mail service share.",
    next: "docs/operations.md says how a mail service is told of it.",
  },
  fault: {
    what: "Something on our side didn’t work.",
    next: "Wait a moment. What you did is kept on your phone and sent again.",
  },
};
