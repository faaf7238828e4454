/** Camps and people for tests, through the same commands and tables as the real ones. */
import { randomUUID } from "node:crypto";
import type { Database } from "#db/connection.ts";
import { insertFirstDay } from "#db/day.ts";
import { newId } from "#db/id.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { isHalted, type Phase } from "#domain/event.ts";
import type { Capability, Role } from "#domain/permission.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import { HOLD_HOURS } from "#domain/registration/hold.ts";
import type { Round } from "#domain/registration/reconfirmation.ts";
import type { RegistrationForm, Status } from "#domain/registration.ts";
import type { May } from "#domain/viewer.ts";

export type TestCamp = { id: string; slug: string; sectorId: string };

/** Noon on an ordinary day, twenty days before the camp that `makeCamp` makes. */
export const NOON = new Date("2026-06-24T11:00:00Z");

const DAY = 86_400_000;

/** Doors of a camp that is as far ahead of the wall clock as the usual one is of NOON: for what a running server does. */
export const ahead = () => new Date(Date.now() + 20 * DAY);

/** A camp in London, on 14 July 2026 unless told otherwise. */
export async function makeCamp(
  db: Database,
  {
    capacity = 130,
    phase = "tickets",
    lineLimit = null,
    holdHours = HOLD_HOURS,
    offersOn = true,
    startsAt = new Date("2026-07-14T08:00:00Z"),
    rounds = [],
  }: {
    capacity?: number;
    phase?: Phase;
    lineLimit?: number | null;
    holdHours?: number;
    offersOn?: boolean;
    /** When doors open. */
    startsAt?: Date;
    /** How many days before it people are asked whether they still come: in none unless told otherwise. */
    rounds?: Round[];
  } = {},
): Promise<TestCamp> {
  const id = newId();
  const sectorId = newId();
  const slug = `camp-${randomUUID().slice(0, 8)}`;
  await db.insert(event).values({
    id,
    slug,
    name: "Testcamp",
    place: "Birmingham",
    day: startsAt.toISOString().slice(0, 10),
    startsAt,
    zone: "Europe/London",
    capacity,
    ...standsAt(phase),
    lineLimit,
    holdHours,
    offersOn,
    rounds,
  });
  await insertFirstDay(db, { id, day: startsAt.toISOString().slice(0, 10), startsAt, phase });
  await db.insert(liveVersion).values({ eventId: id });
  await db.insert(sector).values({ id: sectorId, eventId: id, name: "Local government", position: 0 });
  return { id, slug, sectorId };
}

/** What somebody types to register. */
export function formFor(camp: TestCamp, email: string): Omit<RegistrationForm, "more"> {
  return {
    id: newId(),
    email,
    name: email.split("@")[0]!,
    sectorId: camp.sectorId,
    organisation: "Sandwell Council",
    firstTime: true,
    ...NO_NEEDS,
    photos: true,
  };
}

/** Where a camp stands, as its row says it: one that is called off or put off was selling tickets. */
export function standsAt(phase: Phase): { phase: Phase; haltedFrom: Phase | null } {
  return { phase, haltedFrom: isHalted(phase) ? "tickets" : null };
}

/** Somebody already in a status, verified unless told otherwise. */
export async function makePerson(
  db: Database,
  camp: TestCamp,
  status: Status,
  {
    rank,
    verified = true,
    offeredUntil = null,
    heldUntil = null,
    ...kind
  }: {
    rank: number;
    verified?: boolean;
    offeredUntil?: Date | null;
    heldUntil?: Date | null;
  } & Partial<Pick<RegistrationForm, "email" | "sectorId" | "firstTime" | "organisation">>,
): Promise<string> {
  const { id, ...answers } = formFor(camp, `person${rank}@example.org`);
  await db.insert(registration).values({
    id,
    ...{ ...answers, ...kind },
    eventId: camp.id,
    status,
    rank,
    registeredAt: NOON,
    verifiedAt: verified ? NOON : null,
    offeredUntil,
    heldUntil,
  });
  return id;
}

/** Somebody who may do everything. Tests mint the brand themselves; handlers get it from the viewer. */
export type Organiser = May<Capability>;

/** An organiser of a camp, or somebody with other roles there. */
export async function makeOrganiser(
  db: Database,
  camp: Pick<TestCamp, "id">,
  ...as: readonly Role[]
): Promise<Organiser> {
  const personId = newId();
  await db.insert(person).values({ id: personId, email: `${personId}@example.org`, name: "Olu Adeyemi" });
  const roles = as.length > 0 ? as : (["organiser"] as const);
  await db.insert(role).values(roles.map((each) => ({ eventId: camp.id, personId, role: each })));
  return { personId, eventId: camp.id, name: "Olu Adeyemi" } as Organiser;
}
