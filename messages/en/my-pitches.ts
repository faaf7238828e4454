/** The pitches one hosts, on the Me tab. */
import type { HostAskKind } from "#domain/pitch/host-ask.ts";
import type { Became } from "#domain/pitch.ts";

export const myPitches = {
  title: "Your pitches",
  none: "You haven’t pitched yet. Most people who do are glad they did.",
  became: {
    waiting: "In the line",
    late: "With the campmakers",
    said: "Said at the front",
    front: "You’re at the front now",
    read_out: "Said at the front now",
    standing: "You stand beside its host",
    hosting: "You host it",
    wished: "You wish somebody would",
    merged: "One with another",
    placed: "On the grid",
    left_off: "Not on the grid",
    never_placed: "It did not get a place",
    hidden: "Hidden by the organisers",
    withdrawn: "Withdrawn",
    withdrawn_shown: "Withdrawn",
  } satisfies Record<Became, string>,
  /** What one can do about it. */
  next: {
    left_off:
      "The grid is out, and there is no place for it so far. Ask a campmaker: a cell may still be free, and lunch is a good time too.",
    late: "Nobody is called to the front any more. Ask a campmaker for a cell on the grid.",
    withdrawn_shown: "The published grid shows it until the organisers publish again.",
    never_placed: "There was no cell left for it. You can bring it again at the next camp.",
  } satisfies Partial<Record<Became, string>> as Partial<Record<Became, string>>,
  /** Whom somebody asked to host a pitch of theirs; `whom` is a name, or `badge`. */
  hosts: {
    link: "Who hosts it",
    badge: "whoever has that badge",
    asked: {
      beside: (whom: string) => `You asked ${whom} to host it with you.`,
      instead: (whom: string) => `You asked ${whom} to take it over.`,
    } satisfies Record<HostAskKind, (whom: string) => string>,
    declined: (whom: string) => `You asked ${whom}, who would rather not.`,
  },
  /** Asked by somebody else. */
  invited: {
    title: "You are asked",
    beside: (by: string) =>
      `${by} would like you to host this together. With yes your name stands on it for everybody at the camp. With no ${by} is told so; if you leave it, nobody is told anything.`,
    /** Of a wish that nobody hosts. */
    wish: (by: string) =>
      `${by} wishes somebody would host this, and thinks of you. With yes your name stands on it for everybody at the camp. With no ${by} is told so; if you leave it, nobody is told anything.`,
    instead: (by: string) =>
      `${by} would like to hand this to you. With yes it is your one pitch, with your name on it, and ${by} hosts it no more. With no ${by} is told so; if you leave it, nobody is told anything.`,
    yes: { beside: "Yes, I’ll host it too", instead: "Yes, I’ll take it" } satisfies Record<
      HostAskKind,
      string
    >,
    /** For screen readers, after the words on the button. */
    yesAbout: (yes: string, title: string) => `${yes}: “${title}”`,
    agreeing: "Sending",
    no: "No, thanks",
    noAbout: (title: string) => `No, thanks: “${title}”`,
    declining: "Sending",
    /** Once it was done: the question is gone. */
    agreed: {
      beside: (title: string) => `You host “${title}” now: it is among your pitches.`,
      instead: (title: string) => `“${title}” is your pitch now: it is among your pitches.`,
    } satisfies Record<HostAskKind, (title: string) => string>,
    declined: (title: string, by: string) => `You said no to “${title}”. ${by} is told so.`,
  },
  /** Of one that the organisers hid. */
  hidden: {
    why: (reason: string) => `Their reason: “${reason}”`,
    next: "Nobody sees it now but you, the others who host it, and the organisers. If you think that’s a mistake, talk to a campmaker: they can show it again, with every hand that was up for it. You may pitch another.",
  },
  /** Of one that the organisers withdrew, and whether it can be brought back in this phase. */
  withdrawnByCrew: {
    back: "The organisers withdrew it, with every hand that is up for it kept. If you think that’s a mistake, bring it back, or talk to a campmaker.",
    closed: "The organisers withdrew it. If you think that’s a mistake, talk to a campmaker.",
  },
  /** Where there may be more. */
  lastWithdrawn: (shown: number) =>
    `Of the pitches you withdrew, the last ${shown} are here. An older one can be brought back by a campmaker.`,
  /** Once only the crew can change what it says. */
  askTheCrew: "To change what it says now, ask a campmaker: they can do it at the desk.",
  change: "Change it",
  withdraw: "Withdraw it",
  withdrawing: "Withdrawing",
  restore: "Bring it back",
  restoring: "Bringing it back",
  /** Of a wish of theirs. */
  wish: {
    waits: "Nobody hosts it yet. Anybody at the camp can say that they will, you too.",
    hosted: (hosts: string) => `${hosts} will host it. It stays your wish, and your one pitch.`,
  },
  host: "I’ll host it",
  hostSending: "Sending",
  notHost: "I won’t host it after all",
  stepBack: "Step back",
  steppingBack: "Stepping back",
  /** Once it was done. */
  did: {
    host: "You host it now: your name is on it.",
    withdraw: "It is withdrawn: off the list and out of the line. Its hands are kept.",
    withdrawApart:
      "It is withdrawn: off the list and out of the line. Its hands are kept; what it was one with is a pitch of its own again.",
    restore: "It is back, with its hands.",
    stepBack: "You don’t host it any more. It is still yours.",
    left: (title: string) => `You don’t host “${title}” any more.`,
  },
  /** Two that say the same, in the words of one of their hosts. */
  together: {
    alike: (title: string, hosts: string) =>
      hosts ? `“${title}”, from ${hosts}, sounds like yours.` : `“${title}” sounds like yours.`,
    ask: "Do it together?",
    askAbout: (title: string) => `Do it together with “${title}”?`,
    asking: "Asking",
    asksMe: (title: string, hosts: string) =>
      `${hosts || "Whoever pitched it"} would like to do this together with “${title}”. You would both host it, both texts stay, and nobody’s hand counts twice. You can take them apart again until the grid is out.`,
    yes: "Yes, together",
    yesAbout: (title: string) => `Yes, together with “${title}”`,
    agreeing: "Making them one",
    no: "No, apart",
    noAbout: (title: string) => `No, apart from “${title}”`,
    declining: "Sending",
    asked: (title: string) => `You asked to do it together with “${title}”. They see that on their phone.`,
    takeBack: "Take the question back",
    takingBack: "Taking it back",
    /** Once it was done. */
    agreed: (title: string) => `They are one now: you and whoever hosts “${title}” do it together.`,
    saidNo: (title: string) => `You keep them apart. Whoever hosts “${title}” reads that on their phone.`,
    nowAsked: "Asked. They see it on their phone.",
    tookBack: "The question is taken back.",
    parted: (title: string) => `They are two again: this and “${title}”, each with its own hands.`,
    declined: (title: string) =>
      `“${title}” stays a pitch of its own: its host would rather do it apart. Both can be on the grid.`,
    /** It is a part of another by now, or has one. */
    into: (title: string, hosts: string) =>
      hosts
        ? `It is one with “${title}” now, and you host it with ${hosts}.`
        : `It is one with “${title}” now, and you host it.`,
    holds: (title: string, hosts: string) =>
      hosts ? `“${title}”, from ${hosts}, is part of it now.` : `“${title}” is part of it now.`,
    oneHand: "A hand for either is one for both, and nobody counts twice.",
    byCrew: (reason: string) => `The organisers merged them: “${reason}”`,
    part: "Take them apart",
    partAbout: (title: string) => `Take them apart: this and “${title}”`,
    parting: "Taking them apart",
    apart: (title: string, at: string) =>
      `It was one with “${title}” and is a pitch of its own again since ${at}, with the hands that were raised for it.`,
    apartByCrew: (reason: string) => `The organisers took them apart: “${reason}”`,
  },
};
