/** The checklist of a camp's crew. */
import type { OrdinaryKey } from "#domain/checklist.ts";
import { count, number } from "#messages/counts.ts";

/** Days before the first day, or after the last one. */
function when(daysBefore: number): string {
  const days = Math.abs(daysBefore);
  const [one, other] = daysBefore < 0 ? ["# day after", "# days after"] : ["the day before", "# days before"];
  if (days === 0) return "on the day";
  return days % 7 === 0 && days > 7
    ? `${number(days / 7, "en-GB")} weeks ${daysBefore < 0 ? "after" : "before"}`
    : count(days, { one, other }, "en-GB");
}

export const checklist = {
  title: "Checklist",
  lede: "What a camp needs, by when. Tick what is done, and what yours does not need. Dates are counted back from your day, and move with it.",
  next: "Next on the checklist",
  whole: "The whole checklist",
  allDone: "All of it is done.",
  nothingNow: "Nothing is due in the next two weeks.",
  none: "Nothing is left to do.",
  open: "To do",
  done: "Done, or not needed",
  /** A date with its weekday, and how far it is from the camp. */
  due: (date: string, daysBefore: number) => `By ${date}, ${when(daysBefore)}`,
  late: (days: number) => `${count(days, { one: "# day", other: "# days" }, "en-GB")} late`,
  now: "As soon as you can",
  tick: "Done",
  ticking: "Ticking",
  tickOf: (thing: string) => `Done: ${thing}`,
  untick: "Not done after all",
  unticking: "Taking the tick away",
  untickOf: (thing: string) => `Not done after all: ${thing}`,
  /** What shows by itself that it is done. */
  seen: "Done: it shows in the camp",
  remove: "Remove",
  removing: "Removing",
  removeOf: (thing: string) => `Remove from the checklist: ${thing}`,
  ticked: "Ticked.",
  unticked: "The tick is taken away.",
  removed: "Removed from the checklist.",
  added: "Added to the checklist.",
  add: "Add something of your own",
  what: "What is to be done",
  whatWrong: "Write what is to be done.",
  whatLong: "Say it in at most 120 characters.",
  days: "How many days before the camp",
  daysHint: "0 is the day itself. With a minus it is after the camp.",
  daysWrong: "A whole number from -60 to 365, such as 14 for two weeks before.",
  adding: "Adding",
  submit: "Add it",
  items: {
    venue: {
      title: "Book the place",
      why: "Enough rooms, a step-free way in, one quiet room, wifi for everybody at once.",
    },
    crew: {
      title: "Ask others onto the crew",
      why: "Nobody should run a camp alone: one more organiser, two campmakers, two at the door.",
    },
    conduct: {
      title: "Agree who looks after people",
      why: "Two people, named, to whom anybody can go when something is not right.",
    },
    tickets: {
      title: "Let people register",
      why: "Eight weeks leave time to ask a manager and to book a train.",
    },
    rooms: { title: "Add the rooms and the times", why: "Then the grid can be tried before the day." },
    needs: {
      title: "Read what people need, and sort it out",
      why: "Interpreters and ramps take weeks to find.",
    },
    coming: {
      title: "Ask everybody whether they still come",
      why: "A fifth to a half of free tickets are not used: whoever waits can have them in time.",
    },
    food: { title: "Tell the caterer how many eat what", why: "The numbers are under Needs, without names." },
    joining: {
      title: "Write to everybody who comes",
      why: "When, where, how to get in, what an unconference is, whom to ring.",
    },
    print: {
      title: "Print the just-in-case pack and the room signs",
      why: "Paper works when the wifi does not.",
    },
    standby: {
      title: "Tell the line that they can stand by",
      why: "Whoever says on their page that they can be there is called when somebody does not come. Write to the line by Mail.",
    },
    phones: {
      title: "Open the door on every phone that will be there",
      why: "Each keeps the list from then on, also without a network.",
    },
    wall: {
      title: "Try the wall on the projector",
      why: "From the last row, with the lights as they will be.",
    },
    rehearsal: {
      title: "Rehearse the camp",
      why: "Made-up campers come in, pitch, raise hands and read the grid of a copy: some minutes, and you know.",
    },
    thanks: {
      title: "Say thank you",
      why: "To campers, crew, hosts and whoever paid. Ask what to keep and what to change.",
    },
  } satisfies Record<OrdinaryKey, { title: string; why: string }>,
};
