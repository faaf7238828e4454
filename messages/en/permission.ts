/** What people on a crew are called, and what each of them may do. */
import { type Capability, inOrder, type Role } from "#domain/permission.ts";
import { list } from "#messages/counts.ts";

const names: Record<Role, string> = {
  organiser: "Organiser",
  registrar: "Registrar",
  campmaker: "Campmaker",
  door: "Door",
  caterer: "Caterer",
  observer: "Observer",
};

/** As it stands in a sentence after "is". */
const being: Record<Role, string> = {
  organiser: "an organiser",
  registrar: "a registrar",
  campmaker: "a campmaker",
  door: "on the door",
  caterer: "a caterer",
  observer: "an observer",
};

export const permission = {
  /** In a table: “Organiser, Door”. */
  roles: (roles: readonly Role[]) =>
    inOrder(roles)
      .map((role) => names[role])
      .join(", "),
  /** In a sentence: “an organiser and on the door”. */
  being: (roles: readonly Role[]) =>
    list(
      inOrder(roles).map((role) => being[role]),
      "en-GB",
    ),
  names,
  hints: {
    organiser: "Everything: settings, people, the grid, the crew",
    registrar: "The people and the line",
    campmaker: "Pitches, the line to pitch, the grid",
    door: "Lets people in at the entrance",
    caterer: "How many need what, without names",
    observer: "Sees people, pitches and the grid, and changes nothing",
  } satisfies Record<Role, string>,
  /** What each of them is told they do. */
  work: {
    organiser: "Organisers decide about people, places and the grid.",
    registrar: "Registrars look after the people and the line.",
    campmaker: "Campmakers help at the front and at the wall.",
    door: "The door welcomes people at the entrance.",
    caterer: "Caterers see how many need what, without names.",
    observer: "Observers see how it goes, and change nothing.",
  } satisfies Record<Role, string>,
  /** As it stands after "can". */
  can: {
    seePeople: "see everybody who registered",
    movePeople: "move people in the line",
    seeNeeds: "read what each person needs for the day",
    countNeeds: "see how many need what",
    seeProgramme: "see the pitches and the draft grid",
    runPitches: "run the line to pitch",
    arrange: "arrange the grid",
    publish: "publish the grid",
    announce: "say something to everybody",
    seeCrew: "see the crew",
    manageCrew: "change the crew",
    writeMail: "write to many by mail",
    changeSettings: "change the settings",
    importSheets: "import spreadsheets",
    movePhase: "move the camp on",
    checkIn: "let people in at the door, and print badges",
    takeTasks: "take tasks on the rota and call for help",
    makeRota: "make the rota",
  } satisfies Record<Capability, string>,
};
