/** The published grid on phones: what is on now, and the day as a list. */
export const grid = {
  now: {
    title: "On now",
    slot: (number: number, range: string) => `Slot ${number} · ${range}`,
    left: (time: string) => `${time} left`,
    minutes: { one: "# min", other: "# min" },
    next: (time: string) => `Next · ${time}`,
    /** After a break that is next. */
    afterBreak: (time: string) => `Then · ${time}`,
    nothingHere: "No sessions in this slot. Have a cup of tea, start a talk in the corridor.",
    break: (title: string) => title || "Break",
    /** While no slot is: what that time is, and what comes. */
    gaps: {
      first: "Nothing is on yet",
      today: "Nothing is on yet today",
      between: "Between sessions",
      night: "Nothing more today",
    },
    ahead: {
      first: (time: string) => `First sessions at ${time}`,
      today: (time: string) => `Today’s first sessions at ${time}`,
      between: (time: string) => `Next sessions at ${time}`,
      night: (time: string) => `Next sessions at ${time}`,
    },
    in: (time: string) => `in ${time}`,
    hours: { one: "# hour", other: "# hours" },
    over: {
      title: "That was the last session",
      body: "Thank you for coming. Say goodbye to somebody you hadn’t met this morning.",
    },
    lastOfDay: (time: string) => `That’s the last slot of the day. It goes on at ${time}.`,
    lastSlot: "Nothing after this: it’s the last slot.",
  },
  run: {
    until: (time: string) => `Until ${time}`,
    goesOn: (time: string) => `Goes on until ${time}`,
    also: (times: string) => `Also at ${times}`,
  },
  /** What the seats are to the people counted in a room, or expected there. Only a count says that it is full. */
  space: { plenty: "Plenty of space", tight: "May be full", full: "Full" },
  unofficial: "Unofficial place: no seats known",
  /** Of a session that goes on beyond its slot, and of one that runs more than once. */
  until: (time: string) => `until ${time}`,
  again: (time: string, room: string) => `again at ${time} in ${room}`,
  list: {
    title: "The grid",
    version: (number: number, time: string) => `Version ${number}, out since ${time}`,
    slot: (number: number, time: string) => `Slot ${number} · ${time}`,
    break: (title: string, time: string) => `${title || "Break"} · ${time}`,
    now: "Now",
    takenBack: (time: string) => `A later version was taken back at ${time}: this is the grid again.`,
    log: "What changed",
    feeds: "Calendar and files",
    toNow: "Jump to now",
    toNext: "Jump to what’s next",
    days: "Days",
    /** What is over, folded away. */
    over: { one: "# slot is over", other: "# slots are over" },
    inIt: { one: "# session", other: "# sessions" },
    show: "Which sessions",
    mine: "Only mine",
    byRoom: "By room",
    noneMine: "Nothing of yours is on the grid. What you go to, or host, is shown here.",
    /** Over the first column, where the grid is a table. */
    time: "Time",
    ofDay: (day: string) => `The grid of ${day}`,
    /** In place of a grid, by how far the camp is. */
    none: {
      before: {
        title: "The grid isn’t out yet",
        body: "It is made on the day, in front of everybody, from what people pitch.",
      },
      making: {
        title: "The grid isn’t out yet",
        body: "It appears here by itself the moment it is published. Every hand helps to make it.",
      },
      late: {
        title: "The grid isn’t out yet",
        body: "It appears here by itself the moment it is published.",
      },
      never: { title: "No grid was published", body: "Anything that was pitched is under Pitches." },
    },
    free: "Nothing here yet",
  },
  /** Beside a session: what may be asked of it. */
  ask: "Ask the campmakers",
  askAbout: (title: string) => `Ask the campmakers: ${title}`,
  changed: {
    count: { one: "# change", other: "# changes" },
    fresh: "New",
    movedRoom: (room: string) => `Moved from ${room}`,
    movedSlot: (time: string) => `Moved from ${time}`,
    movedSomewhere: "Moved",
    renamed: (room: string) => `Was called ${room}`,
    gone: "Taken off",
    goneFrom: (room: string) => `Was in ${room}`,
    off: (title: string) => `Taken off: ${title}`,
    moved: (title: string, room: string, time: string) => `${title} is now in ${room} at ${time}`,
    lasts: (title: string, room: string, until: string) => `${title} in ${room} now goes on until ${until}`,
    added: (title: string, room: string, time: string) => `New: ${title}, in ${room} at ${time}`,
  },
};
