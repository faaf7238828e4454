/**
 * Registrations read under the camp's lock and written as decided, in the same transaction. The decisions are made in
 * domain/registration/judging.ts.
 */
import { and, eq, inArray, or } from "drizzle-orm";
import { holdTickets } from "#db/device.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { lockPage } from "#db/page.ts";
import { readPools } from "#db/pool.ts";
import { lockBuckets, saveBuckets } from "#db/rate-limit.ts";
import { writeAnswers } from "#db/registration/answers.ts";
import { formOf } from "#db/registration/claim.ts";
import { claimOwnPage, keepLinks, newLink } from "#db/registration/link.ts";
import { type Arrival, arrive } from "#db/registration/move.ts";
import { countPlaces } from "#db/registration/place.ts";
import { listProofs } from "#db/registration/proof.ts";
import { proveHere } from "#db/registration/verification.ts";
import { enter, listReleases } from "#db/release.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { dropSeconds } from "#db/second-address/ending.ts";
import { endTickets } from "#db/ticket.ts";
import type { Transaction } from "#db/transaction.ts";
import { sameAddress } from "#domain/email-address.ts";
import { chargesOf } from "#domain/registration/allowance.ts";
import { answersOf } from "#domain/registration/answers.ts";
import type { Claim } from "#domain/registration/claim.ts";
import {
  type Entry,
  formsSent,
  type Known,
  type Reception,
  type ReceptionCamp,
} from "#domain/registration/reception.ts";
import type { Applicant, Status } from "#domain/registration.ts";

/** `token` opens the private page, which says `status`. */
export type Registered = { registrationId: string; status: Status; token: string };

/** Locks a camp and its applicants' rate limits, and reads what judging needs. Null where there is no such camp. */
export async function lockReception(
  tx: Transaction,
  eventId: string,
  applicants: readonly Applicant[],
): Promise<Reception | null> {
  const camp = await lockEvent(tx, eventId);
  if (!camp) return null;
  const { endsAt } = await readTimes(tx, camp);
  const people = await readKnown(tx, eventId, applicants);
  const sectors = await tx.select({ id: sector.id }).from(sector).where(eq(sector.eventId, eventId));
  const { readers, tickets } = await listProofs(tx, applicants, people);
  const claims = await readClaims(tx, people);
  const known = people.map((row) => knownOf(row, claims, tickets));
  const pools = await readPools(tx, camp);
  const charges = chargesOf(eventId, applicants, formsSent(known));
  const { id, phase, capacity, lineLimit, offersOn, locale, zone, holdHours, nextRank } = camp;
  return {
    camp: {
      ...{ id, phase, capacity, lineLimit, offersOn, locale, zone, holdHours, endsAt },
      releases: await listReleases(tx, eventId),
      pools,
      startsAt: camp.startsAt.getTime(),
    },
    counts: await countPlaces(tx, eventId, pools),
    nextRank,
    sectors: new Set(sectors.map((one) => one.id)),
    people: new Map(known.map((person) => [person.form.email, person])),
    readers,
    allowance: await lockBuckets(tx, charges, applicants[0]!.now),
  };
}

async function readKnown(
  tx: Transaction,
  eventId: string,
  applicants: readonly Applicant[],
): Promise<RegistrationRow[]> {
  const emails = applicants.map(({ form }) => sameAddress(form.email));
  const forms = applicants.map(({ form }) => form.id);
  const named = or(inArray(registration.email, emails), inArray(registration.formId, forms));
  return tx
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, eventId), named));
}

type Page = { registrationId: string; claim: Claim | null };

/** The browsers' own pages of these registrations, oldest first. */
async function readClaims(tx: Transaction, known: readonly RegistrationRow[]): Promise<Page[]> {
  if (known.length === 0) return [];
  const { registrationId, claim, mailed, createdAt } = registrationLink;
  const ids = known.map(({ id }) => id);
  return tx
    .select({ registrationId, claim })
    .from(registrationLink)
    .where(and(inArray(registrationId, ids), eq(mailed, false)))
    .orderBy(createdAt);
}

function knownOf(
  row: RegistrationRow,
  pages: readonly Page[],
  tickets: readonly { deviceId: string; registrationId: string }[],
): Known {
  const { id, status, rank, verifiedAt, bouncedAt, lapsedAt } = row;
  const own = pages.filter(({ registrationId }) => registrationId === id);
  return {
    ...{ id, status, rank, verifiedAt, bouncedAt, lapsedAt, form: formOf(row) },
    claims: new Map(own.flatMap(({ claim }) => (claim ? [[claim.form.id, claim]] : []))),
    shown: own.some(({ claim }) => claim === null),
    tickets: new Set(
      tickets.flatMap(({ deviceId, registrationId }) => (registrationId === id ? [deviceId] : [])),
    ),
    proving: false,
  };
}

/**
 * @param before what was read, under the same lock
 * @param after the same with the decisions made
 * @returns what each one's browser gets, in the same order
 */
export async function writeReception(
  tx: Transaction,
  before: Reception,
  after: Reception,
  entries: readonly Entry[],
): Promise<Registered[]> {
  const { camp } = before;
  const taken = [...after.allowance].filter(([bucket, full]) => before.allowance.get(bucket) !== full);
  await saveBuckets(tx, new Map(taken));
  for (const { person, seat, reader } of entries)
    if (seat && seat.from !== null && !reader) await forgetBrowsers(tx, person.id);
  await arrive(
    tx,
    // Nobody registers once the doors are open, from when on the legal number decides.
    { ...camp, insideLimit: null },
    entries.flatMap((entry) => arrivalOf(camp, entry)),
  );
  await enter(
    tx,
    entries.flatMap(({ person, seat }) =>
      seat?.enters ? [{ releaseId: seat.enters, registrationId: person.id }] : [],
    ),
  );
  const links = entries.map(({ person, now, claim }) =>
    newLink(person.id, { mailed: false, claim: claim ?? undefined, now }),
  );
  const open = entries.map((entry, index) => !entries.slice(index + 1).some((next) => returns(next, entry)));
  await keepLinks(
    tx,
    links.filter((_, index) => open[index]),
  );
  await claimOwnPage(
    tx,
    camp.id,
    entries.flatMap(({ person: { id, form }, mail }) =>
      mail === "your_page" ? [{ id, email: form.email }] : [],
    ),
  );
  await holdTickets(
    tx,
    entries.flatMap(({ person, reader }, index) =>
      reader && open[index] ? [{ deviceId: reader, registrationId: person.id }] : [],
    ),
  );
  const { nextRank } = after;
  if (nextRank > before.nextRank) await tx.update(event).set({ nextRank }).where(eq(event.id, camp.id));
  for (const [index, entry] of entries.entries()) await proveReader(tx, entry, links[index]!.token);
  return entries.map(({ person, claim }, index) => ({
    registrationId: person.id,
    status: claim?.told ?? person.status,
    token: links[index]!.token,
  }));
}

/** Whether the same person registers again later in the list: what their browsers held ends with that. */
function returns(next: Entry, { person }: Entry): boolean {
  return next.person.id === person.id && next.seat !== null && next.seat.from !== null && !next.reader;
}

function arrivalOf({ id: eventId, locale }: ReceptionCamp, { person, seat, now, mail }: Entry): Arrival[] {
  if (!seat) return [];
  const { id, form, status, rank, verifiedAt, bouncedAt, lapsedAt } = person;
  const turn = { status, rank, registeredAt: now, changedAt: now, heldUntil: seat.heldUntil };
  const mailbox = { email: form.email, verifiedAt, bouncedAt, lapsedAt };
  const row = { id, eventId, formId: form.id, ...answersOf(form), locale, ...mailbox, ...turn };
  return [{ row, from: seat.from, now, mailed: mail === "registered" }];
}

/** Other browsers keep what they were told, with the answers as they were. */
async function proveReader(tx: Transaction, { proves, reader, now }: Entry, token: string): Promise<void> {
  const page = proves && (await lockPage(tx, token, now));
  if (!page || !reader) return;
  await proveHere(tx, page, reader, now);
  if (proves.answers) await writeAnswers(tx, page.mine, proves.answers, now);
}

/** Other browsers lose their pages and tickets of a registration, and it its second address; mailed links stay with its mailbox. */
export async function forgetBrowsers(tx: Transaction, registrationId: string): Promise<void> {
  await endTickets(tx, registrationId);
  await dropSeconds(tx, [registrationId]);
  await tx
    .delete(registrationLink)
    .where(and(eq(registrationLink.registrationId, registrationId), eq(registrationLink.mailed, false)));
}
