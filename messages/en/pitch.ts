/** Pitching: the list, the card, the form, one's own pitches, and the desk's table. */
import type { Need, NoteLevel, PitchKind, Voice } from "#domain/pitch.ts";

export const pitch = {
  /** What a host wants of the room. */
  kinds: {
    discuss: "Discuss",
    help: "Ask for help",
    share: "Share",
    went_wrong: "It went wrong",
  } satisfies Record<PitchKind, string>,
  voices: {
    me: "I will",
    with_me: "Stand with me",
    for_me: "Read it for me",
  } satisfies Record<Voice, string>,
  /** On the card, where it matters who comes; a talk that is open needs no tag. */
  levels: {
    open: "Open notes",
    no_names: "No names",
    no_notes: "No notes",
    unlisted: "Not listed",
  } satisfies Record<NoteLevel, string>,
  levelHints: {
    open: "Anybody may share what was said",
    no_names: "Share what was said, not who said it",
    no_notes: "It stays in the room",
    unlisted: "Only people at the camp see the title",
  } satisfies Record<NoteLevel, string>,
  needs: {
    screen: "A screen",
    quiet: "A quiet room",
    step_free: "Step-free",
  } satisfies Record<Need, string>,
  by: (hosts: string) => `with ${hosts}`,
  nobodyYet: "Nobody hosts it yet. Could you?",
  hidden: "A session for people at the camp",
  atTheFront: "At the front now",
  yours: "Yours",

  list: {
    title: "Put your hand up for what you’d come to",
    lede: "It sizes the rooms and avoids clashes. Nobody wins or loses.",
    before: {
      title: "Pitches will be here",
      lede: "On the day, anybody can pitch a session. A question is enough, and most people who pitch never have before.",
    },
    closed: {
      title: "What was pitched",
      lede: "Hands are down now. They made the grid: see where and when.",
    },
    empty: {
      title: "Nobody has pitched yet",
      body: "The first is the hardest. A question is enough.",
    },
    fresh: { one: "# new pitch", other: "# new pitches" },
    counted: { one: "pitch so far", other: "pitches so far" },
    pitch: "Pitch a session",
    toGrid: "See the grid",
    standWith: "I’ll stand with them",
    standing: "Sending",
  },

  form: {
    title: "Pitch a session",
    lede: "A question is enough. You don’t need slides and you don’t need to be an expert.",
    change: "Change your pitch",
    changeLede: "Its place in the line stays. So do the hands that are up.",
    about: "What’s it about?",
    aboutHint: "Like “How do you brief a nervous chief executive?”",
    line: "One line more",
    optional: "(if you like)",
    kind: "You want to",
    voice: "Who says it out loud?",
    more: "Notes and the room",
    level: "What may leave the room?",
    needs: "It needs",
    send: "Join the line to pitch",
    save: "Save the changes",
    sending: "Sending",
    draft: "Kept on this phone until you send it.",
    unsent: {
      title: "It didn’t send",
      body: "There is no connection at the moment. Everything you typed is kept on this phone: try again in a bit.",
    },
    errors: {
      title: "Say what it’s about, in a few words",
      titleLong: "Make it shorter: the card has room for 90 characters",
      lineLong: "Make it shorter: there is room for 200 characters",
      choice: "Choose one of these",
      hosts: "Up to four names, with commas between",
    },
    done: {
      title: "You’re in the line",
      before: { one: "# person pitches before you.", other: "# people pitch before you." },
      next: "You’re next. Have a breath, then stand near the front.",
      me: "We’ll call your name. You have about half a minute, and reading it out is fine.",
      with_me:
        "We’ll call your name. Others can see that you’d like company, and one of them may stand beside you.",
      for_me: "A campmaker reads it out for you. You needn’t come to the front.",
      see: "See all pitches",
      changeIt: "Change it",
    },
    changed: "Saved. Everybody’s screen shows it now.",
    notYet: {
      title: "Pitching isn’t open yet",
      body: "It opens on the day, when doors do. Until then: what would you like to talk about?",
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
      title: "You have a pitch in the line",
      body: "It’s one each until everybody who wants has had a go. Then there is a second round.",
    },
  },

  mine: {
    title: "Your pitches",
    standing: "You stand beside its host",
    none: "You haven’t pitched yet. Most people who do are glad they did.",
    waiting: "In the line",
    said: "Said at the front",
    withdrawn: "Withdrawn",
    change: "Change it",
    withdraw: "Withdraw it",
    withdrawing: "Withdrawing",
    restore: "Bring it back",
    restoring: "Bringing it back",
    stepBack: "Step back",
    steppingBack: "Stepping back",
  },

  desk: {
    title: "Pitches",
    remark: (said: number, total: number) => `${said} of ${total} said at the front`,
    caption: "Pitches in the order they came",
    columns: {
      line: "Line",
      title: "Pitch",
      hosts: "Host",
      hands: "Hands",
      notes: "Notes and needs",
      actions: "Actions",
    },
    front: "At the front",
    said: "Said",
    nobody: "Nobody yet",
    /** By how it is said: what the crew should know before it calls. */
    for_me: "Read it out",
    with_me: "Wants company",
    next: "Call the next one",
    nextUp: (title: string) => `Next: ${title}`,
    call: "Call",
    callAgain: "Call again",
    back: "Back to the line",
    withdraw: "Withdraw",
    restore: "Restore",
    about: (act: string, title: string) => `${act}: ${title}`,
    nothing: {
      title: "No pitches yet",
      body: "Campers bring them on their phones. Type in the first one for somebody below.",
    },
    type: {
      title: "Type a pitch for somebody",
      lede: "From a card, or as they say it. It doesn’t count as their one pitch.",
      hosts: "Who hosts it?",
      hostsHint:
        "Names as they want them said, with commas between. Leave it empty for “I wish somebody would”.",
      send: "Add it to the line",
      added: (title: string) => `“${title}” is in the line.`,
    },
    withdrawnHead: "Withdrawn",
  },
};
