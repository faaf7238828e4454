/**
 * Proof that an address is read by the person who registered: a six-digit code typed on their page,
 * or the button on the page that only the mailed link opens. The worker mints both when it sends the
 * mail, so that the outbox never holds a secret and the rush never waits for scrypt.
 */
import { and, desc, eq, gt, isNotNull, like, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { hashCode, isCode } from "#db/code.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newCode } from "#db/id.ts";
import { findLink, mintLink } from "#db/link.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import { fillFreePlaces } from "#db/waiting.ts";
import { offerUntil } from "#domain/offer.ts";
import type { Refusal } from "#domain/refusal.ts";
import { granted, type Result, refused } from "#domain/result.ts";

const TRIES = 5;
const CODE_PAUSE = 60_000;
const CODES_A_DAY = 6;
const DAY = 24 * 60 * 60 * 1000;

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
 * Confirms the address by the mailed link's button. Safe to repeat.
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
  return verify(db, link.registrationId, now);
}

/**
 * Confirms the address by the code of the newest mail.
 *
 * @param code six digits; spaces are the door's to strip
 * @returns refused `wrong_code`, after five of them `too_many_tries`, or `code_expired`
 */
export async function confirmByCode(
  db: Database,
  registrationId: string,
  code: string,
  now: Date,
): Promise<Result<null, Extract<Refusal, "not_found" | "wrong_code" | "too_many_tries" | "code_expired">>> {
  const tried = await takeTry(db, registrationId, now);
  if (!tried) return refused("code_expired");
  if (tried.tries > TRIES) return refused("too_many_tries");
  if (!(await isCode(code, tried.codeHash))) return refused("wrong_code");
  return verify(db, registrationId, now);
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

async function verify(db: Database, registrationId: string, now: Date): Promise<Result<null, "not_found">> {
  return transact(db, async (tx) => {
    const mine = eq(registration.id, registrationId);
    const [known] = await tx.select({ eventId: registration.eventId }).from(registration).where(mine);
    const camp = known && (await lockEvent(tx, known.eventId));
    const [found] = await tx.select().from(registration).where(mine);
    if (!found || !camp) return refused("not_found");
    if (found.verifiedAt && !found.bouncedAt) return granted(null);
    // A clock that stood still while mail came back runs anew from here.
    const until = new Date(offerUntil(now.getTime(), camp.startsAt.getTime(), camp.zone));
    const offeredUntil = found.bouncedAt && found.offeredUntil ? until : found.offeredUntil;
    await tx
      .update(registration)
      .set({ verifiedAt: now, bouncedAt: null, offeredUntil, changedAt: now })
      .where(eq(registration.id, registrationId));
    await record(tx, {
      eventId: camp.id,
      at: now,
      actor: "camper",
      actorId: registrationId,
      act: "verify",
      subjectId: registrationId,
    });
    await fillFreePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}

/**
 * Posts a fresh code to the address of a registration: one a minute, and few enough a day that nobody can
 * fill a stranger's mailbox with them.
 *
 * @returns refused `too_many` when the day's codes are used up
 */
export async function sendCodeAgain(
  db: Database,
  registrationId: string,
  now: Date,
): Promise<Result<null, "not_found" | "too_many">> {
  const [row] = await db.select().from(registration).where(eq(registration.id, registrationId));
  if (!row) return refused("not_found");
  const again = `${row.id}:again:`;
  const today = and(like(outbox.occasion, `${again}%`), gt(outbox.createdAt, new Date(now.getTime() - DAY)));
  if ((await db.$count(outbox, and(eq(outbox.kind, "registered"), today))) >= CODES_A_DAY)
    return refused("too_many");
  await post(db, {
    eventId: row.eventId,
    kind: "registered",
    occasion: `${again}${Math.floor(now.getTime() / CODE_PAUSE)}`,
    recipient: row.email,
    facts: { registrationId: row.id, status: row.status },
  });
  return granted(null);
}
