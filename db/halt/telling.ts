/** Everybody whom a camp that is called off, put off or on again concerns, told by one mail each, in their language. */
import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { CampMove } from "#db/camp-moving.ts";
import type { Store } from "#db/connection.ts";
import { readDays } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { type Mail, post } from "#db/mail.ts";
import { type Concerned, readConcerned, tellEach } from "#db/mail-notice.ts";
import type { EventRow } from "#db/registration/move.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Audience } from "#domain/consequence.ts";
import { isHalted } from "#domain/event.ts";
import { LIVE, takesPart } from "#domain/registration.ts";
import type { May } from "#domain/viewer.ts";

type Sides = { was: EventRow; is: EventRow };

/**
 * Mails everybody with a place, an offer or a turn, and of the crew whoever has none of these and did not do it.
 * @param plan where the camp moves with it
 */
export async function tellHalted(
  tx: Transaction,
  by: May<"changeSettings">,
  sides: Sides,
  { note, ask, plan }: { note: string; ask: boolean; plan?: CampMove },
  now: Date,
): Promise<{ told: Audience; crew: number }> {
  const { was, is } = sides;
  const concerned = await readConcerned(tx, is.id);
  const days = (await readDays(tx, is.id)).map(({ startsAt }) => startsAt).join(" ");
  const wasDays = plan ? plan.was.days.map((at) => at.toISOString()).join(" ") : days;
  const mailTo = ({ id, email: recipient, status, offeredUntil, proven }: Concerned): Mail => {
    const to = { eventId: is.id, occasion: newId(), recipient };
    const facts = { registrationId: id, status, reason: note };
    if (isHalted(is.phase)) return { ...to, kind: is.phase, facts };
    const asked = ask && takesPart(status) && proven ? ("yes" as const) : ("" as const);
    const when = { days, zone: is.zone, wasDays, wasZone: was.zone };
    const until = offeredUntil?.toISOString() ?? "";
    const halted = isHalted(was.phase) ? was.phase : ("" as const);
    return { ...to, kind: "takes_place", facts: { ...facts, ...when, until, halted, asked } };
  };
  const told = await tellEach(tx, concerned, mailTo);
  return { told, crew: await tellCrew(tx, by, is, { note, days }, now) };
}

/** Those of the crew who are not told as campers, but for whoever does it: at most the crew of one camp. */
export function listCrewBesides(tx: Pick<Store, "select">, by: { eventId: string; personId: string }) {
  const campers = tx
    .select({ email: registration.email })
    .from(registration)
    .where(and(eq(registration.eventId, by.eventId), inArray(registration.status, [...LIVE])));
  return tx
    .select({ id: person.id, email: person.email })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(
      and(
        eq(role.eventId, by.eventId),
        notInArray(person.id, [by.personId]),
        notInArray(person.email, campers),
      ),
    )
    .groupBy(person.id, person.email);
}

async function tellCrew(
  tx: Transaction,
  by: May<"changeSettings">,
  { id: eventId, name: camp, slug, zone, phase }: EventRow,
  { note: reason, days }: { note: string; days: string },
  now: Date,
): Promise<number> {
  const others = await listCrewBesides(tx, by);
  const halted = isHalted(phase) ? phase : ("" as const);
  const facts = { camp, slug, by: by.name, halted, reason, days, zone };
  await post(
    tx,
    others.map(({ id, email: recipient }) => ({
      ...{ eventId, recipient, kind: "crew_halted" as const, facts },
      occasion: `${id}:${phase}:${now.toISOString()}`,
    })),
  );
  return others.length;
}
