/** Words of the day's places: being late, standing by, being called, leaving; on somebody's own page, by push and by the door. */
import { count, number } from "#messages/counts.ts";

export const standby = {
  late: {
    title: "Running late?",
    what: (by: string) =>
      `Your place waits for you until ${by}. After that it can go to somebody who stands outside, unless you say here that you are late.`,
    until: "I’m there by",
    say: "I’m running late",
    said: (by: string) => `Your place waits for you until ${by}`,
    saidWhat: "If it gets later still, say so here.",
    other: "Another time",
    onTime: "I’m on time after all",
  },
  standBy: {
    title: "Can you be there on the day?",
    /** Before the day. */
    what: "Some people with a place do not come. On the day, places that come free go to those in the line who can be there within minutes, in the order of the line. Only say so if you will be near.",
    /** Once the doors are open. */
    whatNow:
      "Places that come free now go to those in the line who can be at the door within minutes, in the order of the line.",
    named: "Show my first name on the screen by the door when I’m called",
    namedHint: "Only your first name, for the minutes you have to answer.",
    say: "I can be there",
    is: "You stand by",
    isWhat:
      "When a place comes free on the day, we call you by email, and on a phone where you switch that on.",
    isWhatNow: (minutes: number) =>
      `Stay near the door. When we call you, you have ${count(minutes, { one: "# minute", other: "# minutes" }, "en-GB")} to say that you’re coming, here or at the door.`,
    isNamed: "The screen by the door shows your first name when you are called.",
    isUnnamed: "The screen by the door does not show your name.",
    change: "Change what the screen shows",
    save: "Save",
    end: "I can’t be there after all",
    phone: "Call me on this phone",
    phoneWhat: "This phone then shows your turn under Me, where you can have it called by push as well.",
  },
  called: {
    door: "Near the door already? Say your name there: they let you in, and the place is yours.",
    coming: "I’m coming",
  },
  passedOn: {
    title: "Your place went to somebody at the door",
    what: "You were not there by the time we had announced. Are you on your way? Come all the same: at the door they let you in if there is room.",
    takeBack:
      "You were not there by the time we had announced. Nobody else has been called to the place yet: take it back, and it waits half an hour for you.",
  },
  leave: {
    title: "Going home?",
    what: "Tell the door, so that nobody looks for you if the building has to be cleared.",
    say: "I’m leaving",
    said: (at: string) => `You left at ${at}`,
    saidWhat: "Get home safely. If you come back, say so here or at the door.",
    back: "I’m back",
  },
  /** What a phone is told. */
  push: {
    called: (by: string) => `A place is free for you. Say by ${by} that you’re coming, or come to the door.`,
    passedOn:
      "You were not there in time, so your place was passed on. Come all the same: you are let in if there is room.",
  },
  /** The screen by the door. */
  wall: {
    title: "Places on the day",
    places: (many: number) => (many === 1 ? "A place for" : `Places for ${number(many, "en-GB")}`),
    others: (many: number) =>
      count(
        many,
        { one: "and # more: look at your phone", other: "and # more: look at your phones" },
        "en-GB",
      ),
    othersOnly: (many: number) =>
      count(
        many,
        { one: "# person is called: look at your phone", other: "# people are called: look at your phones" },
        "en-GB",
      ),
    by: (time: string) => `by ${time}`,
    come: "Come to the door, or say on your page that you’re coming.",
    /** Of a screen that may name nobody any more. */
    shutOut: "This screen shows nobody any more",
    askAtDoor: "Please ask at the door",
    shut: "No places are called now",
    shutWhat: "They go to those who stand by from when the doors open until the camp is over.",
    none: "Nobody is called just now",
    noneWhat:
      "As soon as a place is free, the next who stand by are called here, by email and on their phones.",
    waiting: (many: number) => count(many, { one: "# stands by", other: "# stand by" }, "en-GB"),
    asOf: (time: string) => `As of ${time}`,
    lost: (time: string) => `No network: as it was at ${time}`,
    back: "Back to the door",
  },
};
