/** The page of a session, and that of a room. */
export const session = {
  slot: (number: number, range: string) => `Slot ${number} · ${range}`,
  inBreak: (title: string, range: string) => `${title || "Break"} · ${range}`,
  on: (left: string) => `On now · ${left}`,
  over: "It’s over",
  notStepFree: "Nobody has said that this room is step-free. Ask at the door before you go.",
  hands: { one: "# hand went up for it", other: "# hands went up for it" },
  space: { plenty: "Plenty of space", tight: "It may be full, so come early", full: "It is full" },
  notes: {
    no_names: "No names: write down what was said, and never who said it.",
    no_notes: "No notes: what is said stays in the room.",
    unlisted: "Not listed: only people at the camp read its title.",
  },
  notesLink: "Notes",
  again: (time: string, room: string) => `It runs again at ${time} in ${room}`,
  clash: {
    title: "At the same time",
    both: "You go to this too. Nobody minds if you start in one and go on to the other:",
    host: "You host this one, so somebody has to do without you, or the organisers move one:",
    other: "You go to something else then:",
  },
  calendar: "Add it to your calendar",
  log: "What changed on the grid",
  writeUp: "Write up what you learned here",
  learned: "What people learned here",
  grid: "The whole grid",
  gone: {
    title: "It isn’t on the grid",
    body: "It was taken off, or isn’t placed yet. Hands that are up for it stay up.",
  },
  room: {
    is: (letter: string) => `Room ${letter}`,
    onNow: "On now",
    nothing: "Nothing is on in here now.",
    notes: "Notes of this session",
    day: "What happens here",
    at: (place: string) => `At ${place}`,
    afar: "Join from afar",
    /** Before a grid is out, and in a camp that never had one. */
    hidden: {
      title: "Rooms aren’t shown yet",
      body: "The grid says which rooms there are, and what happens in them. It isn’t out yet.",
    },
    never: {
      title: "No rooms were shown",
      body: "Rooms are shown with the grid, and no grid was published.",
    },
    gone: {
      title: "There is no such room",
      body: "A room keeps its letter, so this one has gone from the grid.",
    },
  },
};
