/** Words of the private status page: where you stand, and what you can do about it. */
import type { Chance } from "#domain/registration/chance.ts";
import type { LettingGo } from "#domain/registration/status.ts";
import type { Status } from "#domain/registration.ts";
import { count, number } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long it is until an instant, as people say it; never more than there is. @param length milliseconds */
function span(length: number): string {
  const [days, hours] = [Math.floor(length / DAY), Math.floor((length % DAY) / HOUR)];
  const minutes = Math.floor((length % HOUR) / MINUTE);
  if (days > 0) return both(many(days, "# day", "# days"), hours > 0 && many(hours, "# hour", "# hours"));
  if (hours > 0)
    return both(many(hours, "# hour", "# hours"), minutes > 0 && many(minutes, "# minute", "# minutes"));
  return minutes > 0 ? many(minutes, "# minute", "# minutes") : "Less than a minute";
}

const both = (one: string, other: string | false) => (other ? `${one} and ${other}` : one);

/** What the tab of the browser says. */
const titles: Record<Status, string> = {
  waiting: "You’re on the waiting list",
  offered: "A place has come up for you",
  held: "We’re holding a place for you",
  confirmed: "You’ve got a place",
  entered: "You’ve entered",
  declined: "You passed the place on",
  expired: "The offer has ended",
  released: "You gave your place back",
  left: "Your name is off the list",
  removed: "The organisers took your name off",
  transferred: "Your place is somebody else’s now",
};

/** What letting go leads to, said before it is done. */
const freed = ({ passesOn, reopens }: LettingGo, waiting: number) => {
  const to = passesOn
    ? "The place goes to the next in line at once."
    : "The place is free for somebody else at once.";
  if (!reopens) return `${to} You cannot register again: registration is closed.`;
  return waiting === 0
    ? `${to} You can register again while places are left.`
    : `${to} You can register again, but at the back of the line.`;
};

export const status = {
  titles,
  span,

  waiting: {
    unproven: "You are in the line. Which you are in it shows here as soon as you have confirmed your email.",
    confirmFirst:
      "Places are free: as soon as you have confirmed it you are offered one, as long as one is left.",
    inLine: (of: number) => `in line, of ${number(of, "en-GB")}`,
    places: (capacity: number) => `for ${many(capacity, "# place", "# places")}`,
    moved: (n: number) =>
      n === 0
        ? "Nobody in this line has taken up a place yet."
        : `${many(n, "# place has", "# places have")} gone to this line so far.`,
    order: "Places go in the order of the line.",
    chance: (known: Chance | null) => {
      if (!known)
        return "We do not know yet how many places will come back: there is no camp before this one to go by.";
      const { last, camps, fewest, reaches } = known;
      const came = last.cameBack === 0 ? "no place" : many(last.cameBack, "# place", "# places");
      const least =
        camps > 1
          ? ` Of the last ${number(camps, "en-GB")} times it was never fewer than ${number(fewest, "en-GB")}.`
          : "";
      const careful = reaches
        ? "Even if no more come back this time, your turn comes."
        : "Do not count on it: if no more come back this time, your turn does not come.";
      return `Last time, at ${last.name} in ${last.day.slice(0, 4)}, ${came} came back to the line.${least} ${careful}`;
    },
    mail: "If a place comes up we’ll email you.",
    until: (when: string) => `Offered now, it would be yours to take until ${when}.`,
    night: "From 10pm to 8am the clock stands still.",
    truth: "This page always knows the truth, even if our email gets lost. Keep its address.",
    offersOff: "No places are being offered at the moment.",
    over: "The camp is over, so no more places are offered. Thank you for waiting.",
    lapsed:
      "We held a place for you, but the address was not confirmed in time. You have kept your turn: confirm it, and you are next when a place comes up.",
    pause: "Pause my turn",
    pauseWhat:
      "Cannot say yes for a while? Until the morning you choose, places go past you. You keep your turn, and a pause can be ended at any time.",
    pauseUntil: "Until the morning of",
    pauseNoDay: "Choose the day on which your turn counts again",
    pauseSure: "Pause my turn",
    paused: "Your turn is paused",
    pausedUntil: (when: string) =>
      `Until ${when}, places go past you. You keep your turn, and we email you when it counts again.`,
    endPause: "End the pause now",
    leave: "Leave the list",
    leaveWhat: ({ reopens }: LettingGo) =>
      reopens
        ? "Everybody behind you moves up one. You can register again, but at the back of the line."
        : "Everybody behind you moves up one. You cannot register again: registration is closed.",
    leaveSure: "Yes, leave the list",
  },

  held: {
    until: (when: string) => `It is yours once you confirm your email, until ${when}`,
    left: (length: number) => `${span(length)} left.`,
    after: "After that the place goes to the line. You would keep your turn, and wait for the next.",
    onItsWay: "It is yours once you confirm your email",
    notYet: "Your time to do that only begins when our email has gone.",
    letGo: "I don’t need it",
    letGoWhat: freed,
    letGoSure: "Yes, let the place go",
  },

  campOver: {
    title: "This camp is over",
    body: "There is nothing left to decide here. Its pitches and its grid stay where they are.",
    had: "You had a place at it. There is nothing left to decide here: its pitches and its grid stay where they are.",
  },

  place: {
    doors: (weekday: string, time: string) => `${weekday}, doors ${time}`,
    calendar: "Add it to your calendar",
    way: (place: string) => `Find the way to ${place} (a map on openstreetmap.org)`,
    cant: "Can’t make it?",
    wait: ({ passesOn, ready }: LettingGo) =>
      passesOn
        ? `${many(ready, "# person", "# people")} would love to come. The next one knows within seconds.`
        : "Give your place back and somebody else can have it.",
    giveBack: "Give my place back",
    giveBackWhat: freed,
    giveBackSure: "Yes, give my place back",
  },

  ticket: {
    title: "Your ticket",
    show: "Show this at the door, say the code, or just say your name.",
    code: "The code of your ticket, to be said out loud:",
    qr: "A square code that opens this page when it is scanned",
    companions: (n: number) => `with ${many(n, "# companion", "# companions")}`,
    firstTime: "first time",
    photos: "happy to be in photos",
    noPhotos: "no photos",
    saved: "Saved",
    offline: "Saved · offline",
  },

  offered: {
    day: (weekday: string, time: string) => `${weekday}, doors ${time}.`,
    until: (when: string) => `It is yours until ${when}`,
    left: (length: number) => `${span(length)} left to say yes.`,
    remind: (when: string) => `We remind you once, by email: ${when}.`,
    paused: "There is no hurry: our email to you came back, so the clock is paused.",
    held: ({ passesOn }: LettingGo) =>
      passesOn
        ? "We hold it for you until then. After that it goes to the next in line."
        : "We hold it for you until then. After that it is no longer kept for you.",
    accept: "Yes, I’ll come",
    decline: "No thanks",
    declineWhat: freed,
    declineSure: "Yes, let the place go",
  },

  over: {
    declined: "Thank you for saying so: somebody else can come now.",
    expired: "It ended before it was answered, so the place is no longer kept for you.",
    released: "Thank you for saying so: the place goes to somebody else, and cannot be taken back.",
    left: "You have no turn any more, and we write no more about places.",
    removed: "The reason is in the email we sent you. Ask them if you think this is a mistake.",
    transferred: "It was handed on as you asked.",
    entered: "Everybody in it has the same chance. We’ll email you how it went.",
  },
  coming: {
    title: "Are you still coming?",
    what: "One tap tells the organisers. Nobody else sees it.",
    by: (when: string) =>
      `Please say so by ${when}: without an answer your place goes to somebody else then. Not sure is an answer too.`,
    later: (when: string) =>
      `Before the camp we ask you by email whether you still come. Without an answer by ${when} your place goes to somebody else.`,
    yes: "Yes, I’m coming",
    unsure: "Not sure yet",
    no: "No, give my place back",
    said: {
      yes: { title: "You said you’re coming", what: "Thank you. If that changes, say so here." },
      unsure: {
        title: "You said you’re not sure yet",
        what: "Thank you. The place stays yours. Say so here as soon as you know.",
      },
    },
  },
  wentBack: {
    title: "Your place has gone back",
    what: "We asked whether you come and had no answer in time, as our email said. The place is for somebody else now.",
    takeBack:
      "We asked whether you come and had no answer in time, as our email said. Nobody else has been offered the place yet: until somebody is, it can be yours again.",
  },
  takeBack: {
    what: "Thank you for saying so. The place is free: nobody else has been offered it yet. Until somebody is, you can change your mind.",
    button: "Take it back",
  },
  again: {
    button: "Register again",
    what: "Changed your mind? You would join the back of the line.",
    enter: "Enter again",
    enterWhat: "Still want to come? You enter again, with the same chance as everybody.",
    rejoin: "Join the line again",
    rejoinWhat: "Still want to come? You join the line again, at the back.",
    later: "Join it, but not yet",
    laterWhat:
      "Cannot say yes for a while? You join at the back now, and until the morning you choose places go past you. You keep that turn.",
    laterSure: "Join, and pause my turn",
    leave: "Leave it at that",
    leaveWhat:
      "We write no more about places at this camp. You can register again as long as registration is open.",
    leaveSure: "Yes, leave it at that",
  },

  verify: {
    title: "Confirm your email",
    sent: (address: string, when: string) => `We sent six digits to ${address} at ${when}. Type them here.`,
    queued: (address: string) => `An email with six digits is on its way to ${address}. Type them here.`,
    bounced: (address: string) =>
      `Our email to ${address} came back. If the address is right, ask for the code again; if not, mend it below.`,
    place: "It keeps your place reachable: offers and changes go there.",
    skipped: "Until then your place in the line is kept, but offers skip past you.",
    held: "Then the place is yours.",
    code: "Six-digit code",
    confirm: "Confirm",
    sixDigits: "The code has six digits. It is in the newest email from us",
    proven: "Thank you: your email is confirmed",
    again: "Send the code again",
    againDone: (address: string) =>
      `Another email is on its way to ${address}. The newest code is the one that counts. Nothing there in a few minutes? Look in the spam folder.`,
    link: "You opened the link from our email. Press the button, and we know the address is yours.",
    linkYes: "Yes, this is my address",
  },

  details: {
    title: "Change your details",
    what: "The camp’s crew see them, and what you need for the day the organisers alone. Your email stays as it is.",
    save: "Save the changes",
    changed: "Your details have changed since this page was drawn: in another tab, or by the organisers.",
    saved: "Saved. The organisers see it now.",
    savedUnproven: "Saved. It counts once you have confirmed your email.",
    mendTitle: "Wrong address? Mend it",
    mendWhat:
      "Your place or your turn stays. We send a new code to the new address, and tell the old one that it is no longer used.",
    mend: "The right address",
    mendSave: "Use this address",
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
