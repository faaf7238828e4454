/** "Something has happened": repairing the day at the desk. */
import { count, number } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");
const people = (n: number) => many(n, "# person", "# people");

export const repair = {
  title: "Something has happened",
  whatTitle: "What is it?",
  lede: "Pick what, then where. You are shown the smallest repairs before anything changes.",
  button: "Something has happened",
  what: {
    room_gone: "A room has gone",
    full: "It is full",
    host_ill: "The host is ill",
    slot_lost: "A slot is lost",
  },
  whatHint: {
    room_gone: "Locked, flooded, no power: it can’t be used",
    full: "More people than the room holds",
    host_ill: "Or on a train that doesn’t come",
    slot_lost: "A fire alarm, a late start",
  },
  where: {
    room_gone: "Which room?",
    full: "Which session is full?",
    host_ill: "Whose session?",
    slot_lost: "Which slot?",
  },
  restOfDay: "for the rest of the day",
  onlySlot: (time: string) => `only at ${time}`,
  room: (letter: string, name: string) => `${letter} · ${name}`,
  on: "On now",
  next: (time: string) => `At ${time}`,
  nothing: "Nothing is on or still to come.",
  empty: "Nothing there",
  change: "Pick something else",
  noGrid: {
    title: "No grid is out",
    body: "Repairs change what everybody sees. Until a grid is published, move cards in the editor.",
    next: "To the editor",
  },
  gone: {
    title: "That is no longer so",
    body: "It is over, or it is somewhere else by now. Pick again what has happened.",
  },
  options: {
    title: "What could be done",
    counted: (heads: number, time: string) => `${people(heads)} counted at ${time}`,
    expected: (heads: number) => `${people(heads)} expected, nobody has counted`,
    off: (room: string) => `${room} is switched off`,
    slotOff: "No room can be used in that slot",
    move: (title: string, where: string) => `Move “${title}” to ${where}`,
    takeOff: (title: string) => `Take “${title}” off, and tell its people`,
    cell: (room: string, time: string) => `${room} at ${time}`,
    touches: (n: number) =>
      n === 0
        ? "Nobody has a hand up for what changes."
        : many(n, "# person wants what changes.", "# people want what changes."),
    fewer: (n: number) => `${number(n, "en-GB")} fewer would have a seat.`,
    more: (n: number) => `${number(n, "en-GB")} more would have a seat.`,
    same: "As many would have a seat as now.",
    told: "Whoever hosts it or has a hand up for it is told at once.",
    nobody: "Nothing is there: only the room is switched off.",
    note: "Why",
    noteHint: "Only the desk reads it: “the lock is broken”.",
    none: "Nothing fits anywhere else.",
    way: {
      same_slot: "Another room, at the same time",
      later: "At another time",
      exchange: "Change places",
      off: "Take it off",
      nothing_there: "Nothing has to move",
    },
    do: {
      same_slot: "Move it now",
      later: "Move it now",
      exchange: "Change places now",
      off: "Take it off now",
      nothing_there: "Switch it off now",
    },
    /** Where there is a place for some, and the others go off. */
    partly: (way: string) => `${way}, as far as there is room`,
    doPartly: "Do this now",
    doing: "Changing the grid",
  },
  done: {
    title: (version: number) => `Done: version ${version} is out.`,
    next: (moved: number, taken: number) =>
      moved + taken === 0
        ? "Nothing had to move."
        : [
            moved > 0 ? `${many(moved, "# session", "# sessions")} moved` : "",
            taken > 0 ? `${many(taken, "# session", "# sessions")} taken off` : "",
          ]
            .filter(Boolean)
            .join(", ")
            .concat(". Their hosts and whoever has a hand up for them are told."),
    undone: (version: number) => `Taken back: version ${version} is out, as it was before.`,
    undoneNext: "The same people are told.",
  },
  last: {
    title: "The last repair",
    said: (what: string, version: number, time: string) => `${what}: version ${version}, at ${time}.`,
    undo: "Take it back",
    undoing: "Taking it back",
  },
  late: {
    title: "Another desk was quicker, so nothing of this was done.",
    next: "This is how it is now. Pick again.",
  },
};
