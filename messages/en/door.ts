/** The door: whoever lets people in, with one thumb, on a phone that may have no network. */
import type { DoorAnswer, ReasonOut } from "#domain/door/guest.ts";
import type { Namesake } from "#domain/door/namesake.ts";
import { count, number } from "#messages/counts.ts";

const people = (many: number) => count(many, { one: "# person", other: "# people" }, "en-GB");

/** Of somebody of the same name, whom the door knows. */
const NAMESAKES: Record<Namesake, string> = {
  in: "The one we know has come in already.",
  place: "The one we know has a place: let them in by their name at the door instead?",
  called: "The one we know is called to a place now: let them in by their name at the door instead?",
  standsBy:
    "The one we know is in the line and stands by: they are called when it is their turn, and this would go past the line.",
  waiting:
    "The one we know is in the line, and can say on the page we mailed them that they are here: this would go past the line.",
  passed_on: "The one we know had a place that was passed on: find them by their name at the door instead?",
  held: "A place is held for the one we know, who never confirmed their address: the desk gives it to them by their name.",
};

export const door = {
  title: "Door",
  /** At the desk: leads here. */
  link: "Open the door on this phone",
  list: "Door list on paper",
  rota: "Rota and calls for help",
  standby: "Screen of who is called",
  desk: "The desk",
  /** Beside how many: “94 in of 130”. */
  inOf: (places: number) => `in, of ${number(places, "en-GB")} with a place`,
  /** `ago` as in “2 minutes ago”. */
  asOf: (ago: string) => `As of ${ago}.`,
  now: "now",
  secondsAgo: "less than a minute ago",
  minutesAgo: { one: "# minute ago", other: "# minutes ago" },
  hoursAgo: { one: "# hour ago", other: "# hours ago" },
  unsent: { one: "# tap kept on this phone", other: "# taps kept on this phone" },
  /** While nothing is known. */
  loading: "Fetching the list",
  /** Before the doors of the camp: the list is here, and nobody is let in. */
  shut: {
    title: "Doors are not open yet",
    body: "This phone has the list and keeps it, also without a network. People can be let in as soon as an organiser opens the doors.",
    /** Of somebody with a place. */
    guest: "They have a place: let them in once the doors are open.",
  },
  /** Why the server tells this phone nothing, by what it answered. */
  shutOut: {
    not_open: {
      title: "There is no list for the door now",
      next: "A phone gets it once people can register, and until the camp is put into the archive.",
    },
    cut_off: {
      title: "This phone was cut off from the door, and has forgotten the list",
      next: "If it is in the right hands, ask an organiser to let it on again: at the desk, Door, “Phones at the door”.",
    },
    not_found: {
      title: "You are not on the door of this camp any more, so this phone has forgotten the list",
      next: "If that is a mistake, ask an organiser to put you back on the crew.",
    },
    passkey_needed: {
      title: "This phone needs your passkey, and has forgotten the list",
      next: "Open the desk: it leads you to your passkey. The list comes back at once then.",
    },
    signed_out: {
      title: "You were signed out, so this phone has forgotten the list",
      next: "Sign in and open the door again: the list comes back at once.",
    },
  },
  signIn: "Sign in",
  yourCamps: "All your camps",
  /** `taps` as in “2 taps kept on this phone”. */
  waiting: (taps: string) =>
    `${taps}, and not sent yet. They are sent once this phone has the list again: do not clear its browser before.`,
  /** Without a network. */
  offline: {
    what: "There is no network. A walk-in, the list on paper, the rota, the screen of who is called and the desk need it.",
    meanwhile:
      "Whoever is on the list is let in here all the same. Write the name of anybody else down, ask them to wait, and enter them as a walk-in once the network is back.",
    /** Of whom a page elsewhere would do something. */
    later: "Their badge and their page need the network.",
    back: "That page needs the network. This phone has its own list.",
  },
  over: {
    title: "The camp is over or called off",
    body: "Nobody is let in any more, and this phone has forgotten the names.",
  },
  noList: {
    title: "This phone has no list yet",
    body: "It needs the network once. Try again where there is some, or use the list on paper.",
    again: "Try again",
  },
  scan: "Scan a ticket",
  stopScan: "Stop the camera",
  light: "Light",
  otherCamera: "Other camera",
  camera: {
    refused:
      "This phone does not let us use its camera. Allow it in the browser’s settings, or type the name or the code.",
    none: "This phone has no camera that we can use. Type the name or the code.",
    broken: "The camera does not start. Close what else uses it and try again, or type the name or the code.",
    looking: "Hold the code in the frame",
    starting: "Starting the camera",
  },
  search: "Name or code",
  searchHint:
    "Three letters of the name, or the code under the QR. A hand scanner works wherever you are on this page.",
  found: { one: "# found", other: "# found" },
  more: (many: number) => `and ${people(many)} more: type another letter`,
  nobody: (typed: string) =>
    `Nobody called “${typed}” is on the list. Try fewer letters or another spelling, or the code under the QR of their ticket.`,
  nobodyWalksIn: (typed: string) => `Let “${typed}” in as a walk-in`,
  firstTime: "First time",
  lanyard: { yes: "Blue lanyard: photos fine", no: "Red lanyard: no photos" },
  /** Short, in a row of the list. */
  state: { in: "In", place: "Has a place", left: "Has left", called: "Called to a place" },
  badge: { printed: "Badge printed", none: "Badge not printed", print: "Print their badge" },
  out: {
    held: "Address not confirmed",
    offered: "Was offered a place",
    waiting: "In the line",
    standsBy: "In the line, stands by",
    passed_on: "Place passed on",
    none: "No place",
  } satisfies Record<ReasonOut | "standsBy", string>,
  answer: {
    welcome: "Welcome",
    already: "Already in",
    not_on_list: "Not on the list",
  } satisfies Record<DoorAnswer["kind"], string>,
  /** Of somebody in already. `door` may be empty. */
  since: (time: string, at: string) => (at === "" ? `Since ${time}` : `Since ${time}, at “${at}”`),
  why: {
    held: "A place is held for them, but they never confirmed their address.",
    offered: "They were called to a place, and the time to answer has passed.",
    passed_on: "They were not there by the announced time, so their place was passed on.",
    full: "As many are inside as may be.",
    waiting: "They are in the line, and have no place yet.",
    none: "They have no place: it was given back, went to somebody else, or never was.",
    unknown: "No ticket on this phone’s list has that code.",
    other_camp: "That is a ticket for another camp.",
    no_ticket: "That is no ticket of ours.",
    gone: "That was a ticket of ours, and is nobody’s any more.",
  },
  what: {
    held: "They can say yes on the page we mailed them, or the desk gives them the place by name.",
    offered: "The next in line is called to it. They can wait again on the page we mailed them.",
    passed_on: "If a place is free they get it back, and are in at once. This needs the network.",
    full: "Ask them to wait beside the door. Somebody who leaves makes room.",
    standsBy:
      "They stand by already: ask them to wait beside the door. When a place is free for them they are called, and this phone lets them in.",
    waiting:
      "Ask them to wait beside the door, and to say on the page we mailed them that they can be there: then they are called.",
    none: "Send them to the desk.",
    unknown: "Look for their name. If the list is old, it may be that they came to it since.",
    other_camp: "Look for their name, or send them to the desk.",
    no_ticket: "Look for their name.",
    gone: "Look for their name, or send them to the desk.",
  },
  /** Of a ticket that is ours by its signature, on a phone without a network. `code` as it is printed. */
  unlisted: {
    title: (code: string) => `Ticket ${code}`,
    note: "A real ticket of this camp, and not on this phone’s list yet. Let them in: it is looked up once this phone has the network.",
    isIn: (code: string) => `Ticket ${code} is in.`,
    undone: (code: string) => `Ticket ${code} is out again.`,
    nobodys: (code: string) =>
      `Ticket ${code}, which you let in without a network, is nobody’s any more. Please ask the desk.`,
  },
  letIn: "Let in",
  letBack: "Let in if there is room",
  leaves: "They are leaving",
  hasLeft: (name: string) => `${name} has left.`,
  undo: "Not them: undo",
  undone: (name: string) => `${name} is out again.`,
  next: "Next",
  close: "Close",
  openPage: "Their page at the desk",
  /** Said by a screen reader once it is done. */
  isIn: (name: string) => `${name} is in.`,
  twice: (name: string, time: string, at: string) =>
    `${name} had been let in before, ${at === "" ? `at ${time}` : `at ${time} by “${at}”`}. One of the two may be somebody else.`,
  turnedDown: (name: string) =>
    name === ""
      ? "Somebody you let in without a network is not on the list any more. Please ask the desk."
      : `${name} had no place any more when you let them in without a network. Please ask the desk.`,
  tooMany: (name: string) =>
    `${name === "" ? "Somebody you let in" : name} cannot come in: as many are inside as may be. Please ask them to wait.`,
  understood: "Understood",
  settings: "This phone",
  name: "What this door is called",
  nameHint: "Other doors read it beside the people you let in",
  mode: "When a ticket is scanned",
  modes: {
    confirm: { label: "Show me who it is, then I let them in", hint: "Two taps, no mistakes" },
    express: { label: "Let them in at once", hint: "Scan and go, for a long line" },
  },
  sound: "A sound for each answer",
  forgotten: "The camp is over, so this phone has forgotten the names.",
  noScript:
    "The door needs a browser with JavaScript. The list on paper works without, and so does the desk.",
  walkIn: {
    title: "Somebody without a place",
    link: "A walk-in",
    lede: "They get a place that is free, and are in at once. This needs the network.",
    name: "Name",
    nameWrong: "Type their name",
    sector: "Where they work",
    sectorMissing: "Choose where they work",
    organisation: "Organisation",
    organisationLong: "That organisation is too long",
    optional: "(if they want)",
    firstTime: "Their first unconference",
    photos: "Happy to be in photos",
    saving: "Letting them in",
    back: "Back to the door",
    /** Of somebody of that very name, whom the door knows already. */
    namesake: (name: string, is: Namesake) => `Another ${name} would be let in. ${NAMESAKES[is]}`,
    anyway: "Somebody else: let them in",
    /** What the log of their registration says. */
    reason: "Walk-in at the door",
  },
  /** At the desk. */
  atDesk: {
    expected: "expected",
    /** Of that number. */
    estimate: "Expected is an estimate: some people with a place do not come.",
    here: "in",
    places: "with a place",
    standby: "stand by",
    called: "called now",
    gone: "have left",
    before: (camp: string, share: number) =>
      `At ${camp} ${number(Math.round(share * 100), "en-GB")} of a hundred who came were in by this time after the doors.`,
    pace: (anHour: number, left: number | null) =>
      left === null
        ? "Nobody came in during the last quarter of an hour."
        : `${number(anHour, "en-GB")} an hour at this pace: everybody expected is in ${left === 0 ? "already" : `within ${count(left, { one: "# minute", other: "# minutes" }, "en-GB")}`}.`,
    notYet:
      "Doors are not open yet. Open the door on every phone that will be there: each gets the list now and keeps it for the day, also without a network. People can be let in once you move the camp to its doors.",
    missing: (many: number) => `Not in yet: ${people(many)}`,
    /** Once the camp is over. */
    stayedAway: (many: number) => `Did not come: ${people(many)}`,
    andMore: (many: number) => `and ${people(many)} more`,
    phones: "Phones at the door",
    noPhones: "No phone has been at the door yet.",
    lost: "A phone that is lost can be cut off: it forgets the names, and is let in no more until you say so.",
    columns: { phone: "Phone", act: "Cut off" },
    unnamed: "no name",
    cutOff: "Cut off",
    letOn: "Let on again",
    isOff: "Cut off",
    saving: "Saving",
    did: { off: "That phone is cut off.", on: "That phone is let on again." },
  },
  /** Who is inside, for when the building is cleared. */
  inside: {
    title: "Who is inside",
    heading: (many: number) => `${people(many)} inside`,
    asOf: (at: string) => `As of ${at}.`,
    /** Of a phone: how old what it knows is, and what only it knows. */
    lede: (left: number) =>
      `${left === 0 ? "Nobody has said that they left." : `${people(left)} ${left === 1 ? "has" : "have"} left and ${left === 1 ? "is" : "are"} not on this list.`} Crew, and whoever came along to support somebody, are not on it either: count them too.`,
    silent: (at: string, when: string) =>
      `The phone at ${at === "" ? "a door without a name" : `“${at}”`} was last heard of at ${when}: whoever it let in since is missing here. It has a list of its own.`,
    unsent: "What other doors tapped since then is missing here.",
    /** Of a phone that let somebody in by a ticket that is not on its list. */
    nameless: (codes: readonly string[]) =>
      `${people(codes.length)} more ${codes.length === 1 ? "is" : "are"} inside by a ticket whose name this phone does not know yet, and not on this list: ${codes.join(", ")}. Count them too.`,
    nobody: "Nobody is inside, as far as is known here.",
    columns: { safe: "Safe", name: "Name", since: "In since" },
    print: "Print",
    back: "Back to the door",
  },
  /** The list on paper. */
  paper: {
    title: "Door list",
    lede: (many: number) =>
      `${people(many)} with a place. Tick them off, and type the ticks in at the door afterwards.`,
    print: "Print",
    columns: { here: "Here", name: "Name", code: "Code", notes: "Notes" },
  },
};
