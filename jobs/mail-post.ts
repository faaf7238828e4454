/**
 * Sends mail from the outbox. A mail is marked as sent first and handed over second, in one transaction that is then
 * committed: killed before the mail server has taken it, it goes later; killed between that and the commit, it goes a
 * second time, word for word, under the same Message-ID.
 */

import type { Database } from "#db/connection.ts";
import { whyNotTo } from "#db/group-mail/one.ts";
import {
  type DueMail,
  goesNowhere,
  keepMade,
  markFailed,
  markSent,
  postpone,
  putInMailbox,
  releaseHeld,
  staysHere,
  takeDue,
} from "#db/mail.ts";
import { markBounced } from "#db/mail-bounce.ts";
import { startHold } from "#db/registration/hold.ts";
import { mintLink } from "#db/registration/link.ts";
import { mintMailed } from "#db/registration/verification.ts";
import { mintSecond } from "#db/second-address/proving.ts";
import { mintSignIn } from "#db/sign-in.ts";
import type { Transaction } from "#db/transaction.ts";
import { mintTransfer } from "#db/transfer/receiving.ts";
import { makeReminder } from "#db/write-up/reminding.ts";
import { NO_ANSWER } from "#domain/mail.ts";
import { canBeRefused, leadsToOwnPage, type Made, WITH_CODE } from "#domain/mail-facts.ts";
import { isOneOfMany, makeForOne } from "./group-mail.ts";
import { inLanes } from "./lanes.ts";
import { writeMessage } from "./mail.ts";
import { AT_ONCE, type Mailer, NoAnswer, Undeliverable } from "./mailer.ts";

const MINUTE = 60_000;

/** In minutes, the longest of 1, 2, 4 ...; `held` while the mail server does not answer. About a day in all. */
const LONGEST_PAUSE = { answered: 60, held: 5 };
const MOST_TRIES = { answered: 28, held: 290 };

/** A sign-in code that lives less than this, in milliseconds, is made anew before the mail is tried again. */
const WORTH_SENDING = 5 * MINUTE;

/**
 * Sends everything that is due, a few mails at a time; also what falls due meanwhile, so that a code never waits for
 * the end of a long queue. Where the mail server does not answer, it stops until the next call.
 * @param clock read again for every mail
 * @param leaving aborted when nothing more is to be begun: a mail under way that is cut off would go out twice
 */
export async function sendDue(
  db: Database,
  mailer: Mailer,
  clock: () => Date,
  leaving?: AbortSignal,
): Promise<void> {
  await inLanes(AT_ONCE, leaving, async (turn) => (await sendNext(db, mailer, clock(), turn)) === "more");
}

/**
 * Takes one mail a step further: first its link and code are made and kept with it, so that a second try says the same;
 * the next time it goes out.
 * @param turn counts up with every mail of one connection, and decides whose turn it is
 * @returns `none` when no mail is due that another worker has not taken, `held` when the mail server does not answer
 */
export async function sendNext(
  db: Database,
  mailer: Mailer,
  now: Date,
  turn: number,
): Promise<"more" | "none" | "held"> {
  return db.transaction(async (tx) => {
    const mail = await takeDue(tx, now, turn);
    if (!mail) return "none";
    if ("unreadable" in mail) {
      console.error(`Mail ${mail.id} (${mail.unreadable}): its facts are not those of its kind`);
      await markFailed(tx, mail.id, "unreadable", now);
      await markBounced(tx, mail, now);
      return "more";
    }
    try {
      // A savepoint: whatever fails inside, what is written about it outside stays.
      await tx.transaction((inner) =>
        isReady(mail, now) ? deliver(inner, mailer, mail, now) : makeReady(inner, mail, now),
      );
    } catch (fault) {
      await handleFault(tx, mail, fault, now);
      if (fault instanceof NoAnswer) return "held";
    }
    return "more";
  });
}

function isReady({ kind, made }: DueMail, now: Date): boolean {
  if (leadsToOwnPage(kind)) return made.token !== undefined;
  if (kind === "transfer_offered" || kind === "second_asked") return made.token !== undefined;
  if (canBeRefused(kind)) return made.unsubscribe !== undefined;
  if (kind !== "sign_in") return true;
  return made.goodUntil !== undefined && Date.parse(made.goodUntil) - now.getTime() >= WORTH_SENDING;
}

async function makeReady(tx: Transaction, mail: DueMail, now: Date): Promise<void> {
  const made = await makeFor(tx, mail, now);
  if (made) await keepMade(tx, mail, made);
  else await markFailed(tx, mail.id, "gone", now);
}

async function makeFor(tx: Transaction, mail: DueMail, now: Date): Promise<Made | null> {
  if (mail.kind === "sign_in") return mintSignIn(tx, mail.occasion, now);
  if (isOneOfMany(mail)) return makeForOne(tx, mail, now);
  if (mail.kind === "write_up_reminder") return makeReminder(tx, mail, now);
  if (mail.kind === "transfer_offered") {
    const token = await mintTransfer(tx, mail.facts.transferId);
    return token === null ? null : { token };
  }
  const { secondOf, recipient } = mail;
  if (mail.kind === "second_asked") {
    const token = secondOf && (await mintSecond(tx, { secondOf, recipient }, now));
    return token ? { token } : null;
  }
  // It says nothing of the first address, so no code goes there and its link proves none.
  if (secondOf) return { token: await mintLink(tx, secondOf, { mailed: false, second: true, now }) };
  const id = mail.facts.registrationId ?? "";
  if (WITH_CODE.includes(mail.kind)) return mintMailed(tx, id, now);
  return { token: await mintLink(tx, id, { mailed: true, now }) };
}

async function deliver(tx: Transaction, mailer: Mailer, mail: DueMail, now: Date): Promise<void> {
  if (await goesNowhere(tx, mail)) return markFailed(tx, mail.id, "gone", now);
  const why = isOneOfMany(mail) ? await whyNotTo(tx, mail) : null;
  if (why) return markFailed(tx, mail.id, why, now);
  const message = await writeMessage(tx, mail, now);
  if (!message) return markFailed(tx, mail.id, "gone", now);
  await markSent(tx, mail.id, now);
  if (await staysHere(tx, mail)) await putInMailbox(tx, message, now);
  else {
    // Rolled back with the mark if it still does not answer.
    if (mail.failure === NO_ANSWER) await releaseHeld(tx, now);
    await mailer.deliver(tx, message, now);
  }
  // Last of all: it locks the registration, and whoever waits for that has locked their camp.
  if (WITH_CODE.includes(mail.kind) && !mail.secondOf)
    await startHold(tx, mail.facts.registrationId ?? "", now);
}

/** A final refusal marks the registration; anything else may pass. */
async function handleFault(tx: Transaction, mail: DueMail, fault: unknown, now: Date): Promise<void> {
  const refused = fault instanceof Undeliverable;
  const why = fault instanceof NoAnswer ? "held" : "answered";
  const failure = failureOf(fault);
  // The fault's own message may quote the address.
  console.error(`Mail ${mail.id} (${mail.kind}), try ${mail.tries + 1}: ${failure}`);
  if (!refused && mail.tries + 1 < MOST_TRIES[why]) {
    const pause = Math.min(LONGEST_PAUSE[why], 2 ** mail.tries) * MINUTE;
    return postpone(tx, mail.id, failure, new Date(now.getTime() + pause));
  }
  await markFailed(tx, mail.id, refused ? failure : "no_way_through", now);
  await markBounced(tx, mail, now);
}

function failureOf(fault: unknown): string {
  if (fault instanceof Undeliverable) return String(fault.code);
  if (fault instanceof NoAnswer) return NO_ANSWER;
  return fault instanceof Error ? fault.name : "fault";
}
