/** Whoever registered an address that a stranger had typed before, once the stranger’s registration has another. */
import { and, eq, isNotNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { writeMore } from "#db/question/answers.ts";
import { readClaimHold } from "#db/registration/hold.ts";
import { arrive, type EventRow } from "#db/registration/move.ts";
import { readGiving } from "#db/registration/place.ts";
import { takeRank } from "#db/registration/rank.ts";
import { enter } from "#db/release.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { isHalted } from "#domain/event.ts";
import { kindOf } from "#domain/pool.ts";
import { admissionAt } from "#domain/registration/admission.ts";
import type { Claim } from "#domain/registration/claim.ts";
import type { CampTimes } from "#domain/registration/offer.ts";
import { isHeld } from "#domain/registration/status.ts";
import { isLive } from "#domain/registration.ts";

type LinkRow = typeof registrationLink.$inferSelect;

/**
 * Takes the claims on a registration away that has just got another address. The newest of those who typed the old one
 * gets a registration of their own, at their claim’s rank, as a newcomer does; pages that claim the same address go
 * with it. The camp's row must be locked.
 * @param before the registration as it was, with the address that is left
 * @returns whether somebody is registered with that address now, and is mailed so
 */
export async function seatLeftClaims(
  tx: Transaction,
  camp: EventRow,
  before: RegistrationRow,
  times: CampTimes,
  now: Date,
): Promise<boolean> {
  const left = await tx
    .delete(registrationLink)
    .where(and(eq(registrationLink.registrationId, before.id), isNotNull(registrationLink.claim)))
    .returning();
  // Once the mailbox was proven a claim is a page of its reader, who is registered.
  const theirs = before.verifiedAt === null ? left.filter((link) => isWanted(link, before)) : [];
  const newest = theirs.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).at(-1);
  if (!newest?.claim) return false;
  const id = await seat(tx, camp, { before, claim: newest.claim, times, createdAt: newest.createdAt }, now);
  if (id === null) return false;
  await tx
    .insert(registrationLink)
    .values(
      theirs.map((link) => ({ ...link, registrationId: id, claim: link === newest ? null : link.claim })),
    );
  return true;
}

const isWanted = ({ mailed, claim }: LinkRow, { email }: RegistrationRow): boolean =>
  !mailed && claim?.typed === true && isLive(claim.told) && claim.form.email === email;

type Seat = { before: RegistrationRow; claim: Claim; times: CampTimes; createdAt: Date };

/** @returns null where the camp takes nobody any more */
async function seat(
  tx: Transaction,
  camp: EventRow,
  { before, claim, times, createdAt }: Seat,
  now: Date,
): Promise<string | null> {
  const { form, rank } = claim;
  if (isHalted(camp.phase)) return null;
  const { giving, counts } = await readGiving(tx, camp);
  const newcomer = { kind: kindOf(form), proven: false, lapsed: false };
  const admitted = admissionAt(giving, counts, newcomer, now.getTime());
  if (!admitted.ok) return null;
  const { to: status, enters } = admitted.value;
  const since = claim.since ?? createdAt.toISOString();
  const heldUntil = isHeld(status)
    ? await readClaimHold(tx, before, { ...claim, since }, { ...camp, ...times })
    : null;
  const taken = and(eq(registration.eventId, camp.id), eq(registration.rank, rank));
  const free = (await tx.$count(registration, taken)) === 0;
  const { id: formId, more = {}, ...answers } = form;
  const id = newId();
  const turn = { status, rank: free ? rank : await takeRank(tx, camp.id), heldUntil };
  const row = { id, eventId: camp.id, formId, ...answers, ...turn, registeredAt: now, changedAt: now };
  await arrive(tx, camp, [{ row, from: null, now, mailed: true }]);
  await writeMore(tx, camp.id, [{ registrationId: id, more }]);
  if (enters) await enter(tx, [{ releaseId: enters.id, registrationId: id }]);
  return id;
}
