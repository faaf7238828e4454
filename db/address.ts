/**
 * A mistyped mail address, mended by the camper while it is unproven, or by an organiser. Whoever reads the old mailbox
 * loses what we sent there; the new one is proven again; both are told.
 */
import { and, eq, isNotNull } from "drizzle-orm";
import { chargeOfAddress, sharedBy } from "#db/allowance.ts";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { spend } from "#db/limit.ts";
import { claimOwnPage, dropLink, findLink, type Link, mintLink } from "#db/link.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { arrive, type By, type EventRow, move } from "#db/move.ts";
import { countPlaces } from "#db/place.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { settlePlaces } from "#db/waiting.ts";
import type { Claim } from "#domain/claim.ts";
import { isOver, permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { admit, allows, isLive, isProven, type RegistrationForm, sameAddress } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Organiser } from "#domain/viewer.ts";

type MendRefusal = Extract<
  Refusal,
  "not_found" | "too_many" | "not_possible_now" | "not_open" | "camp_over" | "line_full"
>;

/**
 * Gives the registration behind a page another address, at the same turn. It answers an address that is registered
 * already as it does any other: the page then shows what it showed, and only the code from that mailbox opens more.
 *
 * @param token of the page
 * @returns the token of the page from now on; refused `not_possible_now` once the address is proven, and `too_many` after
 *   three in a day: each is mailed
 */
export async function mendAddress(
  db: Database,
  token: string,
  email: string,
  now: Date,
): Promise<Result<{ token: string }, MendRefusal>> {
  const address = sameAddress(email);
  return transact<{ token: string }, MendRefusal>(db, async (tx) => {
    const link = await findLink(tx, token, now);
    const known = link && (await rowOf(tx, eq(registration.id, link.registrationId)));
    const camp = known && (await lockEvent(tx, known.eventId));
    const mine = link && (await rowOf(tx, eq(registration.id, link.registrationId)));
    if (!camp || !mine || link.mailed) return refused("not_found");
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    if (!permits(camp.phase, "answer")) return refused("not_open");
    const form = { ...(link.claim?.form ?? formOf(mine)), email: address };
    if (!link.claim && (isProven(mine) || !isLive(mine.status))) return refused("not_possible_now");
    // By the form, which stays the same whatever registration the page is led to.
    const mends = { limit: "mend_by_form", by: form.id } as const;
    const spent = await spend(tx, [mends, chargeOfAddress(camp.id, address), ...sharedBy(camp.id)], now);
    if (!spent.ok) return spent;
    const other = await rowOf(tx, and(eq(registration.eventId, camp.id), eq(registration.email, address))!);
    const next = other
      ? await claimOther(tx, camp, { link, mine, other, form }, now)
      : await moveHere(tx, camp, { link, mine, form }, now);
    if (!next.ok) return next;
    await dropLink(tx, link);
    const { registrationId, claim } = next.value;
    return granted({ token: await mintLink(tx, registrationId, { mailed: false, claim, now }) });
  });
}

type Next = { registrationId: string; claim?: Claim };
type Mending = { link: Link; mine: RegistrationRow; form: RegistrationForm };

/** The new address is somebody's: what was here is let go, and the page goes on showing it. */
async function claimOther(
  tx: Transaction,
  camp: EventRow,
  { link, mine, other, form }: Mending & { other: RegistrationRow },
  now: Date,
): Promise<Result<Next, "not_possible_now">> {
  if (other.id === mine.id)
    return granted({ registrationId: mine.id, ...(link.claim && { claim: link.claim }) });
  const told = link.claim?.told ?? (mine.status === "held" ? "held" : "waiting");
  const claim = { form, told, rank: link.claim?.rank ?? mine.rank };
  if (!link.claim) {
    const by: By = { actor: "camper", actorId: mine.id };
    if (allows("give_back", mine.status))
      await move(tx, camp, [mine], { move: "give_back", to: "released", by }, now);
    else if (allows("leave", mine.status))
      await move(tx, camp, [mine], { move: "leave", to: "left", by }, now);
    else return refused("not_possible_now");
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
  }
  await claimOwnPage(tx, camp.id, [{ id: other.id, email: other.email, now }]);
  return granted({ registrationId: other.id, claim });
}

/** The new address is nobody's: the registration gets it, or a page that had only a claim becomes one at its turn. */
async function moveHere(
  tx: Transaction,
  camp: EventRow,
  { link, mine, form }: Mending,
  now: Date,
): Promise<Result<Next, "line_full">> {
  const { claim } = link;
  if (!claim) {
    await giveAddress(tx, mine, form.email, { actor: "camper", actorId: mine.id }, now);
    return granted({ registrationId: mine.id });
  }
  const admitted = admit(camp, await countPlaces(tx, camp.id), { proven: false, lapsed: false });
  if (!admitted.ok) return admitted;
  const { id: formId, ...answers } = form;
  const turn = { status: admitted.value, rank: claim.rank, registeredAt: now, changedAt: now };
  const row = { id: newId(), eventId: camp.id, formId, ...answers, ...turn };
  await arrive(tx, camp, [{ row, from: null, now, mailed: true }]);
  return granted({ registrationId: row.id });
}

/**
 * Mends somebody's address by an organiser's hand. A place they have stays theirs.
 *
 * @param reason in the organiser's words; refused `bad_input` when empty, `address_taken` for another's address
 */
export async function mendAddressByHand(
  db: Database,
  organiser: Organiser,
  registrationId: string,
  { email, reason }: { email: string; reason: string },
  now: Date,
): Promise<Result<null, "not_found" | "bad_input" | "address_taken">> {
  const address = sameAddress(email);
  if (reason.trim() === "") return refused("bad_input");
  return transact<null, "not_found" | "address_taken">(db, async (tx) => {
    const camp = await lockEvent(tx, organiser.eventId);
    const here = eq(registration.eventId, organiser.eventId);
    const mine = await rowOf(tx, and(here, eq(registration.id, registrationId))!);
    if (!camp || !mine) return refused("not_found");
    if (mine.email === address) return granted(null);
    if (await rowOf(tx, and(here, eq(registration.email, address))!)) return refused("address_taken");
    await giveAddress(tx, mine, address, { actor: "crew", actorId: organiser.personId }, now, reason.trim());
    return granted(null);
  });
}

async function giveAddress(
  tx: Transaction,
  mine: RegistrationRow,
  email: string,
  by: By,
  now: Date,
  reason = "",
): Promise<void> {
  const { id, eventId, status } = mine;
  await tx
    .update(registration)
    .set({ email, verifiedAt: null, bouncedAt: null, changedAt: now })
    .where(eq(registration.id, id));
  // Links and codes that went to the old mailbox are no longer their owner's.
  await tx
    .delete(registrationLink)
    .where(and(eq(registrationLink.registrationId, id), eq(registrationLink.mailed, true)));
  await tx
    .delete(registrationLink)
    .where(and(eq(registrationLink.registrationId, id), isNotNull(registrationLink.claim)));
  const occasion = newId();
  await post(tx, [
    {
      eventId,
      kind: "address_changed",
      occasion,
      recipient: mine.email,
      facts: { registrationId: id },
    },
    { eventId, kind: "registered", occasion, recipient: email, facts: { registrationId: id, status } },
  ]);
  await record(tx, { eventId, at: now, ...by, act: "change_address", subjectId: id, reason });
  await bump(tx, eventId, ["people"]);
}

function formOf(row: RegistrationRow): RegistrationForm {
  const { name, email, sectorId, organisation, firstTime, access, photos } = row;
  return { id: row.formId ?? row.id, name, email, sectorId, organisation, firstTime, access, photos };
}

async function rowOf(tx: Transaction, which: ReturnType<typeof eq>): Promise<RegistrationRow | null> {
  const [row] = await tx.select().from(registration).where(which);
  return row ?? null;
}
