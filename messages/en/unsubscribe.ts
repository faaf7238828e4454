/** The page behind “I want no more such mail”. */
export const unsubscribe = {
  title: "Mail to everybody",
  wanted: (camp: string) => `The organisers of ${camp} write to you now and then, at:`,
  stop: "No more of it",
  stopping: "Noting it",
  stays: "What is about your own place, such as an offer or a change of the day, still reaches you.",
  none: {
    title: "No more of it",
    body: (camp: string) => `What the organisers of ${camp} write to many no longer goes to:`,
    resume: "I want it after all",
  },
};
