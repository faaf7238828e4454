/** A pitcher's phone: where they stand in the line. */
export const yourTurn = {
  /** "You’re 7th": in English by the last figure. */
  nth: { one: "#st", two: "#nd", few: "#rd", other: "#th" },
  waiting: (nth: string) => `You’re ${nth} in the line to pitch.`,
  standBy: "Stand by.",
  next: "You’re next.",
  nextHow: "Come to the front now.",
  front: "It’s your turn.",
  frontHow: "Half a minute, and nobody cuts you off.",
  /** Of a pitch that somebody else says: from its card, or as whoever hosts a wish. */
  nextRead: "Yours is said next.",
  frontRead: "Yours is said now.",
  readHow: "Nobody calls you up.",
  called: "We called you.",
  calledHow: "No matter: press when you are back, and you are called next.",
  here: "I’m here",
  coming: "Telling them",
  back: "They know that you are back.",
};
