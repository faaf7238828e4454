/** A camp full of phones, put straight into the tables: what is measured comes afterwards. */

import { sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { insertFirstDay } from "#db/day.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import { device, ticket } from "#db/schema/device.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { cookieName } from "#domain/cookie.ts";

export type BenchPhone = { registrationId: string; cookie: string };
export type BenchCamp = { eventId: string; slug: string; phones: BenchPhone[]; pitches: string[] };

/** A camp in the phase of pitching. Each phone holds a ticket. */
export async function benchCamp(
  db: Database,
  { phones, pitches }: { phones: number; pitches: number },
): Promise<BenchCamp> {
  const [eventId, sectorId] = [newId(), newId()];
  const slug = `bench-camp-${eventId.slice(-6)}`;
  const startsAt = new Date();
  const day = startsAt.toISOString().slice(0, 10);
  const camp = { id: eventId, slug, name: "Bench camp", place: "Here", zone: "Europe/London", day, startsAt };
  await db.insert(event).values({ ...camp, capacity: phones, phase: "pitching" });
  await insertFirstDay(db, { ...camp, phase: "pitching" });
  await db.insert(liveVersion).values({ eventId });
  await db.insert(sector).values({ id: sectorId, eventId, name: "Everybody", position: 0 });
  const people = Array.from({ length: phones }, (_, n) => ({
    registrationId: newId(),
    deviceId: newId(),
    token: newToken(),
    n,
  }));
  const expiresAt = new Date(startsAt.getTime() + 86_400_000);
  await db.insert(registration).values(
    people.map(({ registrationId, n }) => ({
      id: registrationId,
      eventId,
      sectorId,
      email: `${n}@example.org`,
      name: `Camper ${n}`,
      status: "confirmed" as const,
      rank: n + 1,
      registeredAt: startsAt,
    })),
  );
  await db
    .insert(device)
    .values(people.map(({ deviceId, token }) => ({ id: deviceId, tokenHash: hashToken(token), expiresAt })));
  await db
    .insert(ticket)
    .values(people.map(({ deviceId, registrationId }) => ({ deviceId, registrationId })));
  const ids = Array.from({ length: pitches }, newId);
  await db.insert(pitch).values(
    ids.map((id, n) => ({
      id,
      eventId,
      title: `What we learned from the ${n + 1}th form nobody reads`,
      line: "Bring one of yours, and we will read it out together.",
    })),
  );
  // As Postgres does by itself within a minute: people registered weeks before they raise a hand.
  await db.execute(sql`analyze`);
  return {
    eventId,
    slug,
    phones: people.map(({ registrationId, token }) => ({
      registrationId,
      cookie: `${cookieName("http:")}=${token}`,
    })),
    pitches: ids,
  };
}
