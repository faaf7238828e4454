/** The organisers' view of everybody, and their hand in the line: always with a reason, always in the book. */
import { and, asc, eq, inArray, lt, max, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { moveTo } from "#db/move.ts";
import { countPlaces } from "#db/place.ts";
import { audit } from "#db/schema/audit.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import type { PersonDetail } from "#domain/history.ts";
import type { Refusal } from "#domain/refusal.ts";
import {
  allows,
  freePlaces,
  type PeopleCounts,
  type PersonInLine,
  type Status,
} from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Crew, Organiser } from "#domain/viewer.ts";

const TO = { remove: "removed", put_back_in_line: "waiting", confirm: "confirmed" } as const satisfies Record<
  string,
  Status
>;
export type HandMove = keyof typeof TO;

/**
 * Moves somebody by hand: out of the camp, back to their old place in the line, or straight in, even
 * over the number of places. The reason is kept for whoever asks why.
 *
 * @param reason in the organiser's words; refused `bad_input` when empty
 */
export async function moveByHand(
  db: Database,
  organiser: Organiser,
  registrationId: string,
  move: HandMove,
  reason: string,
  now: Date,
): Promise<Result<Status, Extract<Refusal, "not_found" | "not_possible_now" | "bad_input">>> {
  if (reason.trim() === "") return refused("bad_input");
  return transact(db, async (tx) => {
    const camp = await lockEvent(tx, organiser.eventId);
    const [known] = await tx
      .select()
      .from(registration)
      .where(and(eq(registration.id, registrationId), eq(registration.eventId, organiser.eventId)));
    if (!camp || !known) return refused("not_found");
    const to = TO[move];
    if (known.status === to) return granted(to);
    if (!allows(move, known.status)) return refused("not_possible_now");
    await moveTo(
      tx,
      camp,
      known,
      { to, act: move, actor: "crew", actorId: organiser.personId, reason: reason.trim() },
      now,
    );
    return granted<Status>(to);
  });
}

const LIST_ORDER: readonly Status[] = [
  "offered",
  "waiting",
  "entered",
  "confirmed",
  "expired",
  "declined",
  "released",
  "left",
  "transferred",
  "removed",
];

/** Everybody who ever registered: open offers and the line first, in its order. */
export async function listPeople(db: Store, crew: Crew): Promise<PersonInLine[]> {
  return (await readPeople(db, crew)).map(({ access, photos, ...person }) => person);
}

/** The same with what they asked for the day: for organisers, who were promised to be its only readers. */
export async function listDetails(db: Store, organiser: Organiser): Promise<PersonDetail[]> {
  return readPeople(db, organiser);
}

async function readPeople(db: Store, crew: Crew): Promise<PersonDetail[]> {
  const rows = await selectPeople(db)
    .where(eq(registration.eventId, crew.eventId))
    .orderBy(asc(registration.rank));
  let waiting = 0;
  const people = rows.map((found) => personOf(found, found.row.status === "waiting" ? ++waiting : null));
  return people.sort((a, b) => LIST_ORDER.indexOf(a.status) - LIST_ORDER.indexOf(b.status));
}

/** Somebody of this camp, or null, without reading everybody else. */
export async function findDetail(
  db: Store,
  crew: Crew,
  registrationId: string,
): Promise<PersonDetail | null> {
  const mine = eq(registration.eventId, crew.eventId);
  const [found] = await selectPeople(db).where(and(mine, eq(registration.id, registrationId)));
  if (!found) return null;
  if (found.row.status !== "waiting") return personOf(found, null);
  const waiting = and(mine, eq(registration.status, "waiting"), lt(registration.rank, found.row.rank));
  return personOf(found, 1 + (await db.$count(registration, waiting)));
}

const selectPeople = (db: Store) =>
  db
    .select({ row: registration, sector: sector.name })
    .from(registration)
    .innerJoin(sector, eq(sector.id, registration.sectorId));

function personOf(found: { row: RegistrationRow; sector: string }, position: number | null): PersonDetail {
  const { id, name, email, organisation, firstTime, status, access, photos, ...row } = found.row;
  return {
    id,
    name,
    email,
    organisation,
    sector: found.sector,
    firstTime,
    status,
    verified: row.verifiedAt !== null,
    bounced: row.bouncedAt !== null,
    position,
    since: row.registeredAt.toISOString(),
    offeredUntil: row.offeredUntil?.toISOString() ?? null,
    access,
    photos,
  };
}

/** The figures at the head of the list. */
export async function readPeopleCounts(db: Store, eventId: string): Promise<PeopleCounts> {
  const [camp] = await db.select().from(event).where(eq(event.id, eventId));
  if (!camp) throw new Error("people counted for a camp that is not there");
  const counts = await countPlaces(db, eventId);
  const free = freePlaces(camp.capacity, counts);
  const idle = free > 0 && camp.offersOn && permits(camp.phase, "offer") && (await eligible(db, eventId)) > 0;
  return { ...counts, free, idleSince: idle ? await lastMove(db, eventId) : null };
}

const eligible = (db: Store, eventId: string) =>
  db.$count(
    registration,
    and(
      eq(registration.eventId, eventId),
      eq(registration.status, "waiting"),
      sql`${registration.verifiedAt} is not null and ${registration.bouncedAt} is null`,
    ),
  );

const MOVES_THAT_FREE = ["decline", "expire", "give_back", "remove", "leave", "verify", "settings", "phase"];

/** When a place last became free or somebody ready for it, from the book. */
async function lastMove(db: Store, eventId: string): Promise<string | null> {
  const [row] = await db
    .select({ at: max(audit.at) })
    .from(audit)
    .where(and(eq(audit.eventId, eventId), inArray(audit.act, MOVES_THAT_FREE)));
  return row?.at?.toISOString() ?? null;
}
