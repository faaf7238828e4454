/**
 * Proof that somebody reads the address they registered: a six-digit code typed on their page, or the button on the
 * page that only the mailed link opens. The worker makes both when it sends the mail, so that the outbox holds no
 * secret and nobody waits for scrypt.
 */
import { and, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { hashCode, isCode } from "#db/code.ts";
import type { Database, Store } from "#db/connection.ts";
import { holdTicket } from "#db/device.ts";
import { readTimes } from "#db/event.ts";
import { newCode } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { type LockedPage, lockPage } from "#db/page.ts";
import { writeMore } from "#db/question/answers.ts";
import { spend } from "#db/rate-limit.ts";
import { rejoin } from "#db/registration/answer.ts";
import { writeAnswers } from "#db/registration/answers.ts";
import { claimBrowsers } from "#db/registration/claim.ts";
import { findLink, type Link, mintLink, setClaim } from "#db/registration/link.ts";
import { move } from "#db/registration/move.ts";
import { remindOf } from "#db/registration/reminder.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { endTickets } from "#db/ticket.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { isHalted, isOver } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Answers, answersOf } from "#domain/registration/answers.ts";
import { offerAnew, runsUntil } from "#domain/registration/offer.ts";
import { allows, isLive, isProven, type RegistrationForm } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

const TRIES = 5;
const CODE_PAUSE = 60_000;

/** The token of a private address that proves the mailbox, and a code. Call it when the mail goes out. */
export async function mintMailed(
  store: Store,
  registrationId: string,
  now: Date,
): Promise<{ token: string; code: string }> {
  const code = newCode();
  const token = await mintLink(store, registrationId, { mailed: true, codeHash: await hashCode(code), now });
  return { token, code };
}

/**
 * Confirms the address by the mailed link's button. Safe to repeat. Other browsers that registered it go on showing
 * what they were told until the code is typed there: whoever typed an address may not be who reads it.
 * @param token of the page the button stands on
 * @returns refused `not_found` when it did not come by mail, `camp_over` once no place can be taken any more
 */
export async function confirmByLink(
  db: Database,
  token: string,
  now: Date,
): Promise<Result<null, "not_found" | "camp_over" | "camp_halted">> {
  return transact<null, "not_found" | "camp_over" | "camp_halted">(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page?.link.mailed) return refused("not_found");
    const proved = await prove(tx, page, now);
    if (proved.ok && page.mine.verifiedAt === null && (await isWanted(tx, page.mine.id)))
      await comeBack(tx, page, {}, now);
    return proved;
  });
}

type CodeRefusal = Extract<
  Refusal,
  "not_found" | "wrong_code" | "too_many_tries" | "code_expired" | "camp_over" | "camp_halted"
>;

/**
 * Confirms the address by the newest mail's code, typed in the browser that registered it: its page shows the
 * registration from then on, and it holds the ticket.
 * @param token of that browser's page
 * @param code six digits; the handler strips spaces
 * @returns refused `wrong_code`, after five of them `too_many_tries`, or `code_expired`
 */
export async function confirmByCode(
  db: Database,
  token: string,
  code: string,
  deviceId: string,
  now: Date,
): Promise<Result<null, CodeRefusal>> {
  const link = await findLink(db, token, now);
  if (!link) return refused("not_found");
  const tried = await takeTry(db, link.registrationId, now);
  if (!tried) return refused("code_expired");
  if (tried.tries > TRIES) return refused("too_many_tries");
  if (!(await isCode(code, tried.codeHash))) return refused("wrong_code");
  return transact<null, CodeRefusal>(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page) return refused("not_found");
    // The address may have been mended since: a code sent to the old one proves nothing about the new.
    const still = eq(registrationLink.tokenHash, tried.tokenHash);
    if ((await tx.$count(registrationLink, still)) === 0) return refused("code_expired");
    return proveHere(tx, page, deviceId, now);
  });
}

/** Counts a try before looking at it, so that guesses sent at once cannot share one. */
async function takeTry(db: Database, registrationId: string, now: Date) {
  const newest = db
    .select({ tokenHash: registrationLink.tokenHash })
    .from(registrationLink)
    .where(
      and(
        eq(registrationLink.registrationId, registrationId),
        isNotNull(registrationLink.codeHash),
        gt(registrationLink.codeExpiresAt, now),
      ),
    )
    .orderBy(desc(registrationLink.createdAt), desc(registrationLink.tokenHash))
    .limit(1);
  const [row] = await db
    .update(registrationLink)
    .set({ codeTries: sql`${registrationLink.codeTries} + 1` })
    .where(sql`${registrationLink.tokenHash} in (${newest})`)
    .returning({
      tokenHash: registrationLink.tokenHash,
      codeHash: registrationLink.codeHash,
      tries: registrationLink.codeTries,
    });
  return row?.codeHash ? { ...row, codeHash: row.codeHash } : null;
}

/** For a browser known to read the mailbox: its page shows the registration, and it holds the ticket. */
export async function proveHere(
  tx: Transaction,
  page: LockedPage,
  deviceId: string,
  now: Date,
): Promise<Result<null, "camp_over" | "camp_halted">> {
  const proved = await prove(tx, page, now);
  if (!proved.ok) return proved;
  const { mine, link } = page;
  const answers = link.claim?.typed ? await writeTyped(tx, mine, link.claim.form, now) : {};
  // Who had let go and registered here once more was told that they are in; now it is known that it was they.
  if (link.claim && isLive(link.claim.told)) await comeBack(tx, page, answers, now);
  await setClaim(tx, link, null);
  await holdTicket(tx, deviceId, mine.id);
  return granted(null);
}

/** Whether somebody registered the address after whoever typed it before had let go of it: by its reader it is wanted. Bounded by how often one address may be asked for. */
async function isWanted(tx: Transaction, registrationId: string): Promise<boolean> {
  const rows = await tx
    .select({ claim: registrationLink.claim })
    .from(registrationLink)
    .where(and(eq(registrationLink.registrationId, registrationId), isNotNull(registrationLink.claim)));
  return rows.some(({ claim }) => claim?.typed && isLive(claim.told));
}

/** Somebody who let go is in again, at the back. Nothing where they did not. @param answers what they said since */
async function comeBack(
  tx: Transaction,
  { camp, mine }: LockedPage,
  answers: Partial<Answers>,
  now: Date,
): Promise<void> {
  if (!allows("register", mine.status)) return;
  const known = { ...mine, ...answers, verifiedAt: mine.verifiedAt ?? now, bouncedAt: null };
  if (!(await rejoin(tx, camp, known, now))) return;
  await settlePlaces(tx, camp, now);
  await bump(tx, camp.id, ["people"]);
}

/** A sector that is gone is not taken. @returns what was written */
async function writeTyped(
  tx: Transaction,
  mine: RegistrationRow,
  { more = {}, ...answers }: RegistrationForm,
  now: Date,
): Promise<Answers> {
  const { id, eventId } = mine;
  const there = and(eq(sector.id, answers.sectorId), eq(sector.eventId, eventId));
  const sectorId = (await tx.$count(sector, there)) > 0 ? answers.sectorId : mine.sectorId;
  await writeMore(tx, eventId, [{ registrationId: id, more }]);
  const said = { ...answersOf(answers), sectorId };
  await writeAnswers(tx, mine, said, now);
  return said;
}

async function prove(
  tx: Transaction,
  { camp, mine }: LockedPage,
  now: Date,
): Promise<Result<null, "camp_over" | "camp_halted">> {
  const times = await readTimes(tx, camp);
  if (isOver(camp.phase, times.endsAt, now.getTime()) && !isProven(mine)) return refused("camp_over");
  // A held place would become theirs.
  if (isHalted(camp.phase) && allows("prove", mine.status)) return refused("camp_halted");
  // Before the first proof anybody may have typed the address; a bounce since does not change whose it is.
  if (mine.verifiedAt === null) {
    await claimBrowsers(tx, mine);
    await endTickets(tx, mine.id);
  }
  if (isProven(mine)) return granted(null);
  const by = { actor: "camper", actorId: mine.id } as const;
  const proof = { verifiedAt: now, bouncedAt: null, lapsedAt: null };
  if (allows("prove", mine.status)) {
    await move(tx, camp, [mine], { move: "prove", to: "confirmed", by, set: proof }, now);
  } else {
    // An offer's time stood still while mail came back, and starts anew.
    const stood = mine.offeredUntil !== null && runsUntil(mine) === null;
    const offeredUntil = stood ? new Date(offerAnew(now.getTime(), times)) : mine.offeredUntil;
    const remindAt = stood ? remindOf(now, offeredUntil!, times.zone) : mine.remindAt;
    await tx
      .update(registration)
      .set({ ...proof, offeredUntil, remindAt, changedAt: now })
      .where(eq(registration.id, mine.id));
    await record(tx, { eventId: camp.id, at: now, ...by, act: "verify", subjectId: mine.id });
  }
  await settlePlaces(tx, camp, now);
  await bump(tx, camp.id, ["people"]);
  return granted(null);
}

/** Once a minute. Refused `too_many` after so many in an hour: nobody may fill a stranger's mailbox. */
export async function sendCodeAgain(
  db: Database,
  { registrationId, claim }: Pick<Link, "registrationId" | "claim">,
  now: Date,
): Promise<Result<null, "not_found" | "too_many">> {
  return transact<null, "not_found" | "too_many">(db, async (tx) => {
    const [row] = await tx.select().from(registration).where(eq(registration.id, registrationId));
    if (!row) return refused("not_found");
    const spent = await spend(tx, [{ limit: "code_by_registration", by: row.id }], now);
    if (!spent.ok) return spent;
    await post(tx, {
      eventId: row.eventId,
      // That the address was known before is said only in its mailbox, never on the page.
      ...(claim
        ? { kind: "your_page", facts: { registrationId: row.id } }
        : { kind: "registered", facts: { registrationId: row.id, status: row.status } }),
      occasion: `${row.id}:again:${Math.floor(now.getTime() / CODE_PAUSE)}`,
      recipient: row.email,
    });
    return granted(null);
  });
}
