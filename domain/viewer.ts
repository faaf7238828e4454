/**
 * Who is asking. `Attendee` and `May` are branded: only the viewer mints them, so a command that takes one cannot be
 * called without the check.
 */

import { type Phase, permits } from "#domain/event.ts";
import { allowed, type Capability, type Role } from "#domain/permission.ts";
import type { Answered } from "#domain/session-request.ts";
import type { Stars } from "#domain/star.ts";
import type { Telling } from "#domain/telling.ts";
import type { Ballot } from "#domain/voting.ts";

declare const proven: unique symbol;
type Proven<Name extends string> = { readonly [proven]: Name };

/** Somebody who has a place at this camp, on the phone that holds their ticket. */
export type Attendee = { registrationId: string; eventId: string; name: string } & Proven<"attendee">;

export type Crew = {
  personId: string;
  eventId: string;
  name: string;
  roles: readonly Role[];
} & Proven<"crew">;

declare const granted: unique symbol;

/** One of a camp's crew who may do this there: `May<"arrange">`; `May<"seePeople" | "movePeople">` may do both. */
export type May<Wanted extends Capability> = { personId: string; eventId: string; name: string } & {
  readonly [granted]: { readonly [Each in Wanted]: true };
};

/** `passkey`: they used one of theirs in this browser. */
export type Owner = { personId: string; passkey: boolean } & Proven<"owner">;

/** What is known of whoever holds a device: all null for a stranger. */
export type Viewer = {
  deviceId: string | null;
  person: { id: string; name: string; email: string } | null;
  owner: Owner | null;
  /** Within the asked camp. */
  registrationId: string | null;
  /** This device acts for them with a pass alone: see domain/pass.ts. */
  pass: boolean;
  attendee: Attendee | null;
  crew: Crew | null;
  /** They used a passkey of theirs in this browser. */
  passkey: boolean;
  /** They are on the crew, which needs a passkey there, and used none in this browser: to us they are not, until they do. */
  needsPasskey: boolean;
};

export const NOBODY: Viewer = {
  deviceId: null,
  person: null,
  owner: null,
  registrationId: null,
  pass: false,
  attendee: null,
  crew: null,
  passkey: false,
  needsPasskey: false,
};

/** What a browser is told of whoever holds it: it is drawn over pages that are the same for everybody. */
export type Me = {
  /** The registration this phone holds; null where it holds none. */
  owner: string | null;
  /** Has a place: may pitch and raise hands. */
  attendee: boolean;
  crew: boolean;
  /** Ids of the pitches they brought, and of all they host. */
  own: readonly string[];
  hosting: readonly string[];
  hands: Ballot;
  /** By which they join rooms from afar, by the id of the room; left out where there is none, and for strangers. */
  links?: Readonly<Record<string, string>>;
  /** What they said themselves of runs, by key; left out where they said nothing. */
  stars?: Stars;
  /** How many hosts ask to make one of their pitch and one of this reader's; left out where nobody does. */
  asked?: number;
  /** How many ask them to host a pitch; left out where nobody does. */
  invited?: number;
  /** When the crew hid a pitch of theirs last, ISO 8601; left out where it hid none. */
  hidden?: string;
  /** What they are told of sessions that changed and have not put away, the last at the end; left out where there is nothing. */
  told?: readonly Telling[];
  /** What the crew said to what they asked of the grid, as long as they have not put it away; left out where it said nothing. */
  answered?: readonly Answered[];
  /** When the crew withdrew a pitch of theirs last that is still withdrawn, ISO 8601; left out where there is none. */
  withdrawn?: string;
};

/** What a browser is told that holds nothing of this camp. */
export const STRANGER: Me = { owner: null, attendee: false, crew: false, own: [], hosting: [], hands: [] };

/** The proof that somebody has all these capabilities at their camp, or null. */
export function mayOf<Wanted extends Capability>(crew: Crew | null, ...wanted: Wanted[]): May<Wanted> | null {
  if (!crew || !wanted.every((capability) => allowed(crew.roles, capability))) return null;
  const { personId, eventId, name } = crew;
  return { personId, eventId, name } as May<Wanted>;
}

/** Why somebody who is no crew here, or may not do something of it, cannot: they use a passkey first, or it is not theirs. */
export function whyNotCrew({ needsPasskey }: Viewer): "passkey_needed" | "not_found" {
  return needsPasskey ? "passkey_needed" : "not_found";
}

/** Whether somebody may know that there is such a camp: a draft is its crew's alone. */
export function maySee(camp: { phase: Phase }, viewer: Pick<Viewer, "crew">): boolean {
  return permits(camp.phase, "visit") || viewer.crew !== null;
}
