/** The only reader of cookies under app/. */
import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { findEvent } from "#db/event.ts";
import { findViewer } from "#db/viewer.ts";
import { cookieName, cookieOptions } from "#domain/cookie.ts";
import type { EventView } from "#domain/event.ts";
import type { Capability } from "#domain/permission.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import {
  type Attendee,
  type Crew,
  type May,
  mayOf,
  maySee,
  type Viewer,
  whyNotCrew,
} from "#domain/viewer.ts";
import { env } from "#env.ts";

/** One read per request. */
export const viewer = cache(async (eventId: string | null = null): Promise<Viewer> => {
  const token = (await cookies()).get(cookieName(env().ORIGIN))?.value ?? null;
  return findViewer(database(), token, eventId);
});

/** Not found where this viewer may not see it; a draft is only its crew's. */
export const camp = cache(async (slug: string): Promise<EventView> => {
  // An action may be called by hand with anything, also with no text.
  const found = typeof slug === "string" ? await findEvent(database(), slug) : null;
  if (!found) notFound();
  const who = await viewer(found.id);
  if (!maySee(found, who)) leadOn(found, who);
  return found;
});

/** Where a passkey is used or added, and which page it leads on to. */
const passkeyFirst = (slug: string, page: "desk" | "door" | "rota") =>
  `/sign-in/passkeys/needed?next=/e/${slug}/${page}`;

/** For a page beside the desk: whoever is to use a passkey first is led to where they can, and back to it. */
export async function leadBack(slug: string, page: "door" | "rota"): Promise<void> {
  const event = await camp(slug);
  if ((await viewer(event.id)).needsPasskey) redirect(passkeyFirst(slug, page));
}

/** Whoever is to use a passkey first is led to where they can; what is not theirs is not found. */
function leadOn({ slug }: EventView, who: Viewer): never {
  if (who.needsPasskey) redirect(passkeyFirst(slug, "desk"));
  notFound();
}

/** Not yours is not found; whoever is to use a passkey first is led there. */
export async function crewOf(slug: string): Promise<{ event: EventView; crew: Crew }> {
  const event = await camp(slug);
  const who = await viewer(event.id);
  return { event, crew: who.crew ?? leadOn(event, who) };
}

/** With all these capabilities. Not yours is not found. */
export async function mayAt<Wanted extends Capability>(
  slug: string,
  ...wanted: Wanted[]
): Promise<{ event: EventView; crew: Crew; may: May<Wanted> }> {
  const { event, crew } = await crewOf(slug);
  const may = mayOf(crew, ...wanted);
  if (!may) notFound();
  return { event, crew, may };
}

/**
 * The same for an action: a refusal is said in words, where they acted and with what they typed.
 * @returns refused `signed_out` for nobody, whether or not there is such a camp; `passkey_needed` for one of the crew who is
 *   to use one first; `not_found` for whoever it is not for
 */
export async function actAt<Wanted extends Capability>(
  slug: string,
  ...wanted: Wanted[]
): Promise<
  Result<{ event: EventView; crew: Crew; may: May<Wanted> }, "signed_out" | "passkey_needed" | "not_found">
> {
  // An action may be called by hand with anything, also with no text.
  const event = typeof slug === "string" ? await findEvent(database(), slug) : null;
  const who = await viewer(event?.id ?? null);
  const { person, crew } = who;
  if (!person) return refused("signed_out");
  const may = mayOf(crew, ...wanted);
  return event && crew && may ? granted({ event, crew, may }) : refused(whyNotCrew(who));
}

/** Who acts at a camp. @returns refused `not_found` where they may not see it, as where there is none */
export async function askerAt(
  slug: string,
): Promise<Result<{ event: EventView; asker: Viewer }, "not_found">> {
  // An action may be called by hand with anything, also with no text.
  const event = typeof slug === "string" ? await findEvent(database(), slug) : null;
  const asker = await viewer(event?.id ?? null);
  return event && maySee(event, asker) ? granted({ event, asker }) : refused("not_found");
}

/** The same for an action of whoever has a place. @returns refused `no_ticket` where this browser holds none */
export async function attendeeAt(
  slug: string,
): Promise<Result<{ event: EventView; attendee: Attendee }, "not_found" | "no_ticket">> {
  const found = await askerAt(slug);
  if (!found.ok) return found;
  const { event, asker } = found.value;
  return asker.attendee ? granted({ event, attendee: asker.attendee }) : refused("no_ticket");
}

/** Only a form action or a route handler may set our one cookie. */
export async function setDeviceCookie(token: string): Promise<void> {
  const { ORIGIN } = env();
  (await cookies()).set(cookieName(ORIGIN), token, cookieOptions(ORIGIN));
}

/** The device of this browser, started when it has none. Only in a form action or a route handler. */
export async function ensureDevice(): Promise<string> {
  const { deviceId } = await viewer();
  if (deviceId) return deviceId;
  const started = await startDevice(database(), { label: (await headers()).get("user-agent") ?? "" });
  await setDeviceCookie(started.token);
  return started.id;
}
