/** How places are given out: announced times, batches and the draw. */
import { LONGEST, MOST, RANGES } from "#domain/limits.ts";
import type { Way } from "#domain/release.ts";
import { count, list, number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");
const places = (value: number) => count(value, { one: "# place", other: "# places" }, "en-GB");
const people = (value: number) => count(value, { one: "# person has", other: "# people have" }, "en-GB");

const parts = (seconds: number) => {
  const clock = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const shown = clock[0] === 0 ? clock.slice(1) : clock;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
};

export const release = {
  settings: {
    title: "How places are given out",
    hint: "Without any of these, places go as people ask for them, as long as tickets are open. With them, registration opens by itself at the first one’s time, once the camp is at “Tickets are open”. Places in none of them are kept back: you give them by hand.",
    number: (which: number) => `Release ${which}`,
    fresh: "One more release",
    way: "How",
    ways: {
      first_come: "First come, first served",
      batch: "A batch: whoever presses in the first minute is alike",
      draw: "A draw, after some days for entering",
    } satisfies Record<Way, string>,
    places: "Places",
    opensDay: "Opens on",
    opensTime: "At",
    closesDay: "Entries close on",
    closesTime: "At",
    source: "The public number that decides",
    sourceHint:
      "One that anybody can look up and nobody can foresee, announced before it exists: “Lotto, Saturday 20 June, the six numbers in rising order”.",
    remove: "Take it away",
    placesWrong: (which: number) =>
      `Release ${which} needs a number of places from ${RANGES.places.min} to ${n(RANGES.places.max)}`,
    dayWrong: (which: number) => `Release ${which} needs a date, with all four figures of the year`,
    timeWrong: (which: number) => `Release ${which} needs a time, like 16:00`,
    skipped: (which: number) =>
      `The clocks go forward that night and skip the time of release ${which}. Choose one before or after it`,
    sourceWrong: (which: number) =>
      `Say which public number decides draw ${which}, in up to ${LONGEST.drawSource} characters`,
    begun: {
      title: "Opened already",
      first_come: (howMany: number, when: string) => `${places(howMany)}, as people asked, from ${when}`,
      batch: (howMany: number, when: string) => `${places(howMany)} in a batch, from ${when}`,
      draw: (howMany: number, when: string) => `${places(howMany)} in a draw, from ${when}`,
    },
    kept: (howMany: number, given: number) => {
      if (howMany === 0) return "No places are kept back.";
      const out = given === 0 ? "" : `, of which ${n(given)} ${given === 1 ? "is" : "are"} given out`;
      return `${places(howMany)} kept back, to be given by hand${out}.`;
    },
  },
  soon: {
    title: (when: string) => `Opens ${when}`,
    left: (seconds: number) => `in ${parts(seconds)}`,
    now: "now",
    ways: {
      first_come: (howMany: number) => `${places(howMany)}, in the order in which people press.`,
      batch: (howMany: number) =>
        `${places(howMany)}. No need to be quick: whoever presses within the first minute is alike, and their order is drawn by lot.`,
      draw: (howMany: number, until: string) =>
        `${places(howMany)} go by a draw that anyone can check. Enter until ${until}: it makes no difference when.`,
    } satisfies Record<Way, (howMany: number, until: string) => string>,
    fill: "Fill in the form now",
    ready: "Fill it in now and press send: the page waits, and sends it by itself when it opens.",
    waits:
      "It is sent by itself when it opens. Keep this page open. If you change an answer, press send again.",
    stop: "Don’t send it",
    refused: {
      title: (when: string) => `Registration opens ${when}`,
      next: "Send the form again then: it is still here, filled in.",
    },
  },
  more: (howMany: number, when: string) =>
    `${places(howMany)} more ${howMany === 1 ? "is" : "are"} given out ${when}. Whoever is in the line then comes first.`,
  draw: {
    enter: "Enter the draw",
    open: (until: string) => `The draw is open until ${until}`,
    entered: (howMany: number, of: number) =>
      `${people(howMany)} entered so far, for ${places(of)}. When you enter makes no difference.`,
    closed: "Entries for the draw are closed",
    waiting: (entries: number, of: number) =>
      `${people(entries)} entered, for ${places(of)}. Once the draw is made everybody hears how it went.`,
    so: (howMany: number) => (howMany === 1 ? "has entered" : "have entered"),
    of: (howMany: number) => `for ${places(howMany)}`,
    how: "How the draw is made",
    next: "Registration goes on after the draw: whoever comes then joins the line.",
  },
  entered: {
    batch: "You’ve entered",
    batchWhat: "Whoever presses within the first minute is alike. Then their order is drawn by lot.",
    batchWhen: (when: string) => `The answer is here at ${when}, and in your mailbox.`,
    soonHere: "This page shows it by itself.",
    draw: "You’re in the draw",
    drawWhat: (howMany: number) =>
      `${places(howMany)} ${howMany === 1 ? "goes" : "go"} by it. Everybody in it has the same chance.`,
    closes: (when: string) => `Entries close ${when}.`,
    closed: "Entries are closed. We email you as soon as the draw is made.",
    source: "What decides",
    own: "Your entry’s name in the public list",
    ownLater: "Once you have confirmed your email, your entry’s name in the public list is here.",
    leave: "Leave the draw",
    leaveWhat: "Your entry is taken out. You can enter again while entries are open.",
    leaveClosed:
      "Your entry is taken out. You cannot enter this draw again, but you can join the line after it.",
    leaveSure: "Yes, take my entry out",
    check: "Check the draw yourself",
  },
  together: {
    title: "Enter together",
    what: `Two to ${MOST.together} people can enter as one: they have the same chance as anybody alone, and get places together or none. Each of you enters first; then one begins, and tells the others a code.`,
    begin: "Begin, and get a code to tell",
    theirs: "Or type the code of somebody who began",
    join: "Join them",
    joining: "Joining",
    with: (others: readonly string[]) =>
      others.length === 0
        ? "Nobody has joined you yet."
        : `You enter together with ${list(others, "en-GB")}.`,
    code: "The code to tell the others:",
    stays:
      "You get places together or none: where fewer are left than you are, all of you wait, side by side.",
    divides: (keeping: readonly string[]) =>
      keeping.length === 0
        ? "You may be divided, as all of you said: where fewer places are left than you are, some of you get one and the others wait."
        : `You would be divided rather than all wait. For that all of you have to say so: ${list(keeping, "en-GB")} did not so far.`,
    tooMany: {
      title: "Together you cannot get places",
      what: (people: number, places: number) =>
        `You are ${people}, and ${places === 1 ? "one place is" : `${places} places are`} given out in this draw. Say, all of you, that you may be divided, or enter as fewer.`,
    },
    divide: "Divide us if need be, as far as I am concerned",
    stay: "Keep us together",
    leave: "Enter alone",
  },
  page: {
    title: "The draw",
    lede: "Anybody can check it: the list of entries is fixed before the number exists that decides their order.",
    none: { title: "This camp has no draw", body: "Its places are given out in another way." },
    rule: "The rule",
    steps: [
      "Each entry has a name made of chance, which tells nothing of who it is. Whoever entered sees theirs on their own page.",
      "When the entries close, the sorted list of these names is fixed, and its SHA-256 hash is shown here: from then on nobody can be added.",
      "The public number named above does not exist yet at that time. Once it does, an organiser types it here.",
      "For each entry the SHA-256 hash of the number, a line feed and the entry’s name is worked out. In the order of these hashes, smallest first, entries get the places, and then the turns in the line.",
      "Where places are kept for some, the rules for that are fixed and shown with the hash. Each entry in its turn gets a place if one is free that is for them, and else a turn in the line.",
      "Two to four people may enter together. Behind the names of their entries the list has the name of their group, which is hashed in place of theirs: so they have one chance, and stand side by side. Where fewer places are left than they are, all of them wait, unless behind each of them the list says “divide”.",
      "Whoever took their entry out after the list was fixed stays in it, and is passed over.",
      "If there are places for everybody who entered, everybody gets one and nothing is drawn.",
    ],
    facts: {
      places: "Places",
      open: "Open for entries",
      between: (from: string, until: string) => `${from} to ${until}`,
      entries: "Entries",
      source: "The number that decides",
      hash: "Hash of the list",
      hashLater: "Shown when the entries close",
      seed: "The number as it was typed",
      seedLater: "Once it exists",
      drawn: "Drawn",
    },
    all: "There were places for everybody who entered, so everybody got one.",
    list: "The list, as plain text",
    check: {
      title: "Work it out in this browser",
      what: "Your browser fetches the list and does the sums again by itself.",
      button: "Check it",
      checking: "Checking",
      yes: (entries: number) => `It is right: ${n(entries)} entries, in the order that the number gives.`,
      noList: "The list does not have the hash that was published. Ask the organisers.",
      noOrder: "The order is not the one that the number gives. Ask the organisers.",
      failed: "The list could not be fetched. Try again when you have a network.",
      find: "Your entry’s name",
      found: (place: number, of: number) => `Place ${n(place)} of ${n(of)} in the draw.`,
      unknown: "No entry has that name. It is on your own page.",
    },
  },
  desk: {
    title: "The draw",
    open: (entries: number, until: string) => `${people(entries)} entered. Entries close ${until}.`,
    waits: (entries: number, of: number) =>
      `Entries are closed: ${people(entries)} entered for ${places(of)}. As soon as the public number exists, type it here exactly as announced.`,
    source: "Announced",
    seed: "The public number",
    seedHint: "Spaces at its ends do not count, and several count as one.",
    seedWrong: `Type the number, up to ${LONGEST.drawSeed} characters`,
    button: "Make the draw",
    making: "Drawing",
    done: (entries: number) =>
      `The draw is made: ${count(entries, { one: "# entry is", other: "# entries are" }, "en-GB")} in order, and everybody is told.`,
    made: "The draw was made.",
    see: "The page anybody can check it on",
  },
};
