/** The notes of a session. */
import type { NotePart } from "#domain/note.ts";

export const note = {
  title: "Notes",
  of: (title: string) => `Notes: ${title}`,
  toSession: "To the session",
  changed: (time: string) => `Last changed ${time}`,
  level: {
    open: "Anybody may read them, also outside the camp.",
    no_names:
      "No names: what was said, and never who said it. A name of anybody at the camp is shown to nobody.",
    unlisted: "Only people at this camp can read them.",
  },
  parts: { text: "What was said", actions: "Actions", links: "Links" } satisfies Record<NotePart, string>,
  hints: {
    text: "Plain text. A line that begins with # is a heading, and one with - a point in a list.",
    actions: "What somebody will do, one on each line",
    links: "One on each line",
  } satisfies Record<NotePart, string>,
  /** What stands where a name was. */
  instead: "[name]",
  none: {
    title: "Nothing is written down yet",
    body: "Whoever is in the room can begin: several people can write at once.",
  },
  noNotes: {
    title: "There are no notes of this session",
    body: "Its host asked for none: what is said there stays in the room.",
  },
  write: "Write along",
  asIs: "Read them as they are",
  by: (hosts: string) => `A session by ${hosts}`,
  noPlace: {
    title: "People at the camp write here",
    body: "Open this page on the phone that holds your place or your pass, or sign in as crew.",
  },
  closed: {
    title: "Nothing is written here now",
    body: "Notes can be written from the doors of the camp until it goes into the archive.",
  },
  noScript: {
    title: "Writing needs a script",
    body: "This browser runs none. The notes can be read without one.",
  },
  saved: "All of it is saved",
  saving: "Saving",
  waiting: "Not sent yet: kept on this phone, and sent once there is a network",
  frail: "Not sent yet, and this browser keeps nothing: leave this page open until it is",
  refused: "What you typed last is not saved",
  aside: {
    title: "These notes began anew while you wrote",
    body: "Somebody had a line taken out for good. What you had typed and could not be sent is here: add what still belongs there.",
  },
  names: {
    title: "Names in notes that are to have none",
    body: "Others will read something else in their place, but you can say it better.",
    replace: (instead: string) => `Put ${instead} there`,
    for: (name: string) => `for ${name}`,
  },
  line: {
    ask: "Ask for a line to be taken out",
    lede: "Is something here that should not be? A host of the session or the organisers read what you ask, and nobody is told who asked.",
    which: "Which line?",
    missing: "Choose a line",
    send: "Ask for it to be taken out",
    sending: "Asking",
    none: "There is no line here to take out.",
    done: {
      title: "Asked",
      body: "A host of the session or the organisers decide. If they take it out, it goes from the notes and from every earlier version.",
    },
    closed: "The camp is in the archive, where nothing is changed from here. Write to its organisers.",
    back: "Back to the notes",
  },
  desk: {
    title: "Lines of notes",
    none: "Nobody asks for a line of any notes to be taken out.",
    lines: { one: "# line is asked to be taken out", other: "# lines are asked to be taken out" },
    decide: "Read and decide",
  },
  keep: {
    link: "Earlier versions, and lines to take out",
    title: "Looking after the notes",
    requests: "Asked to be taken out",
    noRequests: "Nobody asks for a line to be taken out.",
    out: "Take it out",
    outWhy:
      "Taking a line out cannot be undone: it goes from the notes and from every version, and whoever writes goes on without it.",
    leave: "Leave it",
    pending: "One moment",
    done: {
      out: "Taken out, from every version too",
      left: "Left where it is",
      restored: "Brought back. What stood there until now is a version too.",
    },
    versions: "Earlier versions",
    noVersions: "None yet: one is kept every five minutes while people write.",
    version: (time: string) => `As it was at ${time}`,
    restore: "Bring this back",
  },
};
