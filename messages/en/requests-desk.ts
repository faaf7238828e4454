/** What campers ask of the grid, as whoever makes it reads it beside the tray. */
export const requestsDesk = {
  title: "What people ask",
  unanswered: "We can’t show what people ask just now.",
  what: {
    move: (title: string) => `Move ${title}`,
    again: (title: string) => `Run ${title} again`,
    apart: (title: string, other: string) => `Not at once: ${title} and ${other}`,
  },
  people: { one: "# person asks it", other: "# people ask it" },
  more: "Who asks, and what it would bring",
  asker: (name: string, reason: string) => `${name}: “${reason}”`,
  weighing: "Weighing it",
  /** The best cell for it, and what moving it there would change. */
  best: (where: string, brings: string) => `Best at ${where}: ${brings}.`,
  none: "No free cell would suit it: every other breaks a rule.",
  hold: "Hold the card",
  moveBest: (where: string) => `Move it to ${where}`,
  /** Of a session that runs more than once. */
  moveRun: (run: string, where: string) => `${run}: move it to ${where}`,
  runAgain: "Run it again: one more card in the tray",
  yes: "Say yes",
  no: "Say why not",
  yesAbout: (what: string) => `Say yes: ${what}`,
  noAbout: (what: string) => `Say why not: ${what}`,
  reason: "Why not, for whoever asked",
  reasonMissing: "Say why not: whoever asked reads it",
  reasonLong: "Say it in fewer words",
  send: "Tell them",
  sending: "Telling them",
};
