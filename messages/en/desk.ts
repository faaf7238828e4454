/** The desk: the side list, today and the phases. */
import type { Phase } from "#domain/event.ts";
import { count, number } from "#messages/counts.ts";
import { halt } from "./halt.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

/** For how long something has been so. */
function span(minutes: number): string {
  if (minutes < 1) return "less than a minute";
  if (minutes < 120) return many(minutes, "# minute", "# minutes");
  const hours = Math.round(minutes / 60);
  return hours < 48 ? many(hours, "# hour", "# hours") : many(Math.round(hours / 24), "# day", "# days");
}

export const desk = {
  label: "Desk",
  menu: { open: "Menu", close: "Close the menu" },
  pages: {
    today: "Today",
    people: "People",
    door: "Door",
    announcements: "Announcements",
    mail: "Mail",
    needs: "Needs",
    pitches: "Pitches",
    grid: "Grid",
    print: "Print and screens",
    crew: "Crew",
    pages: "The camp’s pages",
    rota: "Rota",
    settings: "Settings",
    import: "Import",
  },
  yourCamps: "All your camps",
  /** A page that is none of theirs, or was until a moment ago. */
  notHere: {
    title: "That page isn’t here for you",
    why: "It may have been taken away, or what you do at this camp has changed.",
    next: "Go to Today",
  },
  today: {
    title: "Today",
    pitches: (pitches: number) => (pitches === 1 ? "pitch" : "pitches"),
    placed: (all: string) => `placed, of ${all}`,
    published: "is the published version",
    needs: "Needs somebody",
    /** What comes after its number. */
    bounced: (people: number) =>
      people === 1 ? "person is not reached by our mail" : "people are not reached by our mail",
    bouncedWhy: "Mail to them came back. Mend the address, or reach them another way.",
    seeThem: "See them",
    reported: (pitches: number) => (pitches === 1 ? "pitch was reported" : "pitches were reported"),
    reportedWhy: "Somebody says that it does not belong here. Read why, and decide whether it stays.",
    lines: (lines: number) =>
      lines === 1 ? "line of notes is asked to be taken out" : "lines of notes are asked to be taken out",
    linesWhy: "Somebody says that it should not be there. Its host decides as well, and may not be looking.",
    decide: "Decide",
    moves: (sessions: number) =>
      sessions === 1 ? "session stands elsewhere in your draft" : "sessions stand elsewhere in your draft",
    /** Before anything is out. */
    movesUnseen: (sessions: number) =>
      sessions === 1 ? "session is placed, and nobody sees it" : "sessions are placed, and nobody sees them",
    movesWhy: (version: number) =>
      `Phones and the wall show version ${number(version, "en-GB")} until you publish again.`,
    movesFirst: "Nothing is published yet: phones and the wall show no grid.",
    gridless: "sessions are placed, and the sessions have begun",
    helpCalls: "Calls for help",
    toGrid: "Go to the grid",
    door: "Open the door on this phone",
    missing: (people: number) =>
      people === 1 ? "person with a place is not there" : "people with a place are not there",
    missingWhy: "The time that was announced has come: their places can go to those who stand by.",
    toPassOn: "See who, and pass on",
    asking: (requests: number) =>
      requests === 1 ? "thing is asked of the grid" : "things are asked of the grid",
    askingWhy: "Campers wait for an answer: a yes or a no with its reason reaches them on their phones.",
    silent: "people wait in the line to pitch",
    silentWhy: "Everybody who wanted to has pitched. Ask the room once more, or go on to the grid.",
    toPitches: "Go to the pitches",
    unproven: (people: number) =>
      people === 1 ? "person has not confirmed their email" : "people have not confirmed their email",
    unprovenWhy:
      "They hold a place or wait without one, and read no mail that we know of. Ring whom you know; places held for them go back by themselves.",
    rota: {
      /** What comes after its number. */
      title: (people: number) =>
        people === 1 ? "person is missing on the rota" : "people are missing on the rota",
      gap: (task: string, people: number, when: string) => `${task} is short of ${people} at ${when}.`,
      more: (tasks: number) => many(tasks, "And # more task is short.", "And # more tasks are short."),
      see: "See the rota",
      link: "Rota and calls for help",
    },
    beginning: {
      settings: "Look at the settings",
      crew: "Invite your crew",
    },
    draw: {
      /** What comes after its number. */
      waits: (entries: number) =>
        `${entries === 1 ? "person has" : "people have"} entered the draw, and it waits for its public number`,
      why: "Entries are closed. Nobody hears how it went before the number is typed: do it as soon as it exists.",
      type: "Type the number",
      open: (entries: number, closes: string) =>
        `${many(entries, "# person has", "# people have")} entered the draw. Entries close ${closes}.`,
    },
    links: "Pages to share",
    front: "The camp’s page",
    register: "Registration",
    feedback: "How people say it was",
    roundUp: "The round-up",
    swaps: "Swaps",
    writeUps: "What people wrote up",
    drawn: "The draw, for anybody to check",
    wall: "The wall, for the projector",
    plain: "The plain page, for a slow line",
    noDate: halt.noDate,
    inDays: (days: number) => (days === 1 ? "Tomorrow" : `In ${days} days`),
    isToday: "Today",
    wasDays: (days: number) => (days === 1 ? "Yesterday" : `${days} days ago`),
    noRooms: {
      title: "The grid has no rooms or slots yet",
      body: "Add them before the day, then cards have somewhere to go.",
      next: "Add rooms and slots",
    },
  },
  /** How the places of the camp stand; each comes after its number. */
  places: {
    have: (capacity: number) => `have a place, of ${number(capacity, "en-GB")}`,
    had: (capacity: number) => `had a place, of ${number(capacity, "en-GB")}`,
    held: "held, email not confirmed",
    free: "free now",
    later: "come in a later release",
    keptBackLeft: "still kept back, to be given by hand",
    over: "more given out than there are",
    offers: (offers: number) => (offers === 1 ? "offer open" : "offers open"),
    waiting: "waiting",
    waited: "waited to the end",
    paused: "of them paused",
    entered: "entered, not in order yet",
    unproven: "in all without a confirmed email",
  },
  /** Places that stand free while people are ready for them. */
  idle: {
    /** What comes after its number. */
    title: (places: number, minutes: number) =>
      `${places === 1 ? "place has" : "places have"} been free for ${span(minutes)}, and somebody waits for ${places === 1 ? "it" : "each"}`,
    whole: (places: number, minutes: number) =>
      `${many(places, "# place has", "# places have")} been free for ${span(minutes)}, and somebody waits for ${places === 1 ? "it" : "each"}`,
    why: {
      off: "Offers are switched off: nobody in the line is offered a place until you offer it, or switch offers on.",
      late: "Offers run by themselves, and yet none of these was made. The worker may have stopped. You can offer the places yourself.",
    },
    /** To a screen reader, while the page is open. */
    heard: {
      off: "Places are free while people wait, and offers are switched off.",
      late: "Places have been free for ten minutes while people wait, and none was offered.",
    },
    offer: (places: number) =>
      places === 1 ? "Offer it" : places === 2 ? "Offer both" : `Offer all ${number(places, "en-GB")}`,
    offering: "Offering",
    settings: "Switch offers on",
  },
  /** What becomes of free places, beside the next step. */
  line: {
    on: "Free places go to the line by themselves.",
    off: "Offers are switched off: a free place goes to nobody in the line until an organiser offers it.",
  },
  /** What to do in each phase, as the next step. */
  steps: {
    draft: "Check the settings and invite your crew. Open the tickets when you are ready.",
    tickets: "People register. Share the camp’s page.",
    closed: "Nobody new registers. Open the doors on the morning.",
    doors: "People arrive, and can pitch on their phones from now on.",
    pitching: "Pitches are said out loud and hands go up. Then make the grid together.",
    grid: "Place the cards, look at the warnings, publish.",
    sessions: "The day runs. Move a session if you must, and publish again.",
    after: "Say thank you, and gather the notes.",
    archived: "The camp is kept for readers.",
    called_off: "The camp is called off. Everybody it concerned was told.",
    put_off: "The camp is put off, and everybody waits for its new date.",
  } satisfies Record<Phase, string>,
  /** The same where the first release is still to open. */
  opens: {
    tickets: (when: string) =>
      `Nobody can register yet: the first places open ${when}. Share the camp’s page, which says so.`,
    draft: (when: string) =>
      `Check the settings and invite your crew. The first places open by themselves ${when}, if the camp is at “Tickets are open” by then; moved there later, they open at once.`,
    draftPast:
      "Check the settings and invite your crew. The time of the first release has passed: it opens at once when you open the tickets.",
  },
  phase: {
    now: "Now",
    /** The next step, as what pressing it does. */
    step: {
      draft: "Make it a draft",
      tickets: "Open the tickets",
      closed: "Close the tickets",
      doors: "Open the doors",
      pitching: "Start the pitching",
      grid: "Make the grid",
      sessions: "Start the sessions",
      after: "End the camp",
      archived: "Put the camp in the archive",
      called_off: "Call the camp off",
      put_off: "Put the camp off",
    } satisfies Record<Phase, string>,
    stepOfDay: (step: string, day: string) => `${step}, ${day}`,
    back: (phase: string) => `Back to: ${phase}`,
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
      called_off: "Yes, call it off",
      put_off: "Yes, put it off",
    } satisfies Record<Phase, string>,
    goBack: "Yes, move it back",
    early: (days: number, over: boolean) =>
      `The day is ${days === 1 ? "tomorrow" : `${number(days, "en-GB")} days away`}, and everybody who looks is told that ${over ? "the camp is over" : "it has come"}.`,
    going: "Moving",
    organisers: "An organiser moves it on.",
    halted: "Say that it takes place, or when",
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
      closed: "Nobody new can register. Freed places can still go to the line.",
      doors:
        "Campers can pitch on their phones. Freed places can still go to the line, for minutes at a time.",
      pitching: "Everybody can pitch and put their hand up. Freed places still go to those who stand by.",
      grid: "Hands stay open while you place the cards. Late pitches are welcome.",
      sessions:
        "Hands and pitches close. Phones and the wall show the published grid, once one is published.",
      after:
        "Nothing more can be changed on the grid, and the phones at the doors forget their list. Whoever is inside stays on the list of who is inside until they say that they leave.",
      archived:
        "Everything is kept as it was, for reading only: pages, pitches and the grid. Registrations stay, until their owners have them deleted; who had no place is forgotten when the settings say. Phones are told nothing any more.",
      called_off: "It does not take place, and everybody it concerns is told. Nothing of its places moves.",
      put_off: "It has no date, and everybody it concerns is told. Nothing of its places moves.",
    } satisfies Record<Phase, string>,
    /** The same where the crew has closed hands. */
    doesHandsClosed: {
      pitching:
        "Everybody can pitch. Hands stay closed, as the crew has closed them, until somebody opens them under Pitches. Freed places still go to those who stand by.",
      grid: "Hands stay closed, as the crew has closed them, until somebody opens them under Pitches. Late pitches are welcome.",
      sessions:
        "Pitches close, and hands stay closed. Phones and the wall show the published grid, once one is published.",
    } satisfies Partial<Record<Phase, string>> as Readonly<Partial<Record<Phase, string>>>,
  },
};
