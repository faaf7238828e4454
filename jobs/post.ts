/**
 * Takes mail from the outbox to wherever it goes. A letter is sent while its row is held and marked in the same
 * transaction; a crash in between sends it again, word for word, under the same Message-ID.
 */
import { markBounced } from "#db/bounce.ts";
import type { Database } from "#db/connection.ts";
import { startHold } from "#db/hold.ts";
import { mintLink } from "#db/link.ts";
import { addFacts, type DueLetter, markFailed, markSent, postpone, takeDue, WITH_CODE } from "#db/mail.ts";
import type { Transaction } from "#db/transaction.ts";
import { mintMailed } from "#db/verification.ts";
import { TO_OWN_PAGE, writeMessage } from "./letter.ts";
import { AT_ONCE, type Mailer, Undeliverable } from "./mailer.ts";

const MINUTE = 60_000;

/** After a passing fault: one minute, two, four ... at most an hour; given up after about a day. */
const MOST_TRIES = 28;
const pauseAfter = (tries: number) => Math.min(60, 2 ** tries) * MINUTE;

/** Sends everything that is due, a few letters at a time. */
export async function sendDue(db: Database, mailer: Mailer, now: Date): Promise<void> {
  const lane = async () => {
    while (await sendNext(db, mailer, now)) {}
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/**
 * Takes one letter a step further. It is done in two: first its link and code are made and kept with it, so that
 * a second try says the same; then it goes out.
 *
 * @returns false when no letter is due that another worker has not taken
 */
export async function sendNext(db: Database, mailer: Mailer, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const letter = await takeDue(tx, now);
    if (!letter) return false;
    try {
      // A savepoint: whatever fails inside, what we say about it outside is still written.
      await tx.transaction((inner) =>
        lacksLink(letter) ? addLink(inner, letter, now) : deliver(inner, mailer, letter, now),
      );
    } catch (fault) {
      await handleFault(tx, letter, fault, now);
    }
    return true;
  });
}

const lacksLink = (letter: DueLetter) => TO_OWN_PAGE.includes(letter.kind) && !letter.facts.token;

async function addLink(tx: Transaction, letter: DueLetter, now: Date): Promise<void> {
  const id = letter.facts.registrationId ?? "";
  const made = WITH_CODE.includes(letter.kind)
    ? await mintMailed(tx, id, now)
    : { token: await mintLink(tx, id, { mailed: true, now }) };
  await addFacts(tx, letter, made);
}

async function deliver(tx: Transaction, mailer: Mailer, letter: DueLetter, now: Date): Promise<void> {
  const message = await writeMessage(tx, letter, now);
  if (!message) return markFailed(tx, letter.id, "gone", now);
  await mailer.deliver(tx, message, now);
  await markSent(tx, letter.id, now);
  if (WITH_CODE.includes(letter.kind)) await startHold(tx, letter.facts.registrationId ?? "", now);
}

/** A refusal for good is told to the registration; anything else may pass. */
async function handleFault(tx: Transaction, letter: DueLetter, fault: unknown, now: Date): Promise<void> {
  const refused = fault instanceof Undeliverable;
  const words = fault instanceof Error ? (refused ? fault.message : fault.name) : "fault";
  // The fault's own message may quote the address.
  console.error(`Mail ${letter.id} (${letter.kind}), try ${letter.tries + 1}: ${words}`);
  if (!refused && letter.tries + 1 < MOST_TRIES) {
    return postpone(tx, letter.id, new Date(now.getTime() + pauseAfter(letter.tries)));
  }
  await markFailed(tx, letter.id, refused ? String(fault.code) : "no_way_through", now);
  await markBounced(tx, letter, now);
}
