/** Coming in with a badge: for a phone that holds nothing, on the day. */
export const badge = {
  title: "Come in with your badge",
  lede: "Type the code on your badge or ticket, and how your name begins. This phone can then pitch and put your hand up until the camp is over.",
  code: "Code on the badge",
  codeHint: "Six letters and figures, such as KWT 4H7",
  codeWrong: "A code has six letters and figures, such as KWT 4H7",
  name: "Your name",
  nameHint: "The first three letters are enough",
  nameWrong: "Type the first three letters of your name",
  submit: "Come in",
  pending: "Looking you up",
  closed: {
    title: "Badges let phones in while the camp is on",
    body: "Until then your place is on the page we mailed you.",
    back: "To the camp’s page",
  },
  /** On the page of whoever came in with one. */
  held: {
    title: "This phone came in with your badge",
    body: "It pitches and raises hands for you until the camp is over. Your place and your details are on the page we mailed you.",
    end: "Not you? Let this phone go",
    ending: "Letting it go",
  },
  /** At the desk, for somebody whose phone does not know them. */
  desk: {
    title: "Open it on their phone",
    qr: (code: string) => `The code of their badge, ${code}, to scan`,
    how: (code: string) =>
      `Let them scan this, or choose “Come in with your badge” at the camp’s Me and type ${code}; then the first three letters of their name. Their phone can pitch, raise hands and write notes until the camp is over.`,
  },
  /** On the page of whoever holds the ticket, and at the desk. */
  elsewhere: {
    title: "A phone came in with this badge",
    body: (when: string) => `At ${when}. It can pitch, raise hands and write notes, and see nothing else.`,
    end: "Let that phone go",
    ending: "Letting it go",
    done: "That phone is let go",
    doneNext: "The badge can let in another phone now.",
  },
};
