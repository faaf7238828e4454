/** The form to pitch, and what it says before and after. */

import { LONGEST } from "#domain/limits.ts";
import type { EmptyWords, NoteLevel, PitchField } from "#domain/pitch.ts";
import type { ShownAs } from "#domain/retold.ts";

export const pitchForm = {
  title: "Pitch a session",
  lede: "A question is enough. You don’t need slides and you don’t need to be an expert.",
  change: "Change your pitch",
  changeLede: "Its place in the line stays. So do the hands that are up.",
  questions: {
    title: "What’s it about?",
    line: "One line more",
    kind: "You want to",
    voice: "Who says it out loud?",
    noteLevel: "What may leave the room?",
    needs: "It needs",
  } satisfies Record<PitchField, string>,
  hints: {
    title: "Like “How do you brief a nervous chief executive?”",
    noteLevel: "If you choose none of these it is open, and without names where something went wrong.",
  } as Partial<Record<PitchField, string>>,
  /** Under a choice that its name alone does not explain. */
  choiceHints: {
    open: "Anybody may share what was said",
    no_names: "Share what was said, not who said it",
    no_notes: "It stays in the room",
    unlisted: "Only people at the camp see the title",
  } satisfies Record<NoteLevel, string>,
  optional: "(if you like)",
  /** What is asked further down. */
  more: {
    plain: "Notes and the room",
    times: "Notes, times and the room",
    hosts: "Who with, notes and the room",
    hostsAndTimes: "Who with, notes, times and the room",
  },
  cohosts: "Who hosts it with you?",
  cohostsHint:
    "Whole names as on their badges, or the codes on them, with commas between. They say yes on their own phones; until then only you see it.",
  busy: "When can’t you?",
  busyHint: "The grid is made around it. Only whoever hosts it and the organisers see it.",
  send: "Join the line to pitch",
  /** Once nobody is called to the front any more. */
  sendLate: "Pitch it",
  save: "Save the changes",
  sending: "Sending",
  unsent: {
    offline: {
      title: "It didn’t send",
      body: "There is no connection at the moment. Everything you typed is still here: try again in a bit.",
    },
    fault: {
      title: "It didn’t go through",
      body: "Something broke on our side. Everything you typed is still here: try again in a bit.",
    },
  },
  errors: {
    empty: { title: "Say what it’s about, in a few words" } satisfies EmptyWords,
    long: (most: number) => `Make it shorter: there is room for ${most} characters`,
    choice: "Choose one of these",
    busy: "Choose from these times",
    cohosts: `Up to three names of ${LONGEST.personName} characters, with commas between`,
    hosts: `Up to four names of ${LONGEST.personName} characters, with commas between`,
  },
  /** While the title is being typed, and where it was sent as somebody else had sent it. */
  alike: {
    already: "Pitched already.",
    alreadyWith: { one: "Pitched already, with # hand.", other: "Pitched already, with # hands." },
    near: "Like this one. Pitch it together?",
    stand: (title: string) => `Stand with “${title}”`,
    see: (title: string) => `See “${title}”`,
    sendAgain: "Nothing was sent yet. If yours is about something else, send it once more.",
  },
  done: {
    title: "You’re in the line",
    before: { one: "# person pitches before you.", other: "# people pitch before you." },
    about: { one: "That’s in about # minute.", other: "That’s in about # minutes." },
    next: "You’re next. Have a breath, then stand near the front.",
    /** Once the grid is being made: nobody is called any more. */
    late: {
      title: "The campmakers have it",
      body: "Nobody is called to the front any more. Ask a campmaker for a cell on the grid.",
    },
    me: "We’ll call your name. You have about half a minute, and reading it out is fine.",
    with_me:
      "We’ll call your name. Others can see that you’d like company, and one of them may stand beside you.",
    for_me: "A campmaker reads it out for you. You needn’t come to the front.",
    wish: "A campmaker reads it out and asks who would host it. Anybody can say so on their phone, you too.",
    see: "See all pitches",
    changeIt: "Change it",
    hosts: "Host it with somebody",
    asked: (whom: string) =>
      `You asked ${whom}. They read it on their phones, and stand on it once they say yes.`,
    unknown: (whom: string) =>
      `We couldn’t ask ${whom}: no badge at this camp has that code, or you asked very many.`,
  },
  changed: {
    title: "Saved",
    shown: {
      now: "Everybody at the camp sees it now.",
      later: "The published grid shows it once the organisers publish again.",
      hidden_until_then:
        "The published grid shows it once the organisers publish again. Until then people who aren’t at the camp cannot read the title.",
    } satisfies Record<ShownAs, string>,
  },
  notYet: {
    title: "Pitching isn’t open yet",
    body: "It opens on the day, when doors do. Until then: what would you like to talk about?",
  },
  halted: {
    title: "Nobody pitches here now",
    body: "This camp is called off or put off. Its page says what its organisers know.",
  },
  over: {
    title: "Pitching is over for today",
    body: "The grid is full of what people brought. There may be an empty cell: ask a campmaker.",
  },
  noPlace: {
    title: "Pitching is for people who are at the camp",
    body: "If you have a place, open the page we mailed you on this phone. Or tell any campmaker: they can type it in for you.",
  },
  already: {
    title: "You have pitched already",
    body: "It’s one each until nobody waits for their first go any more. Then there is a second round: look again once the line is shorter.",
  },
};
