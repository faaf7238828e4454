/** A camp: where it is in its life, and what its Now tab says then. */
import type { Phase } from "#domain/event.ts";

export const event = {
  phases: {
    draft: "Draft",
    tickets: "Tickets are open",
    closed: "Tickets are closed",
    doors: "Doors are open",
    pitching: "Pitching now",
    grid: "Making the grid",
    sessions: "Sessions are on",
    after: "Been and gone",
    archived: "In the archive",
    called_off: "Called off",
    put_off: "Put off: new date to come",
  } satisfies Record<Phase, string>,
  /** A phase of a camp of several days. */
  phaseOfDay: (day: string, phase: string) => `${day}: ${phase}`,
  how: {
    title: "How the day works",
    steps: [
      {
        title: "Pitch",
        body: "Anybody says in half a minute what they’d like to talk about. A question is enough.",
      },
      {
        title: "Put your hand up",
        body: "For everything you’d come to. It sizes the rooms; nobody wins or loses.",
      },
      {
        title: "See the grid",
        body: "Your pitches become a grid of rooms and times, made in front of everybody.",
      },
      { title: "Go, and go elsewhere", body: "If a session isn’t for you, walk to another. Nobody minds." },
    ],
    first: "You need not have been to one, or prepare anything.",
  },
  doorsAt: (time: string) => `Doors open at ${time}`,
  doorsWere: (time: string) => `Doors opened at ${time}`,
  now: {
    before: (day: string) => `See you on ${day}`,
    today: "It’s today",
    gone: (day: string) => `This camp was on ${day}`,
    goesOn: {
      title: (time: string) => `It goes on at ${time}`,
      body: "Thank you for today. You can bring a pitch for the next day at any time.",
      /** From midnight on. */
      today: "Welcome back. You can bring a pitch for today at any time.",
    },
    doors: {
      title: "Doors are open",
      body: "Coffee first. Say hello to somebody you don’t know: most people here are new as well.",
    },
    pitching: {
      title: "At the front",
      upNext: "Next to pitch",
      wait: "Pitching is about to start",
      between: "Nobody is at the front just now",
      /** After the last one. */
      through: "Everybody in the line has had their go",
      throughHow: "The second round is open: if you have another idea, pitch it.",
      /** To strangers, of whom nothing of it is to be read. */
      unlisted: "A pitch is being said that is not listed.",
      said: (n: number, total: number) => `Pitching · ${n} of ${total}`,
    },
    more: { one: "# more in the line", other: "# more in the line" },
    grid: {
      title: "The grid is being made",
      body: "Campmakers are putting sessions in rooms and slots. It appears here by itself. Your hands size the rooms.",
    },
    noGrid: {
      title: "The grid isn’t out yet",
      body: "It appears here by itself the moment it is published.",
    },
    after: {
      title: "Thank you for coming",
      body: "The grid stays here, at the same address.",
      noGrid: "What was pitched stays here, at the same address.",
    },
    toPitches: "See what was pitched",
    toGrid: "See the grid",
  },
};
