/** Words of the private status page: where you stand, and what you can do about it. */
import type { Status } from "#domain/registration.ts";
import { count, number } from "#messages/format.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

/** How long an offer waits, as people say it. @param minutes waking minutes */
function span(minutes: number): string {
  if (minutes >= 48 * 60) return many(Math.round(minutes / 1440), "# day", "# days");
  if (minutes >= 60) return many(Math.round(minutes / 60), "# hour", "# hours");
  return many(Math.max(1, Math.round(minutes)), "# minute", "# minutes");
}

/** What the tab of the browser says. */
const titles: Record<Status, string> = {
  waiting: "You’re on the waiting list",
  offered: "A place has come up for you",
  confirmed: "You’ve got a place",
  entered: "You’re in the draw",
  declined: "You passed the place on",
  expired: "The offer ran out",
  released: "You gave your place back",
  left: "You left the waiting list",
  removed: "The organisers took your name off",
  transferred: "Your place is somebody else’s now",
};

export const status = {
  titles,
  span,

  waiting: {
    inLine: (of: number) => `in line, of ${number(of, "en-GB")}`,
    places: (capacity: number) => `for ${many(capacity, "# place", "# places")}`,
    moved: (n: number) =>
      n === 0
        ? "No place has gone to this line yet."
        : `${many(n, "# place has", "# places have")} gone to this line so far.`,
    order: "Places go in the order of the line.",
    mail: ["If a place comes up we’ll email you. You’ll have", "to say yes"] as const,
    night: ", and we don’t count the night.",
    noNight: ".",
    truth: "This page always knows the truth, even if our email gets lost. Keep its address.",
    offersOff: "Offers have stopped for now: the camp has begun.",
    leave: "Leave the list",
    leaveWhat: "Everybody behind you moves up one. You can register again, but at the back of the line.",
    leaveSure: "Yes, leave the list",
  },

  place: {
    doors: (weekday: string, time: string) => `${weekday}, doors ${time}`,
    show: "Show this at the door, or just say your name.",
    qr: "Your ticket: a code that opens this page",
    firstTime: "first time",
    photos: "happy to be in photos",
    noPhotos: "no photos",
    cant: "Can’t make it?",
    wait: (n: number) =>
      n === 0
        ? "Give your place back and somebody else can have it."
        : `${many(n, "# person", "# people")} would love to come. The next one knows within seconds.`,
    giveBack: "Give my place back",
    giveBackWhat: (n: number) =>
      n === 0
        ? "Your place is free for somebody else at once. You can register again while places are left."
        : "Your place goes to the next in line at once. You can register again, but at the back of the line.",
    giveBackSure: "Yes, give my place back",
  },

  offered: {
    day: (weekday: string, time: string) => `${weekday}, doors ${time}.`,
    until: (when: string) => `It is yours until ${when}`,
    left: (minutes: number) => `${span(minutes)} left to say yes.`,
    paused: "There is no hurry: our email to you came back, so the clock is paused.",
    held: "We hold it for you until then. After that it goes to the next in line.",
    accept: "Yes, I’ll come",
    decline: "No thanks",
    declineWhat:
      "The place goes to the next in line at once. You can register again, but at the back of the line.",
    declineSure: "Yes, give the place to the next",
  },

  over: {
    declined: "Thank you for saying so: it goes to the next in line.",
    expired: "We had no answer in time, so the place went to the next in line.",
    released: "Thank you for saying so: somebody else can come now.",
    left: "Everybody behind you moved up one.",
    removed: "They always note a reason. Ask them if you think this is a mistake.",
    transferred: "It was handed on as you asked.",
    entered: "Everybody in it has the same chance. We’ll email you how it went.",
  },
  again: { button: "Register again", what: "Changed your mind? You would join the back of the line." },

  verify: {
    title: "Confirm your email",
    sent: (address: string) => `We sent six digits to ${address}. Type them here.`,
    place: "It keeps your place reachable: offers and changes go there.",
    skipped: "Until then your place in the line is kept, but offers skip past you.",
    code: "Six-digit code",
    confirm: "Confirm",
    sixDigits: "The code has six digits. It is in the newest email from us",
    again: "Send the code again",
    link: "You opened the link from our email. Press the button, and we know the address is yours.",
    linkYes: "Yes, this is my address",
  },

  phone: {
    title: "On the day",
    what: "Pitch, raise hands and see the grid from a phone you choose. No signing in, no mailbox needed.",
    use: "Use this phone on the day",
    held: "This device holds your ticket: it can pitch and raise hands for you.",
    other: "To use another phone, scan the code above with it and press “Use this phone on the day” there.",
    open: "Open the camp",
  },

  sending: "One moment",
};
