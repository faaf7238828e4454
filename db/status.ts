/** What the status page says of one registration, truthfully. */
import { and, eq, lt } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { eventView } from "#db/event.ts";
import { findLink } from "#db/link.ts";
import { countPlaces } from "#db/place.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import type { EventView } from "#domain/event.ts";
import type { RegistrationView } from "#domain/registration.ts";

export type StatusPage = {
  event: EventView;
  registration: RegistrationView;
  /** The page was opened by a mailed link, so its reader reads that mailbox. */
  mailed: boolean;
};

/** The page behind a private address, or null when the token opens nothing. Changes nothing. */
export async function readStatus(db: Store, token: string, now: Date): Promise<StatusPage | null> {
  const link = await findLink(db, token, now);
  if (!link) return null;
  const found = await readRegistration(db, link.registrationId);
  return found && { ...found, mailed: link.mailed };
}

/** A registration as its owner sees it, with its camp. */
export async function readRegistration(
  db: Store,
  registrationId: string,
): Promise<Omit<StatusPage, "mailed"> | null> {
  const [row] = await db
    .select({ mine: registration, camp: event, sector: sector.name })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .where(eq(registration.id, registrationId));
  if (!row) return null;
  const { mine, camp } = row;
  const [position, counts] = await Promise.all([positionOf(db, mine), countPlaces(db, camp.id)]);
  const { id, name, email, organisation, firstTime, photos, status } = mine;
  return {
    event: eventView(camp),
    registration: {
      id,
      name,
      email,
      organisation,
      firstTime,
      photos,
      status,
      sector: row.sector,
      verified: mine.verifiedAt !== null && mine.bouncedAt === null,
      position,
      waiting: counts.waiting,
      offeredUntil: mine.bouncedAt ? null : (mine.offeredUntil?.toISOString() ?? null),
    },
  };
}

/** How many wait before them, and they: everybody with a better rank counts, whether or not they confirmed their address. */
async function positionOf(db: Store, mine: RegistrationRow): Promise<number | null> {
  if (mine.status !== "waiting") return null;
  const before = await db.$count(
    registration,
    and(
      eq(registration.eventId, mine.eventId),
      eq(registration.status, "waiting"),
      lt(registration.rank, mine.rank),
    ),
  );
  return before + 1;
}
