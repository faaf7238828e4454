/** The compère's phone: whoever runs the line to pitch, with one thumb. */
export const compere = {
  title: "Run the line",
  /** At the desk: leads here. */
  link: "Run the line from a phone",
  said: (said: number, total: number) => `The line to pitch · ${said} of ${total} said`,
  /** While nobody is there: before the first, between two, and after the last. */
  nobody: "Nobody is at the front",
  first: "The line is ready. Say hello, then call the first one.",
  between: "Call the next one when the room is ready.",
  empty: "No pitches yet. Campers bring them on their phones, or you add one for somebody below.",
  through:
    "Everybody in the line has had their go. The second round is open: whoever brings another pitch stands in the line at once.",
  closed: "People pitch in the camp’s pitching phase. Move the camp there first, at the desk.",
  hands: { one: "# hand up", other: "# hands up" },
  next: "Done, next",
  last: "Done",
  start: "Call the next one",
  hold: "Hold",
  away: "Not here",
  /** For screen readers, after the words on the button. */
  about: (act: string, title: string) => `${act}: ${title}`,
  saving: "Saving",
  /** What it says first is what counts: a long title is cut. */
  did: {
    next: (title: string) => `Saved: said. “${title}”`,
    hold: (title: string, place: number) => `Saved: held, number ${place} in the line now. “${title}”`,
    away: (title: string, place: number) => `Saved: not here, number ${place} in the line now. “${title}”`,
    call: (title: string) => `Saved: called. “${title}”`,
    back: (title: string) => `Saved: first in the line again. “${title}”`,
    undone: "Undone: nobody is at the front.",
    undo: (title: string) => `Undone: at the front again. “${title}”`,
    move: (title: string, place: number, of: number) => `Saved: number ${place} of ${of} now. “${title}”`,
  },
  undo: "Undo",
  unsent: {
    offline: "Not saved: this phone has no network. Press again once it has.",
    fault: "Not saved: something broke on our side. Press again.",
  },
  overtaken: "Not saved, and the line has moved on since. Look who is at the front now.",
  offline: "No network: nothing you press is saved before it is back, and others may go on meanwhile.",
  line: "In the line",
  /** In a row of the line, which it opens; and what is in it then. */
  more: "Move",
  up: "Up",
  down: "Down",
  makeNext: "Make next",
  call: "Call now",
  callAgain: "Call again",
  back: "Back to the line",
  saidBefore: "Said",
  wasAway: "Not here when called",
  search: "Find a pitch or a name",
  find: "Find",
  /** Of what was searched for: there is nothing to move or call. */
  atFront: (title: string) => `“${title}” is at the front now.`,
  none: "No pitch and nobody who hosts one is called that.",
  add: "Add a pitch for somebody",
  desk: "All pitches at the desk",
  /** Whose phone acted last. */
  lastStep: (by: string, ago: string) => `Last step: ${by}, ${ago}.`,
  now: "just now",
  secondsAgo: { one: "# second ago", other: "# seconds ago" },
  minutesAgo: { one: "# minute ago", other: "# minutes ago" },
  longAgo: "more than an hour ago",
  how: "Hold is for whoever is not ready: they are called again after three others. Not here puts them at the end of their round, and their phone says that we called. Undo brings either back.",
  takeOver: "Anybody else who runs pitches can go on from their own phone: the line is the same there.",
};
