/** Places of people who are not there: when they are passed on, whose, and who is spared. Instants are milliseconds since 1970. */
import { type Phase, permits } from "#domain/event.ts";
import { type Status, takesPart } from "#domain/registration.ts";

const MINUTE = 60_000;

/** From when on places may be passed on; null where a camp never does. @param startsAt when the doors of the day open */
export function passesOnAt(passOnMinutes: number | null, startsAt: number): number | null {
  return passOnMinutes === null ? null : startsAt + passOnMinutes * MINUTE;
}

/** Whether places may be passed on now: on the day, from the time that was announced. */
export function mayPassOn(phase: Phase, at: number | null, now: number): boolean {
  return permits(phase, "attend") && at !== null && now >= at;
}

export type Awaited = { status: Status; checkedInAt: Date | null; lateUntil: Date | null };

/** Whether somebody would lose their place: they have one, never came, and are not late by their own word. */
export function isMissing({ status, checkedInAt, lateUntil }: Awaited, now: Date): boolean {
  return takesPart(status) && checkedInAt === null && !isLate({ lateUntil }, now);
}

/** Whether somebody said that they are late, and may still come in by then. */
export function isLate({ lateUntil }: Pick<Awaited, "lateUntil">, now: Date): boolean {
  return lateUntil !== null && lateUntil > now;
}

/** Somebody who takes a place on the day is on their way for so long. */
export const ON_THE_WAY_MS = 30 * MINUTE;

/** Until when whoever takes a place now is awaited; null before the day. */
export function awaitedUntil(phase: Phase, now: Date): Date | null {
  return permits(phase, "attend") ? new Date(now.getTime() + ON_THE_WAY_MS) : null;
}

/** How long before the doors somebody can say that they are late, and how long after places are passed on they can still come. */
const SAYS_BEFORE = 24 * 60 * MINUTE;
const LATEST = 180 * MINUTE;
const STEP = 30 * MINUTE;

/**
 * The times until which somebody can say that they are late: each half an hour after the doors that is still to come and
 * after which places are passed on, until three hours after that; none where they never are, or the day is far off.
 */
export function lateTimes(passOnMinutes: number | null, startsAt: number, now: number): number[] {
  const at = passesOnAt(passOnMinutes, startsAt);
  if (at === null || now < startsAt - SAYS_BEFORE) return [];
  const times = [];
  for (let time = startsAt + STEP; time <= at + LATEST; time += STEP)
    if (time > Math.max(now, at)) times.push(time);
  return times;
}

/** Whether a camp's organisers may set another time: on the day it may be put off, and never comes before what was announced. */
export function mayRetimePassingOn(
  phase: Phase,
  before: number | null,
  minutes: number | null,
): "announced" | null {
  if (!permits(phase, "attend") || minutes === before || minutes === null) return null;
  return before === null || minutes < before ? "announced" : null;
}

/** Somebody who is not there; `until` when they said that they come, ISO 8601. */
export type MissingPerson = {
  id: string;
  name: string;
  organisation: string;
  until: string | null;
  /** Whether they are on the crew, and may be anywhere but at the door. */
  crew: boolean;
};

/** Who is not there, as the desk sees it. Instants are ISO 8601. */
export type Awaiting = {
  /** From when on places can be passed on; null where the camp never does. */
  at: string | null;
  /** Who would lose their place now, who is late by their own word, and who lost it. */
  missing: readonly MissingPerson[];
  late: readonly MissingPerson[];
  gone: readonly { id: string; name: string; at: string }[];
};
