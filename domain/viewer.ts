/**
 * Who is asking. `Attendee`, `Crew` and `Organiser` are branded: only db/viewer.ts mints them,
 * so a command that takes one cannot be called without the check.
 */

import { type Phase, permits } from "#domain/event.ts";

declare const proven: unique symbol;
type Proven<Name extends string> = { readonly [proven]: Name };

/** Somebody who has a place at this camp, on the phone that holds their ticket. */
export type Attendee = { registrationId: string; eventId: string; name: string } & Proven<"attendee">;

export const ROLES = ["organiser", "campmaker"] as const;
export type Role = (typeof ROLES)[number];

/** A campmaker or organiser of this camp. */
export type Crew = { personId: string; eventId: string; name: string; role: Role } & Proven<"crew">;

/** An organiser of this camp: the one who may change it. */
export type Organiser = Crew & { role: "organiser" };

/** Somebody who may start camps on this installation. */
export type Owner = { personId: string } & Proven<"owner">;

/** What is known of whoever holds a device: all null for a stranger. */
export type Viewer = {
  deviceId: string | null;
  /** Signed in by mail. */
  person: { id: string; name: string; email: string } | null;
  owner: Owner | null;
  /** Within the asked camp. */
  registrationId: string | null;
  attendee: Attendee | null;
  crew: Crew | null;
};

/** A stranger. */
export const NOBODY: Viewer = {
  deviceId: null,
  person: null,
  owner: null,
  registrationId: null,
  attendee: null,
  crew: null,
};

/** Narrows crew to an organiser. */
export function organiserOf(viewer: Viewer): Organiser | null {
  return viewer.crew?.role === "organiser" ? (viewer.crew as Organiser) : null;
}

/** Whether somebody may know that there is such a camp: a draft is its crew's alone. */
export function maySee(camp: { phase: Phase }, viewer: Pick<Viewer, "crew">): boolean {
  return permits(camp.phase, "visit") || viewer.crew !== null;
}
