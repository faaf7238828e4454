import { asc, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { newId } from "#db/id.ts";
import { sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { random, shuffle } from "#domain/agenda/random.ts";
import type { DemoCamp } from "#domain/demo/camp.ts";
import { HOME } from "#domain/demo/day.ts";
import { makePeople } from "#domain/demo/people.ts";
import { daysFrom } from "#domain/demo/ways.ts";
import { isEntered, isWaiting } from "#domain/registration/status.ts";
import type { Status } from "#domain/registration.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** One in so many has not confirmed their address. */
const UNVERIFIED = 29;

export type Camper = { id: string; name: string };

/** `entrants` in the order in which they came. */
export type DemoPeople = { here: Camper[]; entrants: string[] };

/** Writes the registrations in the order of the line. @returns those who are at the camp, shuffled, and who entered */
export async function insertPeople(
  tx: Transaction,
  eventId: string,
  camp: DemoCamp,
  now: Date,
): Promise<DemoPeople> {
  const dice = random(camp.seed);
  const placed = camp.confirmed + camp.released;
  const people = makePeople(placed + camp.waiting + camp.entered, camp.seed);
  const early = shuffle([...Array(placed).keys()], dice);
  const gaveBack = new Set(early.slice(camp.confirmed));
  const here = new Set(early.slice(0, camp.here));
  const sectors = await tx
    .select({ id: sector.id })
    .from(sector)
    .where(eq(sector.eventId, eventId))
    .orderBy(asc(sector.position));
  const opened = noonBefore(now.getTime() - 12 * DAY);
  const rows = people.map(({ sector: share, ...person }, index) => {
    const status = statusOf(camp, index, gaveBack);
    const entry = index - placed - camp.waiting;
    const registeredAt = new Date(
      isEntered(status) ? enteredAt(entry, camp, now) : opened + Math.round(index ** 1.6) * 190,
    );
    const late = isWaiting(status) && dice.below(UNVERIFIED) === 0;
    return {
      ...person,
      id: newId(),
      eventId,
      sectorId: sectors[share]!.id,
      status,
      rank: index + 1,
      registeredAt,
      verifiedAt: late ? null : new Date(registeredAt.getTime() + 60_000 + dice.below(600_000)),
      changedAt: gaveBack.has(index) ? new Date(opened + DAY + dice.below(8 * DAY)) : registeredAt,
      checkedInAt: here.has(index) ? new Date(now.getTime() - 40 * 60_000 - dice.below(50 * 60_000)) : null,
    };
  });
  await tx.insert(registration).values(rows);
  const entry = { eventId, actor: "camper", from: null, reason: "" } as const;
  await record(tx, [
    ...rows.map(({ id, registeredAt, rank }) => {
      const to = statusOf(camp, rank - 1, NOBODY);
      return { ...entry, at: registeredAt, actorId: id, subjectId: id, act: "register" as const, to };
    }),
    ...rows
      .filter((_, index) => gaveBack.has(index))
      .map(({ id, changedAt }) => {
        const move = { act: "give_back" as const, from: "confirmed", to: "released" };
        return { ...entry, ...move, at: changedAt, actorId: id, subjectId: id };
      }),
  ]);
  const inside = early.filter((index) => here.has(index));
  return {
    here: inside.map((index) => ({ id: rows[index]!.id, name: rows[index]!.name })),
    entrants: rows.filter(({ status }) => isEntered(status)).map(({ id }) => id),
  };
}

const NOBODY: ReadonlySet<number> = new Set();

function statusOf(camp: DemoCamp, index: number, gaveBack: ReadonlySet<number>): Status {
  const placed = camp.confirmed + camp.released;
  if (index < placed) return gaveBack.has(index) ? "released" : "confirmed";
  return index < placed + camp.waiting ? "waiting" : "entered";
}

/** One after the other since the draw opened; the last an hour ago. */
function enteredAt(nth: number, camp: DemoCamp, now: Date): number {
  const draw = camp.ways!.releases.find(({ way }) => way === "draw")!;
  const opened = daysFrom(now.getTime(), draw.opens, HOME);
  return Math.round(opened + ((nth + 1) / camp.entered) * (now.getTime() - HOUR - opened));
}

/** Noon UTC, which is noon in London to within the hour of summer time. */
function noonBefore(instant: number): number {
  return Math.floor(instant / DAY) * DAY + DAY / 2;
}
