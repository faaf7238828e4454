/** The grid editor at the desk. */
import type { NoteLevel } from "#domain/pitch.ts";

export const editor = {
  title: "The grid",
  state: {
    fresh: "Draft · nothing published yet",
    same: (version: number) => `Draft · the same as version ${version}`,
    changed: (changes: string, version: number) => `Draft · ${changes} since version ${version}`,
    changes: { one: "# change", other: "# changes" },
  },
  undo: "Undo",
  undone: {
    place: "Taken back: the card is where it was.",
    take_off: "Taken back: the card is on the grid again.",
    pin: "Taken back.",
    suggest: "Taken back: the whole suggestion.",
    overtaken: "Somebody else has moved that card since, so it stays. Undo again goes one step further back.",
    nothing: "There is nothing of yours left to take back.",
  },
  publish: {
    button: (changes: string) => `Publish ${changes}`,
    again: "Publish again",
    first: "Publish the grid",
    title: (changes: string) => `Publish ${changes}?`,
    firstTitle: "Publish the grid?",
    does: "Every phone and the wall show it at once. You can change the draft and publish again as often as you like.",
    none: "Nothing has changed since the last version.",
    open: {
      one: "# card is not placed yet, and will not be shown.",
      other: "# cards are not placed yet, and will not be shown.",
    },
    warned: {
      one: "There is # warning to look at. It does not stop you.",
      other: "There are # warnings to look at. None of them stops you.",
    },
    go: "Publish",
    going: "Publishing",
    cancel: "Not yet",
    done: (version: number) => `Version ${version} is out.`,
    moved: (title: string, from: string, to: string) => `${title}: from ${from} to ${to}`,
    placed: (title: string, to: string) => `${title}: new, ${to}`,
    off: (title: string) => `${title}: taken off`,
    renamed: (from: string, to: string) => `${from}: now called ${to}`,
    retold: (title: string) => `${title}: other words or hosts`,
    frame: {
      slot: (from: string, to: string) => `Slot ${from}: now ${to}`,
      slotNew: (at: string) => `New slot: ${at}`,
      slotGone: (at: string) => `Slot taken away: ${at}`,
      room: (from: string, to: string) => `Room ${from}: now called ${to}`,
      roomNew: (name: string) => `New room: ${name}`,
      roomGone: (name: string) => `Room taken away: ${name}`,
    },
    more: (n: number) => `and ${n} more`,
    organisers: "An organiser publishes.",
  },
  versions: {
    title: "What is out",
    out: (version: number, time: string) => `Version ${version} is out since ${time}.`,
    log: "What changed in each version",
    takeBack: (version: number) => `Take version ${version} back`,
    takingBack: "Taking it back",
    done: {
      title: (version: number) => `Version ${version} is taken back.`,
      again: (version: number) =>
        `Every phone and the wall show version ${version} again. The draft is as it was.`,
      none: "No grid is out any more. The draft is as it was.",
    },
  },
  tray: {
    title: "Not placed yet",
    empty: "Every card has a place. Late pitches arrive here by themselves.",
    none: "No pitches yet. They arrive here while people pitch.",
    here: "Put it back here",
  },
  grid: "The draft grid: rooms across, time down",
  legend: "Hands up → how many to expect",
  minutes: { one: "# min", other: "# min" },
  timeColumn: "Time",
  empty: (room: string, time: string) => `Empty: ${room} at ${time}`,
  off: {
    cell: (note: string) => (note ? `Switched off: ${note}` : "Switched off"),
  },
  swapWith: (title: string) => `swaps with ${title}`,
  seats: { one: "# seat", other: "# seats" },
  card: {
    hands: { one: "# hand", other: "# hands" },
    room: { one: "# in the room", other: "# in the room" },
    paper: (hands: string, paper: string) => `${hands} and ${paper} on paper`,
    audience: (hands: string, range: string) => `${hands} → ${range} expected`,
    short: (hands: string, range: string) => `${hands} → ${range}`,
    own: "your number",
    /** Of what became one with it. */
    also: (titles: string) => `And ${titles}`,
    /** Where how many hands are up is kept from everybody. */
    kept: "Hands kept",
    ownOnly: (heads: string) => `${heads} expected, your number`,
    pinned: "pinned",
    /** Open is how it is unless something is said. */
    notes: { no_names: "no names", no_notes: "no notes", unlisted: "not listed" } satisfies Record<
      Exclude<NoteLevel, "open">,
      string
    >,
    hostless: "needs a host",
  },
  warnings: {
    title: "To look at",
    count: { one: "# warning", other: "# warnings" },
    room_off: (note: string) => (note ? `its room is switched off: ${note}` : "its room is switched off"),
    host_busy: (time: string) => `its host can’t do ${time}`,
    host_twice: (host: string, time: string) => `${host} hosts two at ${time}`,
    room_small: (expected: string, by: string, capacity: string) =>
      `${expected} expected (${by}), room holds ${capacity}`,
    need_unmet: (need: string) => `needs ${need}`,
    needs: { screen: "a screen", quiet: "a quiet room", step_free: "step-free access" } as Record<
      string,
      string
    >,
    where: (room: string, time: string) => `${room}, ${time}`,
    none: "No warnings.",
  },
  held: {
    title: "In your hand",
    help: "Tap a cell, or use the arrow keys and Enter.",
    from: (where: string) => `from ${where}`,
    tray: "the tray",
    pin: "Pin it here",
    unpin: "Unpin",
    own: "We expect",
    set: "Set",
    meanwhile: (heads: string | null) =>
      heads === null
        ? "Another desk took the number away meanwhile."
        : `Another desk wrote ${heads} meanwhile. Set puts yours in its place.`,
    off: "Take it off",
    down: "Put it down",
    hosts: (names: string) => `Hosted by ${names}`,
  },
  said: {
    picked: (title: string, where: string) =>
      `Picked up ${title}, from ${where}. Arrow keys move, Enter places, Escape drops.`,
    over: (where: string) => `${where}.`,
    overTaken: (where: string, title: string) => `${where}: swaps with ${title}.`,
    placed: (title: string, where: string) => `${title} is in ${where}.`,
    swapped: (title: string, other: string) => `${title} and ${other} have swapped.`,
    off: (title: string) => `${title} is back in the tray.`,
    dropped: (title: string) => `${title} stays where it was.`,
    pinned: (title: string) => `${title} is pinned.`,
    expected: "Your number counts from now on; empty, what was counted does.",
    unpinned: (title: string) => `${title} is no longer pinned.`,
    cell: (room: string, time: string) => `${room} at ${time}`,
  },
  notNow: {
    title: "The grid is made on the day",
    body: "Cards can be placed from the moment doors open until the sessions are over. Until then, check the rooms and the slots.",
    next: "Rooms and slots",
  },
  /** The same of a camp that is over. */
  over: {
    title: "The camp is over",
    body: "This is the grid as it was. Cards stay where they are.",
  },
  noBoard: {
    title: "No rooms or no slots yet",
    body: "The grid needs at least one of each.",
    next: "Add them in the settings",
  },
  lost: {
    what: "No answer came back, so we can’t say whether that was done.",
    next: "Look at the grid once it is live again, before you do it again.",
  },
  changedElsewhere: "Somebody else changed the grid. This is how it is now.",
};
