/**
 * The reception of a camp: what must be known to judge the people at it, and how the admitted are written
 * down. Who is admitted is db/registration.ts's story; everything here happens under its lock.
 */
import { and, eq, inArray, or } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { holdTickets, keepDevices, newDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { keepLinks, newLink } from "#db/link.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { countPlaces } from "#db/place.ts";
import { ticket } from "#db/schema/device.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { type RegistrationForm, type Status, sameAddress } from "#domain/registration.ts";

type EventRow = typeof event.$inferSelect;

/** Somebody who sent the form, and the browser they sent it from: a device it is, or one to be started. */
export type Applicant = {
  form: RegistrationForm;
  now: Date;
  device: { id: string } | { label: string } | null;
};

type Person = Pick<RegistrationRow, "id" | "email" | "status"> & { row: typeof registration.$inferInsert };

/** Somebody admitted; not `fresh` when their form had been sent before. */
export type Entry = {
  person: Pick<Person, "id" | "email" | "status"> & { row?: Person["row"] };
  device: Applicant["device"];
  now: Date;
  from: Status | null;
  fresh: boolean;
};

/** What the browser gets: `token` opens the private page, `cookie` is a started device's, else null. */
export type Registered = { registrationId: string; status: Status; token: string; cookie: string | null };

/** Reads what judging these people needs. */
export async function readReception(tx: Transaction, camp: EventRow, applicants: readonly Applicant[]) {
  const emails = applicants.map(({ form }) => sameAddress(form.email));
  const forms = applicants.map(({ form }) => form.id);
  const known = await tx
    .select()
    .from(registration)
    .where(
      and(
        eq(registration.eventId, camp.id),
        or(inArray(registration.email, emails), inArray(registration.formId, forms)),
      ),
    );
  const sectors = await tx.select({ id: sector.id }).from(sector).where(eq(sector.eventId, camp.id));
  const byForm = new Map<string, Entry["person"]>(known.map((row) => [row.formId ?? row.id, row]));
  const byEmail = new Map<string, Entry["person"]>(known.map((row) => [row.email, row]));
  let rank = camp.nextRank;

  /** Gives somebody their rank; a returner keeps their id and goes to the back. */
  function seat(
    form: RegistrationForm,
    email: string,
    returner: Entry["person"] | undefined,
    status: "confirmed" | "waiting",
    now: Date,
  ): Person {
    const { id: formId, name, sectorId, organisation, firstTime, access, photos } = form;
    const answers = { formId, email, name, sectorId, organisation, firstTime, access, photos };
    const id = returner?.id ?? newId();
    // Whoever comes again proves their mailbox again: it may be somebody else who typed the address.
    const unproven = { verifiedAt: null, bouncedAt: null };
    const turn = { status, rank: rank++, registeredAt: now, changedAt: now };
    const row = { id, eventId: camp.id, ...answers, ...unproven, ...turn };
    const person = { id, email, status, row };
    byForm.set(formId, person);
    byEmail.set(email, person);
    return person;
  }
  const counts = await countPlaces(tx, camp.id);
  return { camp, counts, byForm, byEmail, sectors: new Set(sectors.map(({ id }) => id)), seat };
}

/**
 * Writes the admitted down: one statement a table, whoever many they are.
 *
 * @returns what each one's browser gets, in the same order
 */
export async function writeEntries(
  tx: Transaction,
  camp: EventRow,
  entries: readonly Entry[],
): Promise<Registered[]> {
  const fresh = entries.filter((entry) => entry.fresh);
  await writeRows(tx, fresh);
  const links = entries.map(({ person, now }) => newLink(person.id, { mailed: false, now }));
  await keepLinks(tx, links);
  const devices = await writeTickets(tx, entries);
  await post(
    tx,
    fresh.map(({ person }) => ({
      eventId: camp.id,
      kind: "registered" as const,
      occasion: `${person.id}:${person.row?.rank}`,
      recipient: person.email,
      facts: { registrationId: person.id, status: person.status },
    })),
  );
  await record(
    tx,
    fresh.map(({ person: { id, status }, now, from }) => ({
      eventId: camp.id,
      at: now,
      actor: "camper" as const,
      actorId: id,
      act: "register",
      subjectId: id,
      from,
      to: status,
    })),
  );
  if (fresh.length > 0) {
    const nextRank = camp.nextRank + fresh.length;
    await tx.update(event).set({ nextRank }).where(eq(event.id, camp.id));
    await bump(tx, camp.id, ["people"]);
  }
  return entries.map(({ person }, index) => ({
    registrationId: person.id,
    status: person.status,
    token: links[index]!.token,
    cookie: devices[index]?.token ?? null,
  }));
}

async function writeRows(tx: Transaction, fresh: readonly Entry[]): Promise<void> {
  const newcomers = fresh.flatMap(({ person, from }) => (from === null && person.row ? [person.row] : []));
  if (newcomers.length > 0) await tx.insert(registration).values(newcomers);
  for (const { person, from } of fresh) {
    if (from === null || !person.row) continue;
    await forgetBrowsers(tx, person.id);
    await tx.update(registration).set(person.row).where(eq(registration.id, person.id));
  }
}

/** What other browsers held of a registration ends with it; what was mailed stays with its mailbox. */
async function forgetBrowsers(tx: Transaction, registrationId: string): Promise<void> {
  await tx.delete(ticket).where(eq(ticket.registrationId, registrationId));
  await tx
    .delete(registrationLink)
    .where(and(eq(registrationLink.registrationId, registrationId), eq(registrationLink.mailed, false)));
}

/** Lets every browser act for what it registered. @returns the devices started here, where one was */
async function writeTickets(tx: Transaction, entries: readonly Entry[]) {
  const started = entries.map(({ device }) => (device && "label" in device ? newDevice(device) : null));
  await keepDevices(
    tx,
    started.filter((device) => device !== null),
  );
  const tickets = entries.flatMap(({ person, device }, index) => {
    const deviceId = started[index]?.id ?? (device && "id" in device ? device.id : null);
    return deviceId ? [{ deviceId, registrationId: person.id }] : [];
  });
  await holdTickets(tx, tickets);
  return started;
}
