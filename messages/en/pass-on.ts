/** Words of the desk on places of people who are not there. */
import { count, number } from "#messages/counts.ts";

const people = (many: number) => count(many, { one: "# person", other: "# people" }, "en-GB");
const places = (many: number) => count(many, { one: "# place", other: "# places" }, "en-GB");

export const passOn = {
  title: "Pass on places",
  back: "Back to the door",
  never: "This camp passes no places on: they wait all day.",
  neverYet: "It can be switched on in the settings before the day, so that everybody hears of it beforehand.",
  over: "The camp is over: no places are passed on any more.",
  settings: "To the settings",
  notYet: (at: string) =>
    `From ${at}, as the tickets and mails said, places of people who are not there can be passed on. Here is who that would be as of now.`,
  none: "Everybody with a place is in, or said that they are late.",
  who: (many: number) =>
    `${people(many)} ${many === 1 ? "has" : "have"} a place and ${many === 1 ? "is" : "are"} not there`,
  /** @param calls whether whoever stands by is called at this hour */
  what: (standby: number, calls: boolean) =>
    [
      "Each ticked below loses their place, and is told kindly by mail and push: they may come all the same, and are let in if there is room.",
      standby === 0
        ? "Nobody stands by just now, so the places stay free for walk-ins, and can be taken back."
        : calls
          ? `${people(standby)} ${standby === 1 ? "stands" : "stand"} by, and ${standby === 1 ? "is" : "are"} called at once in the order of the line.`
          : `${people(standby)} ${standby === 1 ? "stands" : "stand"} by, and nobody is called now: offers are switched off, or it is night there. The places stay free for walk-ins.`,
    ].join(" "),
  beyond: (many: number) =>
    `More places are given out than there are: the first ${many === 1 ? "one" : number(many, "en-GB")} passed on ${many === 1 ? "frees" : "free"} none, and nobody is called for ${many === 1 ? "it" : "them"}.`,
  onCrew: "On the crew: perhaps in already",
  untick: "Take the tick away from anybody who is to keep their place.",
  list: "Who loses their place",
  act: "Pass on the ticked places",
  acting: "Passing on",
  silent: (door: string, at: string) =>
    `The phone “${door}” was last heard of at ${at}. Whoever it has let in since is on this list by mistake: ask there first.`,
  unnamed: "no name",
  late: (many: number) => `Said that they are late, and keep their place: ${people(many)}`,
  lateUntil: (name: string, at: string) => `${name}, until ${at}`,
  gone: {
    title: "Passed on today",
    what: "As long as a place is free it can be given back. Whoever comes after all is let in at the door if there is room.",
    columns: { name: "Name", at: "Passed on", act: "Give it back" },
    undo: "Give it back",
    undoing: "Giving it back",
  },
  done: (many: number) =>
    many === 0
      ? "Nobody was passed on: they have come meanwhile, or said that they are late."
      : `${places(many)} passed on. Each is told.`,
  undone: "The place is theirs again, and waits half an hour for them.",
  /** On the page of the door. */
  link: (many: number) => `Pass on places: ${number(many, "en-GB")} not there`,
  from: (at: string) => `Places of people who are not there can be passed on from ${at}.`,
  standby: { one: "# stands by", other: "# stand by" },
};
