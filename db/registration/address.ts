/** Mends a mistyped address: the mails to the old one no longer open anything, and both mailboxes are told. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { dropDayAddresses } from "#db/day-address.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { carryRefusal } from "#db/group-mail/unwilling.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { type LockedPage, lockPage } from "#db/page.ts";
import { readOwnMore, writeMore } from "#db/question/answers.ts";
import { spend } from "#db/rate-limit.ts";
import { formOf } from "#db/registration/claim.ts";
import { readClaimHold } from "#db/registration/hold.ts";
import { seatLeftClaims } from "#db/registration/left-claims.ts";
import { claimOwnPage, turnLink } from "#db/registration/link.ts";
import { arrive, type By, type EventRow, move } from "#db/registration/move.ts";
import { readGiving } from "#db/registration/place.ts";
import { takeRank } from "#db/registration/rank.ts";
import { forgetBrowsers } from "#db/registration/reception.ts";
import { remindOf } from "#db/registration/reminder.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { enter, passEntry } from "#db/release.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { dropSeconds } from "#db/second-address/ending.ts";
import { findSecond } from "#db/second-address/reading.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { sameAddress } from "#domain/email-address.ts";
import { isOver, permits } from "#domain/event.ts";
import { whyNotByHand } from "#domain/people.ts";
import { kindOf } from "#domain/pool.ts";
import type { Charge } from "#domain/rate-limit.ts";
import type { Refusal } from "#domain/refusal.ts";
import { admissionAt } from "#domain/registration/admission.ts";
import { chargeOfAddress, sharedBy } from "#domain/registration/allowance.ts";
import { type Claim, toldOf } from "#domain/registration/claim.ts";
import { type CampTimes, offerAnew } from "#domain/registration/offer.ts";
import { isHeld, isOffered } from "#domain/registration/status.ts";
import { allows, isLive, isProven, type RegistrationForm, type Status } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type MendRefusal = Extract<
  Refusal,
  | "not_found"
  | "too_many"
  | "not_possible_now"
  | "not_open"
  | "camp_over"
  | "line_full"
  | "not_yet_open"
  | "draw_closed"
>;

/**
 * Gives the registration behind a page another address, at the same turn. An address that is registered already is
 * answered like any other, so that nobody learns who is: only the code from that mailbox opens more.
 * @param token of the page
 * @returns refused `not_possible_now` once the address is proven, `too_many` after three in a day
 */
export async function mendAddress(
  db: Database,
  token: string,
  email: string,
  now: Date,
): Promise<Result<null, MendRefusal>> {
  const address = sameAddress(email);
  return transact<null, MendRefusal>(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page || page.link.mailed) return refused("not_found");
    const { camp, link, mine } = page;
    const times = await readTimes(tx, camp);
    if (isOver(camp.phase, times.endsAt, now.getTime())) return refused("camp_over");
    if (!permits(camp.phase, "answer")) return refused("not_open");
    const own = link.claim?.form ?? { ...formOf(mine), more: await readOwnMore(tx, mine.id) };
    const form = { ...own, email: address };
    if (!isLive(link.claim?.told ?? mine.status)) return refused("not_possible_now");
    if (!link.claim && isProven(mine)) return refused("not_possible_now");
    const spent = await spend(tx, chargesOf(camp.id, form), now);
    if (!spent.ok) return spent;
    const other = await rowOf(tx, and(eq(registration.eventId, camp.id), eq(registration.email, address))!);
    const mending = { ...page, form, other };
    const next = link.claim
      ? await carryClaim(tx, mending, link.claim, times, now)
      : await carryRegistration(tx, mending, times, now);
    if (!next.ok) return next;
    await turnLink(tx, link, next.value);
    return granted(null);
  });
}

/** Limited by form as well: one page cannot write to ever more strangers. */
function chargesOf(eventId: string, { id, email }: RegistrationForm): Charge[] {
  return [{ limit: "mend_by_form", by: id }, chargeOfAddress(eventId, email), ...sharedBy(eventId)];
}

type Next = { registrationId: string; claim?: Claim };
type Mending = LockedPage & {
  form: RegistrationForm;
  other: RegistrationRow | null;
};

/**
 * For a page that shows its own registration. If nobody has the new address, the registration gets it. If somebody who
 * let go has it, they get the place and turn. If somebody registered has it, what was here is let go and the page turns
 * into a claim.
 */
async function carryRegistration(
  tx: Transaction,
  { camp, mine, form, other }: Mending,
  times: CampTimes,
  now: Date,
): Promise<Result<Next, "not_possible_now">> {
  const by: By = { actor: "camper", actorId: mine.id };
  const { status, rank, heldUntil } = mine;
  if (other?.id === mine.id) return granted({ registrationId: mine.id });
  if (!other) {
    await giveAddress(tx, camp, mine, { email: form.email, times }, by, now);
    return granted({ registrationId: mine.id });
  }
  const set = { rank: await takeRank(tx, camp.id), formId: null };
  if (allows("give_back", status))
    await move(tx, camp, [mine], { move: "give_back", to: "released", by, set }, now);
  else if (allows("leave", status)) await move(tx, camp, [mine], { move: "leave", to: "left", by, set }, now);
  else return refused("not_possible_now");
  const returns = allows("register", other.status);
  if (returns) {
    await seatAgain(tx, camp, { other, form, status, rank, heldUntil }, now);
    await passEntry(tx, mine.id, other.id);
  }
  await settlePlaces(tx, camp, now);
  await bump(tx, camp.id, ["people"]);
  if (returns) return granted({ registrationId: other.id });
  await claimOwnPage(tx, camp.id, [{ id: other.id, email: other.email }]);
  return granted({
    registrationId: other.id,
    claim: claimOn(form, { told: toldOf(status), rank }, heldUntil, now),
  });
}

async function carryClaim(
  tx: Transaction,
  { camp, link, mine, form, other }: Mending,
  claim: Claim,
  times: CampTimes,
  now: Date,
): Promise<Result<Next, "line_full" | "not_yet_open" | "draw_closed">> {
  const claimedAt = claim.since ?? link.createdAt.toISOString();
  if (other?.id === mine.id)
    return granted({ registrationId: mine.id, claim: { ...claim, since: claimedAt } });
  // A newcomer's place keeps its time when the address is mended, whatever the new one is.
  const heldUntil = await readClaimHold(tx, mine, { ...claim, since: claimedAt }, { ...camp, ...times });
  if (other && !allows("register", other.status)) {
    await releaseForm(tx, mine, form);
    await claimOwnPage(tx, camp.id, [{ id: other.id, email: other.email }]);
    return granted({ registrationId: other.id, claim: claimOn(form, claim, heldUntil, now) });
  }
  const newcomer = { kind: kindOf(form), proven: false, lapsed: Boolean(other?.lapsedAt) };
  const { giving, counts } = await readGiving(tx, camp);
  const admitted = admissionAt(giving, counts, newcomer, now.getTime());
  if (!admitted.ok) return admitted;
  await releaseForm(tx, mine, form);
  // Whoever proved what was typed here may have its turn already.
  const ours = and(eq(registration.eventId, camp.id), eq(registration.rank, claim.rank))!;
  const rank = (await rowOf(tx, ours)) ? await takeRank(tx, camp.id) : claim.rank;
  const { to: status, enters } = admitted.value;
  const seat = { form, status, rank, heldUntil: isHeld(status) ? heldUntil : null };
  const registrationId = other?.id ?? newId();
  if (other) await seatAgain(tx, camp, { ...seat, other }, now);
  else {
    const row = { id: registrationId, eventId: camp.id, ...rowFor(seat, now) };
    await arrive(tx, camp, [{ row, from: null, now, mailed: true }]);
  }
  if (!other) await writeMore(tx, camp.id, [{ registrationId, more: form.more ?? {} }]);
  if (enters) await enter(tx, [{ releaseId: enters.id, registrationId }]);
  return granted({ registrationId });
}

function claimOn(
  form: RegistrationForm,
  { told, rank }: Pick<Claim, "told" | "rank">,
  heldUntil: Date | null,
  now: Date,
): Claim {
  return { form, told, rank, since: now.toISOString(), heldUntil: heldUntil?.toISOString() ?? null };
}

type Seat = { form: RegistrationForm; status: Status; rank: number; heldUntil: Date | null };

function rowFor({ form: { id: formId, more: _, ...answers }, status, rank, heldUntil }: Seat, now: Date) {
  return { formId, ...answers, status, rank, heldUntil, registeredAt: now, changedAt: now };
}

async function seatAgain(
  tx: Transaction,
  camp: EventRow,
  { other, ...seat }: Seat & { other: RegistrationRow },
  now: Date,
): Promise<void> {
  await forgetBrowsers(tx, other.id);
  const row = { ...other, ...rowFor(seat, now), verifiedAt: null, bouncedAt: null };
  await arrive(tx, camp, [{ row, from: other.status, now, mailed: true }]);
  await writeMore(tx, camp.id, [{ registrationId: other.id, more: seat.form.more ?? {} }]);
}

/** The form is about to make another registration, and one form makes only one. */
async function releaseForm(tx: Transaction, { id }: RegistrationRow, form: RegistrationForm): Promise<void> {
  const left = and(eq(registration.id, id), eq(registration.formId, form.id));
  await tx.update(registration).set({ formId: null }).where(left);
}

type HandRefusal = Extract<Refusal, "not_found" | "address_taken" | "not_open" | "camp_over">;

/**
 * By the crew; a place stays theirs. Refused `bad_input` without a reason, `address_taken` for another's address, and
 * `camp_over` or `not_open` by `whyNotByHand`.
 */
export async function mendAddressByHand(
  db: Database,
  crew: May<"movePeople">,
  registrationId: string,
  { email, reason }: { email: string; reason: string },
  now: Date,
): Promise<Result<null, HandRefusal | "bad_input">> {
  const address = sameAddress(email);
  if (reason.trim() === "") return refused("bad_input");
  return transact<null, HandRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const here = eq(registration.eventId, crew.eventId);
    const mine = await rowOf(tx, and(here, eq(registration.id, registrationId))!);
    if (!camp || !mine) return refused("not_found");
    if (mine.email === address) return granted(null);
    const times = await readTimes(tx, camp);
    const closed = whyNotByHand("mend", camp.phase, isOver(camp.phase, times.endsAt, now.getTime()));
    if (closed) return refused(closed);
    if (await rowOf(tx, and(here, eq(registration.email, address))!)) return refused("address_taken");
    const by: By = { actor: "crew", actorId: crew.personId };
    await giveAddress(tx, camp, mine, { email: address, times, reason: reason.trim() }, by, now);
    return granted(null);
  });
}

async function giveAddress(
  tx: Transaction,
  camp: EventRow,
  mine: RegistrationRow,
  { email, times, reason = "" }: { email: string; times: CampTimes; reason?: string },
  by: By,
  now: Date,
): Promise<void> {
  const { id, eventId, status } = mine;
  // Nobody read the mail about the offer, so it gets its whole time again.
  const offeredUntil = isOffered(status) ? new Date(offerAnew(now.getTime(), times)) : null;
  const remindAt = offeredUntil && remindOf(now, offeredUntil, times.zone);
  await carryRefusal(tx, mine, email);
  // By the crew it may be somebody else's from now on, and no address is both.
  const second = await findSecond(tx, id);
  if (by.actor === "crew" || second?.email === email) await dropSeconds(tx, [id]);
  if (by.actor === "crew") await dropDayAddresses(tx, [id]);
  await tx
    .update(registration)
    .set({ email, verifiedAt: null, bouncedAt: null, offeredUntil, remindAt, changedAt: now })
    .where(eq(registration.id, id));
  // Links and codes that went to the old mailbox are no longer their owner's.
  await tx
    .delete(registrationLink)
    .where(and(eq(registrationLink.registrationId, id), eq(registrationLink.mailed, true)));
  const occasion = newId();
  const facts = { registrationId: id };
  await post(tx, { eventId, kind: "registered", occasion, recipient: email, facts: { ...facts, status } });
  // Somebody else who registered the old address hears that they are, and not that it is used no longer.
  if (!(await seatLeftClaims(tx, camp, mine, times, now)))
    await post(tx, { eventId, kind: "address_changed", occasion, recipient: mine.email, facts });
  if (offeredUntil) {
    const facts = { registrationId: id, until: offeredUntil.toISOString() };
    await post(tx, { eventId, kind: "offered", occasion, recipient: email, facts });
  }
  await record(tx, { eventId, at: now, ...by, act: "change_address", subjectId: id, reason });
  await bump(tx, eventId, ["people"]);
}

async function rowOf(tx: Transaction, which: ReturnType<typeof eq>): Promise<RegistrationRow | null> {
  const [row] = await tx.select().from(registration).where(which);
  return row ?? null;
}
