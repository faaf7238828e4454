/** Calling a camp off, putting it off and saying that it takes place, at the desk. */
import type { HaltAct } from "#domain/halt.ts";
import { LONGEST } from "#domain/limits.ts";
import { count, number } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

type Concerned = {
  places: number;
  offers: number;
  line: number;
  unreached: number;
  entered: number;
  held: number;
  standby: number;
  companions: number;
  transfers: number;
  crew: number;
  tasks: number;
  down: number;
};

const some = (n: number, text: string) => (n > 0 ? [text] : []);

export const haltDesk = {
  title: "Call off or put off this camp",
  link: "Call off or put off this camp",
  back: "Settings",
  closed: {
    title: "There is nothing to call off",
    draft: "Nobody but the crew knows of this camp yet: change its date in the settings, or delete it.",
    over: "This camp is over.",
  },
  concerns: "Whom it concerns",
  who: (of: Concerned) => [
    `${many(of.places, "# person has a place", "# people have a place")}${of.held > 0 ? `, ${number(of.held, "en-GB")} of them until they confirm their address` : ""}${of.companions > 0 ? `; ${many(of.companions, "# companion comes", "# companions come")} along` : ""}`,
    ...some(of.offers, `${many(of.offers, "# person is", "# people are")} offered a place`),
    `${many(of.line, "# person waits", "# people wait")} in the line${of.entered > 0 ? `, ${number(of.entered, "en-GB")} of them in a draw or a batch` : ""}${of.standby > 0 ? `; ${number(of.standby, "en-GB")} can stand by` : ""}`,
    ...some(of.transfers, `${many(of.transfers, "# place is", "# places are")} on the way to somebody else`),
    `${many(of.crew, "# other person is", "# other people are")} on the crew${of.tasks > 0 ? `; ${many(of.tasks, "# task", "# tasks")} of the rota still to come, with ${many(of.down, "# person", "# people")} down` : ""}`,
    ...some(
      of.unreached,
      `Mail to ${many(of.unreached, "# of them", "# of them")} came back before: ring them, if you can`,
    ),
  ],
  does: {
    told: "Everybody above gets one email, in their language, with your words; so do second addresses that were confirmed. Phones that asked are told. Other programs are told that the camp moved on.",
    stops:
      "Nobody registers, nobody is offered a place, no release opens and no draw is made. No reminder and no question goes out. The door lets nobody in.",
    places: "Places and turns are kept as they are. They open nothing, and anybody can let go of theirs.",
    offers:
      "Open offers end: those people wait at the turn they had. Places on their way to somebody else stay with their givers, and the others are told.",
    seen: "Its page, tickets, walls, lists, feeds and calendars say so at once. Calendars that people took are sent the change.",
    rota: "The rota stays as it is, and the crew’s email says that they need not be there.",
    back: "You can take it back: “It takes place after all” tells everybody again, and the line is served on from where it stood.",
  },
  moves: {
    all: "The days, the rows of the grid and the rota move along, and keep their times of day. A grid that was published is taken back: it says the old date.",
    offers: "Open offers get the time to answer that the new date leaves them.",
    kept: "Releases and draws that are announced keep their own times: look at them in the settings afterwards.",
  },
  putOff: {
    title: "Put it off",
    known: "The new date",
    date: { known: "It is on another date", unknown: "Nobody knows yet" },
    dateHint:
      "Without a date everything stands still until you set one here: nobody registers, nobody is offered a place, open offers end and those people wait at the turn they had, and the door lets nobody in.",
    submit: "Put it off and tell everybody",
  },
  callOff: {
    title: "Call it off",
    lede: "It does not take place. It stays where people look for it, and says so.",
    address: (slug: string) => `Type the camp’s address, ${slug}, to show that this one is meant`,
    submit: (camp: string) => `Call off ${camp} and tell everybody`,
  },
  takePlace: {
    title: { called_off: "It takes place after all", put_off: "Set the date" },
    lede: {
      called_off:
        "Everybody with a place or a turn, and the crew, is told by one email. People can register again where they could; the line is served on by the usual rules.",
      put_off:
        "Everybody with a place or a turn, and the crew, is told the date by one email. Everything goes on from where it stood.",
    },
    submit: { called_off: "It takes place: tell everybody", put_off: "Set the date and tell everybody" },
    onOther: "On another date the doors are still to open, wherever the camp stood.",
  },
  day: "Day",
  doors: "Doors open",
  wrongDay: "Choose a day that is still to come",
  wrongDoors: "Type a time, like 09:30",
  ask: {
    title: "Those who have a place",
    keep: "They keep it, and need not say anything",
    ask: "They keep it, and are asked in the same email whether they can come",
  },
  note: "In your words: why, and what next",
  optional: "(optional)",
  noteHint: "Everybody reads it: in the email, and while the camp stands still on its page.",
  noteLong: `Up to ${LONGEST.haltNote} characters`,
  busy: "Telling everybody",
  done: {
    call_off: "The camp is called off.",
    put_off: "The camp is put off.",
    take_place: "The camp takes place.",
  } satisfies Record<HaltAct, string>,
  doneTold: ({ told, crew, offered }: { told: number; crew: number; offered: number }) =>
    `${many(told, "# person is", "# people are")} told by email, and ${many(crew, "# other", "# others")} of the crew.${offered > 0 ? ` ${many(offered, "# person in the line is", "# people in the line are")} offered a place.` : ""}`,
};
