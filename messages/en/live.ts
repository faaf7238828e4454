/** What a live handler says when something on our side does not work. */
export const live = {
  fault: {
    what: "Something on our side didn’t work.",
    next: "Wait a moment. What you did is kept on your phone and sent again.",
  },
};
