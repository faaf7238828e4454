/** Calling the crew for help, and coming. */
import { LONGEST } from "#domain/limits.ts";
import { list } from "#messages/counts.ts";

const at = (what: string, place: string) => (place ? `${what}, ${place}` : what);

export const help = {
  title: "Calls for help",
  /** What a phone is told. */
  push: (what: string, place: string) => `Help is wanted: ${at(what, place)}`,
  said: at,
  by: (name: string, time: string) => `${name} called at ${time}`,
  nobodys: (time: string) => `Called at ${time}`,
  /** Over any page of the camp. */
  notice: (what: string, place: string) => `Help is wanted: ${at(what, place)}.`,
  see: "See and answer",
  dismiss: "Put away",
  coming: (names: readonly string[]) =>
    names.length === 1
      ? `1 is coming: ${names[0]}`
      : `${names.length} are coming: ${list([...names], "en-GB")}`,
  nobody: "Nobody has said yet that they are coming",
  come: "I’m coming",
  stay: "I can’t come after all",
  met: "Enough have come",
  callOff: "Call it off",
  pending: "One moment",
  ends: (time: string) => `Ends by itself at ${time}`,
  ask: "Call for help",
  askLede:
    "Goes at once to every open screen of the crew, and to the phones of those with a place here who asked to be told. For half an hour, or until somebody ends it.",
  what: "What for",
  whatHint: `At most ${LONGEST.helpCall} characters, like “More hands at the door”`,
  whatWrong: `Say what for, in up to ${LONGEST.helpCall} characters`,
  where: "Where",
  whereWrong: `Shorten it to ${LONGEST.rotaPlace} characters`,
  optional: "(may stay empty)",
  quick: "Or more hands for a task",
  none: "In my own words",
  more: (task: string) => `More hands: ${task}`,
  submit: "Call the crew",
  calling: "Calling",
  called: "The crew is called. Who is coming shows here.",
};
