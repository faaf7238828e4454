/** Pitches as everybody reads them: the list and the card. */
import type { ChoiceWords } from "#domain/pitch.ts";

export const pitch = {
  /** On the ring of the pitch that is being said. */
  halfMinute: {
    seconds: { one: "# second left", other: "# seconds left" },
    time: "Time",
    over: "The half minute is over. Nobody is cut off.",
  },
  choices: {
    /** What a host wants of the room. */
    kind: {
      discuss: "Discuss",
      help: "Ask for help",
      share: "Share",
      went_wrong: "It went wrong",
    },
    voice: {
      me: "I will",
      with_me: "Stand with me",
      for_me: "Read it for me",
      wish: "I wish somebody would",
    },
    /** On the card, where it matters who comes; a talk that is open needs no tag. */
    noteLevel: {
      open: "Open notes",
      no_names: "No names",
      no_notes: "No notes",
      unlisted: "Not listed",
    },
    needs: {
      screen: "A screen",
      quiet: "A quiet room",
      step_free: "Step-free",
    },
  } satisfies ChoiceWords,
  by: (hosts: string) => `with ${hosts}`,
  /** A pitch that became one with the one above it. */
  and: (title: string, hosts: string) => (hosts ? `And “${title}”, from ${hosts}` : `And “${title}”`),
  nobodyYet: "Nobody hosts it yet. Could you?",
  /** On the grid, where there is less room. */
  noHost: "No host yet",
  hidden: "A session for people at the camp",
  atTheFront: "At the front now",
  yours: "Yours",
  /** Of a session, or once hands are closed. */
  yourHand: "You put your hand up",
  yourStar: "You go here",
  youHost: "You host this",

  /** To whoever pitched it, over the page. */
  crewDid: {
    hidden: "The organisers hid a pitch of yours.",
    withdrawn: "The organisers withdrew a pitch of yours.",
    why: "See why",
    see: "See it",
    dismiss: "OK",
  },

  /** The way to say that it does not belong. */
  report: "Report",

  list: {
    title: "Put your hand up for what you’d come to",
    lede: "It sizes the rooms and avoids clashes. Nobody wins or loses.",
    before: {
      title: "Pitches will be here",
      lede: "On the day, anybody can pitch a session. A question is enough, and most people who pitch never have before.",
    },
    /** Pitches are here, and hands are not open yet. */
    soFar: {
      title: "Pitches so far",
      lede: "Hands go up for them once pitching starts. A question is enough, and most people who pitch never have before.",
    },
    none: {
      title: "No pitches yet",
      lede: "Anybody at the camp can pitch. A question is enough, and most people who pitch never have before.",
    },
    closed: {
      title: "What was pitched",
      lede: "Hands are down now. The grid says where and when.",
    },
    noGrid: {
      title: "What was pitched",
      lede: "Hands are down now. The grid isn’t out yet.",
    },
    handsClosed: {
      title: "What was pitched",
      lede: "Hands are closed: the grid is being made of those that are up. Late pitches still come in.",
    },
    past: { title: "What was pitched", lede: "The grid says where and when." },
    pastNoGrid: { title: "What was pitched", lede: "No grid was published at this camp." },
    nothing: { title: "Nothing was pitched", lede: "No pitch came in at this camp." },
    empty: {
      title: "Nobody has pitched yet",
      body: "The first is the hardest. A question is enough.",
    },
    fresh: { one: "# new pitch", other: "# new pitches" },
    counted: { one: "pitch so far", other: "pitches so far" },
    pitch: "Pitch a session",
    /** In its place too, where somebody asks to make one of two. */
    asked: "Your pitch: a question for you",
    /** The same about a pitch of somebody else. */
    invited: "A question for you",
    standWith: "I’ll stand with them",
    standing: "Sending",
    host: "I’ll host it",
    hostAbout: (title: string) => `I’ll host it: “${title}”`,
    notHost: "I won’t host it after all",
    notHostAbout: (title: string) => `I won’t host it after all: “${title}”`,
    /** Once it was done, where the button was. */
    did: {
      stand: "Your name stands beside its host’s now.",
      host: "You host it now: your name is on it.",
      stepBack: "You don’t host it any more.",
    },
  },
};
