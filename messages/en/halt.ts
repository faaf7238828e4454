/** A camp called off or put off, wherever somebody looks. */
export const halt = {
  /** Wherever somebody would look for what is on. */
  state: {
    called_off: {
      title: "This camp is called off",
      what: (date: string) => `It does not take place on ${date}. Please do not come.`,
    },
    put_off: {
      title: "This camp is put off",
      what: (date: string) =>
        `It does not take place on ${date}. The new date is not known yet: whoever has a place or waits hears of it by email.`,
    },
  },
  noDate: "New date to come",
  says: "The organisers say:",
  /** To whoever may have registered before. */
  registered:
    "If you registered before, the page we mailed you says what becomes of your place or your turn.",
  /** Of a place or a turn, on one’s own page. */
  yours: {
    place: "Your place is kept on record. There is nothing you need to do.",
    held: "The place we hold for you stays held. You need not confirm your address now.",
    line: "You keep your turn in the line. Nobody is offered a place meanwhile.",
    none: "You have no place and no turn here.",
    letGo: "If you already know that you can’t come any more, you can let go of it now.",
  },
  ticket: { called_off: "Called off", put_off: "Put off: new date to come" },
  wall: {
    called_off: { title: "Called off", by: (date: string) => `This camp does not take place on ${date}.` },
    put_off: { title: "Put off", by: (date: string) => `Not on ${date}. The new date is to come.` },
  },
  push: {
    called_off: "This camp is called off. Please do not come.",
    put_off: "This camp is put off. The new date is to come.",
    takesPlace: (date: string) => `This camp takes place: ${date}.`,
  },
};
