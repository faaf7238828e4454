/** Words of making two pitches one at the desk, and two again. */
import { LONGEST } from "#domain/limits.ts";
import { count } from "#messages/counts.ts";

const many = (value: number, one: string, other: string) => count(value, { one, other }, "en-GB");

export const pitchMerging = {
  link: "Merge with another",
  title: "Merge two pitches",
  back: "Back to the pitch",
  /** Looking for the other one. */
  with: (title: string) => `Which pitch is the same as “${title}”?`,
  alike: "They sound alike",
  others: "All others",
  found: (search: string) => `Found for “${search}”`,
  nothing: "No pitch is called anything like that.",
  alone: "There is no other pitch to merge it with.",
  search: "Find a pitch by its title or its host",
  look: "Find",
  choose: (title: string) => `Merge with “${title}”`,
  /** Before it is done. */
  stays: "This one stays",
  goes: "This one becomes part of it",
  swap: "Keep the other one instead",
  hands: { one: "# hand", other: "# hands" },
  /** Counted by hand, of one; and of both once they are one. */
  counted: {
    room: { one: "# in the room", other: "# in the room" },
    paper: { one: "# on paper", other: "# on paper" },
    roomThen: (room: number) =>
      `For the size of its room ${many(room, "# hand counted in the room counts", "# hands counted in the room count")}: the larger count of the two, since most people raised a hand for both.`,
    paperThen: (paper: number) =>
      `Hands on paper add up to ${paper}: nobody can tell who stands on both sheets.`,
  },
  becomes: "What happens",
  texts: (goes: string, stays: string) =>
    `“${goes}” leaves the list and the line to pitch. What it says, and who hosts it, is read with “${stays}” from now on.`,
  hosts: (hosts: string) => `${hosts} host it together. Their own pages tell them, and show your reason.`,
  noHosts: "Nobody hosts it yet.",
  people: (all: number, both: number) =>
    both === 0
      ? `${many(all, "# person has", "# people have")} a hand up for it then.`
      : `${many(all, "# person has", "# people have")} a hand up for it then. ${many(both, "# of them has", "# of them have")} one up for each now, and ${both === 1 ? "counts" : "count"} once.`,
  kept: "Everybody with a hand up for either, or for both, counts once. How many that is stays closed until hands are.",
  later: "From now on a hand for either is a hand for both, and so is taking it down.",
  takesCell: (cell: string) => `It takes the cell of the other on the draft grid: ${cell}.`,
  freesCell: (title: string, cell: string) => `“${title}” leaves its cell on the draft grid: ${cell}.`,
  published: "The published grid shows it as it was until you publish again.",
  notes: (level: string) => `Of what they want for notes, the stricter holds: ${level}.`,
  undo: "It can be undone: every hand goes back to where it was raised.",
  why: {
    changed_meanwhile: "One of them was withdrawn, or is part of another already.",
    holds_others:
      "Another pitch is part of the one that would go. Keep that one instead, or take them apart first.",
  },
  reason: "Why? Their hosts and the crew can read it",
  reasonMissing: `Give a reason, in up to ${LONGEST.reason} characters: their hosts will ask why`,
  sure: "Merge them",
  doing: "Merging",
  done: "The two pitches are one now.",
  doneNext: "Their hosts find that on their own pages, and every hand counts once.",
  /** What became part of a pitch. */
  parts: "Part of it",
  part: "Take them apart",
  partAbout: (title: string) => `Take them apart: ${title}`,
  partWhat: (title: string) =>
    `“${title}” is a pitch of its own again, in the turn it had, with the hands that were raised for it.`,
  partReason: "Why? Their hosts and the crew can read it",
  parting: "Taking them apart",
  parted: "They are two pitches again.",
  partedNext: "Each has the hands that were raised for it, and their hosts find that on their own pages.",
  also: (titles: string) => `And ${titles}`,
  /** Under the line to pitch. */
  pairs: {
    title: "Are these the same?",
    lede: "They sound alike. Ask their hosts before you merge them: both stay hosts, and nobody’s hand counts twice.",
    both: (one: string, other: string) => `“${one}” and “${other}”`,
    link: "Look at both",
    more: { one: "and # more pair", other: "and # more pairs" },
  },
};
