/** The grid editor at the desk. */
import type { NoteLevel } from "#domain/pitch.ts";

export const editor = {
  title: "The grid",
  state: {
    fresh: "Draft · nothing published yet",
    before: "Draft · only the crew sees it, and it can be published once doors are open",
    same: (version: number) => `Draft · the same as version ${version}`,
    changed: (changes: string, version: number) => `Draft · ${changes} since version ${version}`,
    changes: { one: "# change", other: "# changes" },
  },
  undo: "Undo",
  /** What would be taken back, and done again. */
  undoOf: {
    place: "Undo: card placed",
    take_off: "Undo: card taken off",
    pin: "Undo: pin",
    suggest: "Undo: suggestion",
    lengthen: "Undo: two slots",
    shorten: "Undo: one slot",
    run_again: "Undo: run it again",
    run_less: "Undo: run taken off",
  },
  redo: "Redo",
  redoOf: {
    place: "Redo: card placed",
    take_off: "Redo: card taken off",
    pin: "Redo: pin",
    suggest: "Redo: suggestion",
    lengthen: "Redo: two slots",
    shorten: "Redo: one slot",
    run_again: "Redo: run it again",
    run_less: "Redo: run taken off",
  },
  redone: {
    place: "Done again: the card is where you had put it.",
    take_off: "Done again: the card is in the tray.",
    pin: "Done again.",
    suggest: "Done again: the whole suggestion.",
    lengthen: "Done again: two slots.",
    shorten: "Done again: one slot.",
    run_again: "Done again: it runs once more.",
    run_less: "Done again: that run is gone.",
    overtaken: "Something has changed there since, and that no longer fits. The card stays where it is.",
    nothing: "There is nothing of yours left to do again.",
  },
  undone: {
    place: "Taken back: the card is where it was.",
    take_off: "Taken back: the card is on the grid again.",
    pin: "Taken back.",
    suggest: "Taken back: the whole suggestion.",
    lengthen: "Taken back: one slot again.",
    shorten: "Taken back: two slots again.",
    run_again: "Taken back: it runs as often as before.",
    run_less: "Taken back: that run is there again.",
    overtaken:
      "Something has changed there since, and that no longer fits. The card stays where it is. Undo again goes one step further back.",
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
    told: { one: "# person is told of it.", other: "# people are told of it." },
    /** How many sessions change, by how. */
    kinds: {
      taken_off: { one: "# taken off", other: "# taken off" },
      moved: { one: "# moved", other: "# moved" },
      room: { one: "# in another room", other: "# in another room" },
      added: { one: "# new", other: "# new" },
    },
    others: "And besides",
    from: (where: string) => `from ${where}`,
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,
    concerns: { one: "concerns # person", other: "concerns # people" },
    tell: {
      help: "They are told once, on their phones. Whoever has asked for it is told by push too.",
      all: "Tell everybody it concerns",
      hosts: "Whoever hosts it",
      hands: "Whoever goes there",
      hostsOf: { one: "Whoever hosts it: # person", other: "Whoever hosts it: # people" },
      handsOf: { one: "Whoever goes there: # person", other: "Whoever goes there: # people" },
      /** For a screen reader, which hears a box without the list above it. */
      about: (group: string) => `of ${group}`,
    },
    counting: "Counting whom it concerns",
    uncounted: "We can’t say how many people it concerns just now. You can publish all the same.",
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
    like: (title: string) => `Much like “${title}”.`,
  },
  /** Beside the tray: what the grid may need that is made elsewhere. */
  additions: { pitch: "Add a late pitch", pause: "Add a break for all rooms" },
  grid: "The draft grid: rooms across, time down",
  days: "Days",
  legend: "Hands up → how many to expect",
  minutes: { one: "# min", other: "# min" },
  timeColumn: "Time",
  empty: (room: string, time: string) => `Empty: ${room} at ${time}`,
  /** In the second slot of a session of two. */
  goesOn: (title: string) => `${title} goes on`,
  off: {
    cell: (note: string) => (note ? `Switched off: ${note}` : "Switched off"),
  },
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
    long: "two slots",
    /** Of a session that runs more than once. */
    run: (n: number, all: number) => `run ${n} of ${all}`,
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
    cut_short: "takes two slots, and no slot of its day follows",
    none: "No warnings.",
  },
  held: {
    title: "In your hand",
    help: "Tap a cell, or use the arrow keys and Enter.",
    helpDays: "Page Up and Page Down turn to another day; the card stays in your hand.",
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
    lengthen: "Two slots",
    shorten: "One slot",
    again: "Run it again",
    less: "Take this run away",
    /** How many another run would serve. */
    serves: {
      one: "Another run would serve # more person.",
      other: "Another run would serve # more people.",
    },
    down: "Put it down",
    hosts: (names: string) => `Hosted by ${names}`,
  },
  /** The cells as a list, on a phone. */
  move: {
    button: "Move to …",
    title: (title: string) => `Move “${title}” to …`,
    here: "It is here now",
    free: "Free",
    off: "Switched off",
    swap: (title: string) => `Swaps with “${title}”`,
    cancel: "Keep it in your hand",
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
    movedMeanwhile: (title: string, where: string) =>
      `Another desk moved ${title}: it is in ${where} now, and still in your hand.`,
    gone: (title: string) => `${title} is not there any more: it was withdrawn or taken away meanwhile.`,
    pinned: (title: string) => `${title} is pinned.`,
    lengthen: (title: string) => `${title} takes two slots.`,
    shorten: (title: string) => `${title} takes one slot.`,
    run_again: (title: string) => `One more run of ${title} is in the tray.`,
    run_less: (title: string) => `${title} runs once less.`,
    expected: "Your number counts from now on; empty, what was counted does.",
    unpinned: (title: string) => `${title} is no longer pinned.`,
    cell: (room: string, time: string) => `${room} at ${time}`,
    run: (title: string, which: string) => `${title}, ${which}`,
  },
  /** Puts away why something was not done. */
  seen: "Got it",
  /** Where a camp is over. */
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
};
