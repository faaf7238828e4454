/** What a form asks before it does what was sent: the points themselves come in the answer (`consequence.ts`). */
export const asked = {
  title: "Nothing is saved yet. This is what would happen:",
  tell: "Tell them by mail",
  tellHint: "Without the tick they hear nothing from us, and that is noted.",
  next: "Save it anyway, or change what you typed.",
  anyway: "Save anyway",
  /** Of what is no saving: a draw, a place given, people let go. */
  does: {
    title: "Nothing is done yet. This is what would happen:",
    next: (button: string) => `“${button}” does it. Or change what you typed, or leave it.`,
  },
};
