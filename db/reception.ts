/**
 * The reception of a camp: what must be known to judge the people at it, and how the admitted are written
 * down. Who is admitted is db/registration.ts's story; everything here happens under its lock.
 */
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { holdTickets } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { claimOwnPage, keepLinks, newLink } from "#db/link.ts";
import { arrive, type EventRow } from "#db/move.ts";
import { countPlaces } from "#db/place.ts";
import { listProofs } from "#db/proof.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { endTickets } from "#db/ticket.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Claim } from "#domain/claim.ts";
import { sameAddress } from "#domain/email-address.ts";
import { holdUntil } from "#domain/hold.ts";
import type { Admitted, RegistrationForm, Status } from "#domain/registration.ts";
import { isHeld } from "#domain/status.ts";

/** Somebody who sent the form, and the browser they sent it from, where we know it. */
export type Applicant = { form: RegistrationForm; now: Date; deviceId: string | null };

type Known = Pick<RegistrationRow, "id" | "email" | "status" | "lapsedAt" | "verifiedAt">;

/** Somebody who gets a page: freshly registered, with a form sent before, or with a claim on an address known before. */
export type Entry = {
  person: Known & { row?: typeof registration.$inferInsert | undefined };
  deviceId: string | null;
  now: Date;
  from: Status | null;
  /** The browser is known to read this mailbox: the page is its own at once. */
  proven: boolean;
  /** Mail goes to the address. */
  mailed: boolean;
  claim?: Claim;
  /** That proves the mailbox, which nobody had yet; with what they say now, where it is a form of its own. */
  proves?: { answers: RegistrationForm | null };
};

/** What the browser gets: `token` opens the private page, which says `status`. */
export type Registered = { registrationId: string; status: Status; token: string };

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
  const proofs = await listProofs(tx, applicants, known);
  const claims = await readClaims(tx, known);
  const claimOf = (person: Known, form: RegistrationForm) => claims.get(`${person.id} ${form.id}`);
  let rank = camp.nextRank;

  /** Gives somebody their rank; a returner keeps their id and goes to the back. */
  function seat(
    form: RegistrationForm,
    email: string,
    returner: Entry["person"] | undefined,
    status: Admitted,
    { now, proven, mailed }: Pick<Entry, "now" | "proven" | "mailed">,
  ): Entry["person"] {
    const { id: formId, name, sectorId, organisation, firstTime, access, photos } = form;
    const answers = { formId, email, name, sectorId, organisation, firstTime, access, photos };
    const id = returner?.id ?? newId();
    // Whoever comes again from elsewhere proves their mailbox again: it may be somebody else who typed the address.
    const verifiedAt = proven ? now : null;
    const lapsedAt = proven ? null : (returner?.lapsedAt ?? null);
    const turn = { status, rank: rank++, registeredAt: now, changedAt: now };
    // The time of a held place begins with its mail, and without one at once.
    const startsAt = camp.startsAt.getTime();
    const until = isHeld(status) && !mailed && holdUntil(now.getTime(), { ...camp, startsAt });
    const heldUntil = until ? new Date(until) : null;
    const row = {
      id,
      eventId: camp.id,
      ...answers,
      locale: camp.locale,
      verifiedAt,
      bouncedAt: null,
      lapsedAt,
      ...turn,
      heldUntil,
    };
    const person = { id, email, status, lapsedAt, verifiedAt, row };
    byForm.set(formId, person);
    byEmail.set(email, person);
    return person;
  }
  return {
    camp,
    counts: await countPlaces(tx, camp.id),
    byForm,
    byEmail,
    proofs,
    /** What a browser was told that sent this form before and has not proven the mailbox. */
    claimOf,
    /** Whether this form was sent before, for this address. */
    sentBefore(form: RegistrationForm): boolean {
      const person = byEmail.get(sameAddress(form.email));
      return byForm.has(form.id) || Boolean(person && claimOf(person, form));
    },
    sectors: new Set(sectors.map(({ id }) => id)),
    seat,
    /** Somebody whose mailbox is proven by this. */
    prove(known: Known, now: Date): Entry["person"] {
      const status = isHeld(known.status) ? "confirmed" : known.status;
      const person = { ...known, status, verifiedAt: now, lapsedAt: null, row: undefined };
      byEmail.set(known.email, person);
      return person;
    },
    /** A turn for a claim, which nobody will be served for. */
    takeRank: () => rank++,
    nextRank: () => rank,
  };
}

async function readClaims(tx: Transaction, known: readonly Known[]): Promise<Map<string, Claim>> {
  if (known.length === 0) return new Map();
  const { registrationId, claim, createdAt } = registrationLink;
  const ids = known.map(({ id }) => id);
  const rows = await tx
    .select({ registrationId, claim })
    .from(registrationLink)
    .where(and(inArray(registrationId, ids), isNotNull(claim)))
    .orderBy(createdAt);
  return new Map(rows.map((row) => [`${row.registrationId} ${row.claim!.form.id}`, row.claim!]));
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
  nextRank: number,
): Promise<Registered[]> {
  const fresh = entries.flatMap(({ person: { row }, from, now, mailed }) =>
    row ? [{ row, from, now, mailed }] : [],
  );
  for (const { row, from } of fresh) if (from !== null) await forgetBrowsers(tx, row.id);
  await arrive(tx, camp, fresh);
  const links = entries.map(({ person, now, claim }) => newLink(person.id, { mailed: false, claim, now }));
  await keepLinks(tx, links);
  await claimOwnPage(
    tx,
    camp.id,
    entries.flatMap(({ person, claim, mailed, now }) => (claim && mailed ? [{ ...person, now }] : [])),
  );
  await holdTickets(
    tx,
    entries.flatMap(({ person, deviceId, proven }) =>
      proven && deviceId ? [{ deviceId, registrationId: person.id }] : [],
    ),
  );
  if (nextRank > camp.nextRank) await tx.update(event).set({ nextRank }).where(eq(event.id, camp.id));
  return entries.map(({ person, claim }, index) => ({
    registrationId: person.id,
    status: claim?.told ?? person.status,
    token: links[index]!.token,
  }));
}

/** What other browsers held of a registration ends with it; what was mailed stays with its mailbox. */
export async function forgetBrowsers(tx: Transaction, registrationId: string): Promise<void> {
  await endTickets(tx, registrationId);
  await tx
    .delete(registrationLink)
    .where(and(eq(registrationLink.registrationId, registrationId), eq(registrationLink.mailed, false)));
}
