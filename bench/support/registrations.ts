/** A thousand finished forms for one camp, and whether everybody who was answered is registered. */
import { eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { hashToken, newId } from "#db/id.ts";
import { countPlaces } from "#db/registration/place.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import { type Answered, request } from "./load.ts";
import type { TicketCamp } from "./tickets.ts";

/** Everybody's finished question pages, as their browsers send them. */
export function formsFor({ slug, sectorId }: TicketCamp, origin: string, people: number): string[] {
  return Array.from({ length: people }, (_, n) => {
    const body = new URLSearchParams({
      id: newId(),
      name: `Camper ${n}`,
      email: `${slug}-${n}@example.org`,
      sectorId,
      organisation: "Sandwell Council",
      firstTime: "yes",
      access: "",
      companions: "0",
      companionsNote: "",
      accessAgreed: "",
      photos: "yes",
    }).toString();
    const headers = {
      host: new URL(origin).host,
      origin,
      "user-agent": "Mozilla/5.0 (bench)",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(body)),
    };
    return request("POST", `/live/${slug}/registration`, headers) + body;
  });
}

/** Nobody over, and every address that was handed out opens a registration of this camp. */
export async function check(
  db: Database,
  { id }: TicketCamp,
  answers: readonly Answered[],
  places: number,
): Promise<{ oversold: number; lost: number }> {
  const tokens = answers.map(({ head }) => /^location: \/e\/[^/]+\/r\/(\S+)/im.exec(head)?.[1] ?? "");
  const kept = await db
    .selectDistinct({ id: registration.id })
    .from(registrationLink)
    .innerJoin(registration, eq(registration.id, registrationLink.registrationId))
    .where(inArray(registrationLink.tokenHash, tokens.map(hashToken)));
  const { confirmed, held, offered, waiting } = await countPlaces(db, id);
  const taken = confirmed + held + offered;
  if (taken + waiting !== answers.length) console.error(`  ${taken} + ${waiting} people`);
  return { oversold: Math.max(0, taken - places), lost: answers.length - kept.length };
}
