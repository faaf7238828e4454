/** The desk's table of pitches, and typing one for somebody. */
import type { Counted } from "#domain/audience.ts";
import type { CrowdBasis } from "#domain/crowd.ts";

export const pitchDesk = {
  title: "Pitches",
  remark: (said: number, total: number) => `${said} of ${total} said at the front`,
  caption: "Pitches in the order of the line",
  columns: {
    line: "Line",
    title: "Pitch",
    hands: "Hands",
    room: "Room",
    paper: "Paper",
    expected: "Expected",
    actions: "Actions",
  },
  hands: {
    open: "Hands are open.",
    closed: "Hands are closed. Those that are up stay up and count.",
    kept: "How many are up is kept from everybody, even from you, until you close them. So is what was counted in the room and on paper.",
    close: "Close hands",
    reopen: "Open hands again",
  },
  /** Numbers that somebody counts: hands in the air, and what stands on sheets of paper. */
  counted: {
    how: "Under Room go the hands you count as a pitch is said, under Paper those on its sheet: type, Enter, next. An empty field is no count. They tell how large a room it needs, and are nobody’s own hand.",
    of: {
      room: (title: string) => `Hands in the room: ${title}`,
      paper: (title: string) => `Hands on paper: ${title}`,
    } satisfies Record<keyof Counted, (title: string) => string>,
    note: "Set",
    noted: "Set.",
    gone: "No count any more.",
    meanwhile: (hands: string | null) =>
      hands === null
        ? "Another desk took its count away meanwhile."
        : `Another desk set ${hands} meanwhile. Set puts yours in its place.`,
    /** Of a number above the people among whom sessions are shared out: what is expected stops there. */
    many: {
      checked_in: (people: string) =>
        `More than the ${people} people checked in: at most ${people} are expected.`,
      history: (people: string) =>
        `More than the ${people} people likely to be here: at most ${people} are expected.`,
      usual: (people: string) =>
        `More than the ${people} people likely to be here: at most ${people} are expected.`,
    } satisfies Record<CrowdBasis, (people: string) => string>,
    /** In an empty field, where counts are kept from everybody. */
    hidden: "Kept",
    outside: {
      what: "That is no number of hands.",
      next: "Type a whole number up to 10,000, or nothing for no count.",
    },
  },
  /** In the column of hands, where counts are kept from everybody. */
  kept: "Kept",
  front: "At the front",
  away: (place: string) => `${place} · not here when called`,
  said: "Said",
  nobody: "Nobody yet",
  /** By how it is said: what the crew should know before it calls. */
  for_me: "Read it out",
  with_me: "Wants company",
  wish: "A wish: needs a host",
  next: "Call the next one",
  nextUp: (title: string) => `Next: ${title}`,
  call: "Call",
  callAgain: "Call again",
  back: "Back to the line",
  withdraw: "Withdraw",
  restore: "Restore",
  about: (act: string, title: string) => `${act}: ${title}`,
  nothing: {
    title: "No pitches yet",
    body: "Campers bring them on their phones. Type in the first one for somebody below.",
  },
  type: {
    title: "Type a pitch for somebody",
    lede: "From a card, or as they say it. It doesn’t count as their one pitch.",
    hosts: "Who hosts it?",
    hostsHint:
      "Names as they want them said, with commas between. Leave it empty for “I wish somebody would”.",
    send: "Add it to the line",
    added: (title: string) => `“${title}” is in the line.`,
  },
  change: "Change",
  /** Changing what somebody's pitch says, on a page of its own. */
  amend: {
    title: "Change a pitch for its host",
    of: (hosts: string) => `The pitch of ${hosts}. Its place in the line and the hands that are up stay.`,
    back: "Back to the pitches",
    closed: "The camp’s pitches can no longer be changed: it has been over for a while.",
  },
  /** Changing who hosts it, on the same page. */
  hosts: {
    title: "Who hosts it",
    what: "As they ask you. Everybody sees it at once in the lists; a grid that is published shows it once you publish again. Whoever you leave out hosts it no more, and may pitch another.",
    label: "Names as they want them said",
    hint: "With commas between. Empty for “I wish somebody would”.",
    save: "Save who hosts it",
    saving: "Saving",
    saved: { title: "Saved who hosts it", next: "Who hosted it before reads it on their phone." },
  },
  withdrawnHead: "Withdrawn",
  /** What a press did, with the way back beside it. */
  withdrawn: {
    title: (title: string) => `“${title}” is withdrawn.`,
    next: "It is off the list, out of the line and off the draft grid; what was one with it stands by itself again. A grid that is published shows it until you publish again. Its hands are kept. Whoever pitched it on a phone is told there that the organisers did it.",
  },
  restored: {
    title: (title: string) => `“${title}” is back.`,
    next: "It is on the list again, with its hands, and in the line if it was not said yet.",
  },
};
