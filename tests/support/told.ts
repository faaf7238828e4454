/** Phones that ask to be told, for tests. */
import { randomBytes } from "node:crypto";
import type { Database } from "#db/connection.ts";
import { holdTicket, holdTickets, keepDevices, newDevice, startDevice } from "#db/device.ts";
import { hashToken, newId } from "#db/id.ts";
import { askForPush } from "#db/push.ts";
import { pushSubscription } from "#db/schema/push.ts";
import type { PushAsk } from "#domain/push.ts";
import type { Attendee } from "#domain/viewer.ts";
import { camper, type PitchingCamp } from "./pitching.ts";

/** As a browser gives it, at a service that is not there. */
export function anAsk(): PushAsk {
  const signs = (bytes: number) => randomBytes(bytes).toString("base64url");
  return {
    endpoint: `https://push.example.com/wpush/${signs(12)}`,
    p256dh: `B${signs(65).slice(0, 86)}`,
    auth: signs(16),
  };
}

/** A phone with somebody's ticket that asks. @returns its device */
export async function tellOn(
  db: Database,
  who: Attendee,
  { ask = anAsk(), deviceId, now = new Date() }: { ask?: PushAsk; deviceId?: string; now?: Date } = {},
): Promise<string> {
  const id = deviceId ?? (await startDevice(db, { label: "Phone" })).id;
  await holdTicket(db, id, who.registrationId);
  const asked = await askForPush(db, who, id, ask, now);
  if (!asked.ok) throw new Error(`not told: ${asked.refusal}`);
  return id;
}

/** So many people with a phone each that asked, faster than by asking. */
export async function tellMany(
  db: Database,
  camp: PitchingCamp,
  phones: number,
  ask: () => PushAsk = anAsk,
): Promise<void> {
  const people = await Promise.all(Array.from({ length: phones }, (_, n) => camper(db, camp, `Person ${n}`)));
  const started = people.map(() => newDevice({}));
  await keepDevices(db, started);
  const rows = people.map(({ registrationId, eventId }, n) => {
    const asked = ask();
    const whose = { id: newId(), eventId, registrationId, deviceId: started[n]!.id };
    return { ...whose, ...asked, endpointHash: hashToken(asked.endpoint) };
  });
  await holdTickets(db, rows);
  await db.insert(pushSubscription).values(rows);
}
