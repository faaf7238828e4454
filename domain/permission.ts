/** Who may do what at a camp: one table from roles to capabilities. Handlers and commands ask for a capability, never for a role. */

/** In the order in which they are shown and stored. */
export const ROLES = ["organiser", "registrar", "campmaker", "door", "caterer", "observer"] as const;
export type Role = (typeof ROLES)[number];

export const CAPABILITIES = [
  /** Everybody registered: the list, its download, each person and what happened to them. Not what they need. */
  "seePeople",
  /** Give places, put back, take off, offer what is free, mend an address. */
  "movePeople",
  /** What each person wrote that they need for the day. Every look is in the audit log. */
  "seeNeeds",
  /** Without names. */
  "countNeeds",
  /** All pitches, the line to pitch, the draft grid, counts that are kept from campers. */
  "seeProgramme",
  "runPitches",
  "arrange",
  "publish",
  /** Say something to every phone and the wall. */
  "announce",
  "seeCrew",
  "manageCrew",
  /** Write to many at once, and see what mail went out and what failed. */
  "writeMail",
  "changeSettings",
  "importSheets",
  "movePhase",
  /** Let people in at the entrance, and print badges. Names and codes of everybody, what badges say, and nothing more. */
  "checkIn",
  /** See the rota and who of the crew is where, take a task on it, call for help and come. */
  "takeTasks",
  /** Say what is on the rota, and put others in and take them out. */
  "makeRota",
] as const;
export type Capability = (typeof CAPABILITIES)[number];

const ALLOWED: Record<Role, readonly Capability[]> = {
  organiser: CAPABILITIES,
  registrar: ["seePeople", "movePeople", "seeCrew", "checkIn", "takeTasks"],
  campmaker: ["seeProgramme", "runPitches", "arrange", "announce", "seeCrew", "checkIn", "takeTasks"],
  door: ["checkIn", "takeTasks"],
  caterer: ["countNeeds"],
  observer: ["seePeople", "seeProgramme", "seeCrew"],
};

/** Whether any of these roles has a capability. */
export function allowed(roles: readonly Role[], capability: Capability): boolean {
  return roles.some((role) => ALLOWED[role].includes(capability));
}

/** The roles that may be down for a task, and are called for help. */
export const TAKE_TASKS: readonly Role[] = ROLES.filter((role) => allowed([role], "takeTasks"));

/** Whether somebody is an organiser, of whom every camp needs one. */
export function organises(roles: readonly Role[]): boolean {
  return roles.includes("organiser");
}

/** What somebody could do and what they could not do any more with other roles. */
export function difference(
  before: readonly Role[],
  after: readonly Role[],
): { gains: Capability[]; loses: Capability[] } {
  const only = (some: readonly Role[], others: readonly Role[]) =>
    CAPABILITIES.filter((it) => allowed(some, it) && !allowed(others, it));
  return { gains: only(after, before), loses: only(before, after) };
}

/** Roles each once and in order, whatever order they came in. */
export function inOrder(roles: readonly Role[]): readonly Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

/** Roles as the audit log and mail keep them. */
export function rolesText(roles: readonly Role[]): string {
  return inOrder(roles).join(",");
}

/** The roles in such a text. What is no role any more is left out. */
export function rolesIn(text: string): readonly Role[] {
  const names = text.split(",");
  return ROLES.filter((role) => names.includes(role));
}
