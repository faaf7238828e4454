/**
 * Proof that an address is read by the person who registered: a six-digit code typed on their page,
 * or the button on the page that only the mailed link opens. The worker mints both when it sends the
 * mail, so that the outbox never holds a secret and the rush never waits for scrypt.
 */
import { and, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { claimBrowsers } from "#db/claim.ts";
import { hashCode, isCode } from "#db/code.ts";
import type { Database, Store } from "#db/connection.ts";
import { holdTicket } from "#db/device.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { newCode } from "#db/id.ts";
import { spend } from "#db/limit.ts";
import { findLink, type Link, mintLink } from "#db/link.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { move } from "#db/move.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { settlePlaces } from "#db/waiting.ts";
import { offerAnew } from "#domain/offer.ts";
import type { Refusal } from "#domain/refusal.ts";
import { allows, isProven } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

const TRIES = 5;
const CODE_PAUSE = 60_000;

/**
 * Makes what a mail to this person carries: the token of a private address that proves the mailbox,
 * and a code. Call it when the mail goes out.
 */
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
 * what they were told until somebody types the code there: whoever typed an address may not be who reads it.
 *
 * @param token of the page the button stands on; refused `not_found` when it did not come by mail
 */
export async function confirmByLink(
  db: Database,
  token: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  const link = await findLink(db, token, now);
  if (!link?.mailed) return refused("not_found");
  return verify(db, link.registrationId, now, async () => {});
}

/**
 * Confirms the address by the code of the newest mail, typed in the browser that registered it: from now on its page
 * says the truth, and it holds the ticket.
 *
 * @param token of that browser's page
 * @param code six digits; spaces are the handler's to strip
 * @param deviceId the browser
 * @returns refused `wrong_code`, after five of them `too_many_tries`, or `code_expired`
 */
export async function confirmByCode(
  db: Database,
  token: string,
  code: string,
  deviceId: string,
  now: Date,
): Promise<Result<null, Extract<Refusal, "not_found" | "wrong_code" | "too_many_tries" | "code_expired">>> {
  const link = await findLink(db, token, now);
  if (!link) return refused("not_found");
  const tried = await takeTry(db, link.registrationId, now);
  if (!tried) return refused("code_expired");
  if (tried.tries > TRIES) return refused("too_many_tries");
  if (!(await isCode(code, tried.codeHash))) return refused("wrong_code");
  return verify(db, link.registrationId, now, async (tx, found) => {
    await tx
      .update(registrationLink)
      .set({ claim: null })
      .where(eq(registrationLink.tokenHash, link.tokenHash));
    await holdTicket(tx, deviceId, found.id);
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
    .returning({ codeHash: registrationLink.codeHash, tries: registrationLink.codeTries });
  return row?.codeHash ? { codeHash: row.codeHash, tries: row.tries } : null;
}

async function verify(
  db: Database,
  registrationId: string,
  now: Date,
  also: (tx: Transaction, found: RegistrationRow) => Promise<void>,
): Promise<Result<null, "not_found">> {
  return transact(db, async (tx) => {
    const mine = eq(registration.id, registrationId);
    const [known] = await tx.select({ eventId: registration.eventId }).from(registration).where(mine);
    const camp = known && (await lockEvent(tx, known.eventId));
    const [found] = await tx.select().from(registration).where(mine);
    if (!found || !camp) return refused("not_found");
    // A proof that was given before counts, also where mail came back since: whoever gave it keeps their page.
    if (found.verifiedAt === null) await claimBrowsers(tx, found);
    await also(tx, found);
    if (isProven(found)) return granted(null);
    const by = { actor: "camper", actorId: registrationId } as const;
    const proof = { verifiedAt: now, bouncedAt: null, lapsedAt: null };
    if (allows("prove", found.status)) {
      await move(tx, camp, [found], { move: "prove", to: "confirmed", by, set: proof }, now);
    } else {
      // A clock that stood still while mail came back runs anew from here.
      const anew = found.bouncedAt && offerAnew(now.getTime(), await readTimes(tx, camp));
      const offeredUntil = found.offeredUntil && anew ? new Date(anew) : found.offeredUntil;
      await tx
        .update(registration)
        .set({ ...proof, offeredUntil, changedAt: now })
        .where(mine);
      await record(tx, { eventId: camp.id, at: now, ...by, act: "verify", subjectId: registrationId });
    }
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}

/**
 * Posts a fresh code to the address behind a page: one a minute, and few enough that nobody can fill a stranger's
 * mailbox with them.
 *
 * @returns refused `too_many` when the codes of this hour are used up
 */
export async function sendCodeAgain(
  db: Database,
  { registrationId, claim }: Pick<Link, "registrationId" | "claim">,
  now: Date,
): Promise<Result<null, "not_found" | "too_many">> {
  const [row] = await db.select().from(registration).where(eq(registration.id, registrationId));
  if (!row) return refused("not_found");
  const spent = await spend(db, [{ limit: "code_by_registration", by: row.id }], now);
  if (!spent.ok) return spent;
  await post(db, {
    eventId: row.eventId,
    // Whoever typed an address that was known before is not told so here, but there.
    kind: claim ? "your_page" : "registered",
    occasion: `${row.id}:again:${Math.floor(now.getTime() / CODE_PAUSE)}`,
    recipient: row.email,
    facts: { registrationId: row.id, status: row.status },
  });
  return granted(null);
}
