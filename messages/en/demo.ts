/** The demo: camps to walk into as somebody. */
import type { Phase } from "#domain/event.ts";

export const demo = {
  title: "Walk into a camp",
  /** On the front page of an installation in demo mode. */
  invitation: "Try a camp: be a camper, an organiser or the wall",
  lede: "Camps, each at another hour of its life. Be anybody. The people are made up, no mail leaves this server, and nothing you do can go wrong.",
  /** What there is to see, by phase; a visitor may have moved a camp on. */
  moments: {
    draft: "Nothing is announced yet. Only the organiser sees it.",
    tickets: "Give a place back and watch it go to the next in the line.",
    closed: "Tickets are closed, and people are counting the days.",
    doors: "People are arriving. Somebody is making tea.",
    pitching: "Put your hand up for what you’d come to, or pitch something yourself.",
    grid: "The grid is being made. Place a session, or let it be suggested.",
    sessions: "See what is on now, and where. Move a session and watch the phones.",
    after: "It is over, and the grid stays.",
    archived: "Long ago, and still at the same address.",
    called_off: "Somebody called it off. Nobody is let in, and its page says so.",
    put_off: "Somebody put it off. Everybody waits for a new date.",
  } satisfies Record<Phase, string>,
  /** For a camp whose draw has people in it. */
  draw: "A draw is open, more places come at a bell, and some are kept so that the room is a fair mix.",
  entered: { one: "# person entered the draw", other: "# people entered the draw" },
  people: (confirmed: string, places: string, waiting: string) =>
    `${confirmed} of ${places} places taken, ${waiting} waiting`,
  pitches: { one: "# pitch", other: "# pitches" },
  slot: (slot: number, until: string) => `Slot ${slot} is on until ${until}`,
  beCamper: "Be a camper",
  beNext: "Be next in the line",
  beOrganiser: "Be an organiser",
  beWall: "Be the wall",
  being: "One moment",
  both: "One browser can be a camper in one tab and the organiser in another. Open the wall beside them and raise a hand.",
  mailbox: "Read the mail that was sent",
  none: {
    title: "There is no demo camp here",
    body: "This Wallchart has camps of its own, and the demo keeps out of their way.",
    home: "See the camps",
  },
};
