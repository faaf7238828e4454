/** The desk: the side list, today and the phases. */
import type { Phase } from "#domain/event.ts";
import { count, number } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

export const desk = {
  label: "Desk",
  pages: {
    today: "Today",
    people: "People",
    announcements: "Announcements",
    mail: "Mail",
    needs: "Needs",
    pitches: "Pitches",
    grid: "Grid",
    crew: "Crew",
    settings: "Settings",
    import: "Import",
  },
  yourCamps: "All your camps",
  today: {
    title: "Today",
    have: (capacity: string) => `have a place, of ${capacity}`,
    waiting: "waiting",
    offered: "offers open",
    pitches: "pitches",
    placed: (all: string) => `placed, of ${all}`,
    published: "is the published version",
    idle: (free: number) =>
      free === 1 ? "A place is free while people wait" : `${free} places are free while people wait`,
    idleBody:
      "Offers run by themselves within a minute or so. If this stays, offer them from the People page.",
    toPeople: "Look at the people",
    links: "Pages to share",
    front: "The camp’s page",
    register: "Registration",
    wall: "The wall, for the projector",
    plain: "The plain page, for a slow line",
    inDays: (days: number) => (days === 1 ? "Tomorrow" : `In ${days} days`),
    isToday: "Today",
    wasDays: (days: number) => (days === 1 ? "Yesterday" : `${days} days ago`),
    noRooms: {
      title: "The grid has no rooms or slots yet",
      body: "Add them before the day, then cards have somewhere to go.",
      next: "Add rooms and slots",
    },
  },
  /** What to do in each phase, as the next step. */
  steps: {
    draft: "Check the settings and invite your crew. Open the tickets when you are ready.",
    tickets: "People register, and the line runs itself. Share the camp’s page.",
    closed: "Freed places still go to the line. Open the doors on the morning.",
    doors: "People arrive, and can pitch on their phones from now on.",
    pitching: "Pitches are said out loud and hands go up. Then make the grid together.",
    grid: "Place the cards, look at the warnings, publish.",
    sessions: "The day runs. Move a session if you must, and publish again.",
    after: "Say thank you, and gather the notes.",
    archived: "The camp is kept for readers.",
  } satisfies Record<Phase, string>,
  phase: {
    now: "Now",
    next: (phase: string) => `Next: ${phase}`,
    back: (phase: string) => `Back to: ${phase}`,
    confirm: (phase: string) => `Move the camp to “${phase}”?`,
    go: {
      draft: "Yes, make it a draft",
      tickets: "Yes, open the tickets",
      closed: "Yes, close the tickets",
      doors: "Yes, open the doors",
      pitching: "Yes, start the pitching",
      grid: "Yes, make the grid",
      sessions: "Yes, start the sessions",
      after: "Yes, end the camp",
      archived: "Yes, put it in the archive",
    } satisfies Record<Phase, string>,
    goBack: "Yes, move it back",
    early: (days: number) =>
      `The day is ${days === 1 ? "tomorrow" : `${number(days, "en-GB")} days away`}, and everybody who looks is told that it has come.`,
    going: "Moving",
    cancel: "Leave it as it is",
    change: "Move the camp on or back",
    organisers: "An organiser moves it on.",
    /** Who hears of a move, said before it is done. */
    hears: ({ offers, ended, stranded }: { offers: number; ended: number; stranded: number }) =>
      [
        offers > 0
          ? `Where offers run by themselves, up to ${many(offers, "# person", "# people")} in the line are offered a place by mail.`
          : ended > 0
            ? `${many(ended, "# open offer ends, and its owner is", "# open offers end, and their owners are")} told by mail. Every open page shows it at once.`
            : "Nobody gets a mail for it; every open page shows it at once.",
        ...(stranded > 0
          ? [`${many(stranded, "# open offer", "# open offers")} can then no longer be answered.`]
          : []),
        ended > 0
          ? "The camp can be moved back, but an offer that has ended stays ended."
          : "It can be moved back.",
      ].join(" "),
    moved: (phase: string) => `The camp is now at: ${phase}.`,
    movedOffers: (offers: number, ended: number) =>
      offers > 0
        ? `${many(offers, "# person in the line was", "# people in the line were")} offered a place by mail.`
        : ended > 0
          ? `${many(ended, "# open offer has ended, and its owner is", "# open offers have ended, and their owners are")} told by mail. Every open page shows it.`
          : "Nobody got a mail for it. Every open page shows it.",
    /** What arriving in a phase does, said before it is done. */
    does: {
      draft: "Only the crew sees the camp. Its pages are hidden from everybody else.",
      tickets:
        "Anybody can see the camp and register. Places go out at once, or when their first release opens; then the waiting list fills.",
      closed: "Nobody new can register. People in the line still get freed places.",
      doors: "Campers can pitch on their phones. Freed places still go to the line, for minutes at a time.",
      pitching: "Everybody can pitch and put their hand up. No more places are offered.",
      grid: "Hands stay open while you place the cards. Late pitches are welcome.",
      sessions: "Hands and pitches close. Phones and the wall show the published grid.",
      after: "Nothing more can be changed on the grid.",
      archived: "Everything is kept as it was, for reading only.",
    } satisfies Record<Phase, string>,
  },
};
