/** Words of the organisers' list of people: who is in, who is next, and why. */

import { LONGEST } from "#domain/limits.ts";
import type { Status } from "#domain/registration.ts";
import { count, number } from "#messages/counts.ts";
import { history } from "#messages/en/history.ts";

const n = (value: number) => number(value, "en-GB");
const many = (value: number, one: string, other: string) => count(value, { one, other }, "en-GB");

/** How long an offer has left, short enough for a tag. */
function left(minutes: number): string {
  if (minutes >= 60) return `${Math.round(minutes / 60)} h left`;
  return `${Math.max(0, Math.round(minutes))} min left`;
}

export const people = {
  title: "People",
  download: "Download everybody (CSV)",
  downloadThese: (people: number) => `Download ${many(people, "this one", "these #")} (CSV)`,
  offer: (free: number) => `Offer ${many(free, "# free place", "# free places")}`,
  offering: "Offering",
  offered: (offers: number) =>
    `${many(offers, "# place was", "# places were")} offered to the next in line, and they are told by mail.`,
  nothing: {
    title: "No place was offered.",
    full: "No place is free: each is held by somebody or offered to somebody.",
    nobody: "Nobody waits in the line.",
    kept: "What is free can go to none of those who wait: it is kept for others, or there are as many people like them as may be. “A fair mix” says for whom, and until when.",
    asleep:
      "With the camp this near, places are offered between 8 in the morning and 10 at night only, while people are awake to answer. Try again then, or give somebody a place by hand.",
    unready: (waiting: number) =>
      `Nobody of the ${many(waiting, "# person", "# people")} who wait can be reached: they have not confirmed their email, mail to them came back, or they have paused.`,
  },

  numbers: {
    turnedAway: "found the line full, by browser or form",
  },
  flood: {
    label: "Let go of all who have not confirmed their email",
    what: "For a flood of invented addresses. Whoever never confirmed their email and holds a place or waits is let go at once, and what they held goes to the line. You are told first how many they are. People in a draw that is still to be made stay.",
    sure: "Yes, let go of them",
    ask: "Say how many",
    done: (people: number) =>
      people === 0
        ? "Nobody was let go: everybody has confirmed their email by now."
        : `${many(people, "# person was", "# people were")} let go. What they held goes to the line.`,
  },

  sectors: "Who has a place, by sector",
  firstTimers: (share: number) => `For ${share} % of them it is the first one.`,

  groups: {
    line: "In the line",
    places: "Have or hold a place",
    silent: "No answer yet",
    bounced: "Mail came back",
    gone: "No longer in",
    all: "Everybody",
  },
  groupsLabel: "Show",
  search: "Find somebody",
  found: (shown: number) => many(shown, "# person", "# people"),
  foundSaid: (shown: number, search: string, narrowed: boolean) => {
    const who = shown === 0 ? "Nobody is" : many(shown, "# person is", "# people are");
    const among = narrowed ? "all parts of the list, as the filter narrows them" : "all parts of the list";
    return `${who} found for “${search}”. Looked for in ${among}.`;
  },
  caption: {
    line: "The line",
    places: "People who have or hold a place",
    silent: "People who have not said whether they come",
    bounced: "People our mail does not reach",
    gone: "People no longer in",
    all: "Everybody",
  },
  find: "Find",
  range: (from: number, to: number, all: number) => `${n(from)} to ${n(to)} of ${n(all)}`,
  columns: {
    line: "Line",
    name: "Name",
    organisation: "Organisation",
    sector: "Sector",
    since: "Since",
    status: "Status",
  },
  firstTime: "first time",
  along: (companions: number) => `+${many(companions, "# companion", "# companions")}`,
  nobody: {
    line: "Nobody waits. Whoever finds no free place when they register is listed here.",
    places: "Nobody has a place yet.",
    silent: "Nobody owes an answer.",
    bounced: "No mail has come back.",
    gone: "Nobody has left.",
    all: "Nobody has registered yet.",
    found: "Nobody like that here. Try part of a name, an organisation or an address.",
  },

  /** The same of a camp that is over. */
  nobodyAfter: {
    line: "Nobody waited to the end.",
    places: "Nobody had a place.",
    silent: "Nobody owed an answer.",
    bounced: "No mail came back.",
    gone: "Nobody left before.",
    all: "Nobody registered.",
  },

  tags: {
    next: "Next",
    waiting: "Waiting",
    unverified: "Waiting, email not confirmed",
    bounced: "Waiting, mail came back",
    paused: "Paused",
    held: "Place held, email not confirmed",
    heldBounced: "Place held, mail came back",
    offered: (minutes: number) => `Offered, ${left(minutes)}`,
    offeredBounced: "Offered, mail came back, clock paused",
    confirmed: "Has a place",
    confirmedUnverified: "Has a place, email not confirmed",
    confirmedBounced: "Has a place, mail came back",
    entered: "Entered",
    declined: "Said no thanks",
    expired: "Offer ended",
    released: "Gave it back",
    left: "Left the line",
    removed: "Taken off",
    mergedInto: (name: string) => `Merged into ${name}`,
    transferred: "Handed on",
  } satisfies Record<Exclude<Status, "offered">, string> & Record<string, unknown>,

  person: {
    back: "All people",
    facts: {
      email: "Email",
      noAddress: "None: nothing is sent to them",
      organisation: "Organisation",
      sector: "Sector",
      since: "Registered",
      first: "First unconference",
      photos: "Happy to be in photos",
      access: "For the day",
      companions: "Comes along",
      position: "Place in the line",
      pausedUntil: "Passed over until",
      coming: "Still coming",
    },
    /** @param note what they do, where the reader may know it */
    companions: (companions: number, note: string) => {
      const along = many(companions, "# companion", "# companions");
      return note ? `${along}: ${note}` : along;
    },
    /** What they said of whether they still come. */
    coming: {
      yes: "Said yes",
      unsure: "Said not sure",
      silent: "Asked, and no answer yet",
      unasked: "Not asked yet",
    },
    merged: {
      what: "This registration is part of another one of theirs now:",
      apart: "They are two people after all",
      apartWhat: "This registration comes back by itself; what was united with the other one stays there.",
    },
    handing: (name: string) => `Their place is on its way to ${name}, and theirs until it is taken.`,
    yes: "Yes",
    no: "No",
    none: "Nothing",
    why: "Why?",
    whyWhat: "Everything that happened to this registration, newest first.",
    change: "Change by hand",
    changeWhat: "It is done at once, noted, and told to them by email with your reason.",
    campOver: "The camp is over, so nobody’s place or address is changed any more.",
    registrars: "Only organisers and registrars can change this.",
    bounced: {
      title: (email: string) => `Mail to ${email} came back`,
      body: "They hear nothing from us: no offer, no change of date or place. Look at the address for a slip, reach them another way, and mend it.",
      offered: "Their offer waits meanwhile: it does not run out.",
      waiting: "Offers skip past them. Put back in the line by hand, they are tried again.",
    },
    told: (email: string) => `They are told by mail to ${email}.`,
    untold: (email: string) => `They are not told: mail to ${email} came back. Tell them another way.`,
    noAddress: "They are not told: we have no address for them.",
    reason: "Why? They and the crew can read it",
    reasonMissing: `Give a reason, in up to ${LONGEST.reason} characters: somebody will ask why`,
    doing: "One moment",
  },
  moves: {
    confirm: {
      label: "Give them a place",
      what: "They get a place now, ahead of everybody in the line.",
      sure: "Yes, give them a place",
      done: "They have a place.",
    },
    put_back_in_line: {
      label: "Put back in the line",
      what: "They wait again, at the turn they had. A place they held is free for somebody else.",
      sure: "Yes, put them back in the line",
      done: "They are back in the line.",
    },
    /** Of somebody whose offer is open, in place of the words above. */
    withdraw: {
      label: "Withdraw the offer",
      what: "They wait again, at the turn they had, and are told by email with your reason. Whoever you name is offered the place at once, and whoever waits before them is noted as passed over. Without a name it goes to the next in line as soon as places are offered by themselves.",
      sure: "Yes, withdraw the offer",
      done: "The offer is withdrawn, and they are back in the line.",
      heir: "Who is offered the place instead",
      next: "The next in line",
      turn: (position: number, name: string) => `${n(position)}: ${name}`,
    },
    remove: {
      label: "Take off the list",
      what: "They lose their place or their turn, and cannot register again by themselves. Their page tells them.",
      sure: "Yes, take them off",
      done: "They are off the list.",
    },
  },
  sendAgain: {
    link: "Send their link again",
    linkWhat: (email: string) =>
      `They get the mail with the link to their own page once more, to ${email}. They can ask for it themselves too: they register with the same address again.`,
    code: "Send their code again",
    codeWhat: (email: string) =>
      `They get the mail with a new code and the link to their own page, to ${email}. The code they had before holds no longer.`,
    sure: "Yes, send it",
    sending: "Sending it",
    done: "The mail is on its way.",
    doneNext: (email: string) =>
      `It goes to ${email}, usually within a minute. If it does not come, let them look among the spam, or mend the address.`,
  },
  mend: {
    label: "Mend the email address",
    what: "They keep their place or their turn. The new address gets a code to confirm, the old one is told that it is no longer used, and links we sent there stop working.",
    email: "The right address",
    emailWrong: "Write one whole address, such as priya@sandwell.example",
    sure: "Yes, use this address",
    done: "The address is mended.",
    told: "A code to confirm it is on its way to the new one, and a word to the old one.",
  },
  history,
  csv: {
    file: (slug: string, everybody: boolean) => `${slug}-${everybody ? "" : "some-"}people.csv`,
    /** Read again by domain/people-import/read.ts, which leaves out those who are not in. */
    statuses: {
      waiting: "In the line",
      entered: "Entered a draw or a batch",
      offered: "Offered a place",
      held: "Place held",
      confirmed: "Has a place",
      declined: "Said no thanks",
      expired: "Offer ended",
      released: "Gave it back",
      left: "Left the line",
      removed: "Taken off",
      transferred: "Handed on",
    } satisfies Record<Status, string>,
    /** @param needs with the columns of what people need */
    columns: (needs: boolean) => [
      "Line",
      "Name",
      "Email",
      "Organisation",
      "Sector",
      "First time",
      "Photos",
      "Companions",
      ...(needs ? ["For the day", "What companions do"] : []),
      "Status",
      "Email confirmed",
      "Registered",
    ],
    yes: "yes",
    no: "no",
  },
};
