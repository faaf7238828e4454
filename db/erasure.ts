/**
 * Forgetting somebody who asks for it: what they have goes to the line at once, and what we hold of them is gone, in
 * one transaction under the camp's lock. The log keeps that it happened, and not of whom.
 */
import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { bumpHolders } from "#db/device.ts";
import { forgetAccounts, hasAccountOnlyHere } from "#db/erasure/account.ts";
import { dropMail, dropNames, dropWords, lockMail } from "#db/erasure/traces.ts";
import { readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump, bumpProblem } from "#db/live.ts";
import { lockPage } from "#db/page.ts";
import { root } from "#db/pitch/standing.ts";
import { findLink, type Link } from "#db/registration/link.ts";
import { type EventRow, move } from "#db/registration/move.ts";
import type { StatusPage } from "#db/registration/status.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { badgePrint } from "#db/schema/badge.ts";
import { crewNote } from "#db/schema/crew-note.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { pitchReport } from "#db/schema/pitch-report.ts";
import { answer } from "#db/schema/question.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { roundUpLink } from "#db/schema/round-up.ts";
import { sessionRequestAsker } from "#db/schema/session-request.ts";
import { telling } from "#db/schema/telling.ts";
import { hand } from "#db/schema/voting.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { dropSeconds } from "#db/second-address/ending.ts";
import { forgetDay } from "#db/star.ts";
import { dropSwaps } from "#db/swap/forgetting.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { expectHands } from "#db/uncounted.ts";
import { type Erasure, type Hosted, staysBarred, wayOut, withdrawnWith } from "#domain/erasure.ts";
import { isOver, type Phase } from "#domain/event.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import { isProven, type Mailbox } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** Whether a page is that of the mailbox's reader: only they get all that is held, and have it deleted. */
export const isReaders = ({ claim }: Pick<Link, "claim">, mine: Mailbox): boolean =>
  claim === null && isProven(mine);

/** What deleting would do, for whoever asks first. Null for whoever has not proven the address. */
export async function readErasure(db: Store, page: StatusPage, now: Date): Promise<Erasure | null> {
  const { registration: mine, event, times } = page;
  if (page.link.claim || !mine.proven) return null;
  const over = isOver(event.phase, times.endsAt, now.getTime());
  const hosted = await listHosted(db, mine.id);
  const withdrawn = withdrawnWith(hosted, event.phase).length;
  return {
    lets: over ? null : (wayOut(mine.status)?.move ?? null),
    pitches: { withdrawn, stay: hosted.length - withdrawn },
    hands: await db.$count(hand, and(eq(hand.registrationId, mine.id), hand.up)),
    writeUps: await db.$count(writeUp, eq(writeUp.registrationId, mine.id)),
    counted:
      (await db.$count(registration, and(eq(registration.id, mine.id), registration.equalityAnswered))) > 0,
    account: await hasAccountOnlyHere(db, mine),
    barred: staysBarred(mine.status, over),
  };
}

/** What of theirs was not withdrawn, merged ones as one, bounded by the rounds of the camp. */
async function listHosted(db: Store, registrationId: string): Promise<Hosted[]> {
  // What somebody else brought is not theirs alone, whoever of them is still known.
  const others = sql<number>`(select count(*)::int from pitch_host as other
    join pitch as part on part.id = other.pitch_id
    where coalesce(part.merged_into, part.id) = ${root} and other.registration_id is distinct from ${registrationId})
    + case when ${pitchHost.own} then 0 else 1 end`;
  return db
    .selectDistinctOn([root], { id: root, others })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(and(eq(pitchHost.registrationId, registrationId), isNull(pitch.withdrawnAt)))
    .orderBy(root, desc(pitchHost.own));
}

/**
 * Deletes what is held of whoever reads this page. Safe to repeat: the second time the page is gone.
 * @returns refused `not_found` for an unknown token, `not_possible_now` where the address is not proven here
 */
export async function eraseMe(
  db: Database,
  token: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_possible_now">> {
  return transact<null, "not_found" | "not_possible_now">(db, async (tx) => {
    await waitForMail(tx, token, now);
    const page = await lockPage(tx, token, now);
    if (!page) return refused("not_found");
    const { camp, link, mine } = page;
    if (!isReaders(link, mine)) return refused("not_possible_now");
    const { endsAt } = await readTimes(tx, camp);
    const over = isOver(camp.phase, endsAt, now.getTime());
    await dropMail(tx, camp.id, [mine]);
    await bumpHolders(tx, [mine.id]);
    const out = over ? null : wayOut(mine.status);
    if (out) {
      const by = { actor: "camper", actorId: mine.id } as const;
      await move(tx, camp, [mine], { ...out, by }, now);
    }
    const hosted = await withdrawAlone(tx, camp, mine, now);
    await dropHiddenReasons(tx, mine);
    await dropNames(tx, camp.id, [mine]);
    await dropWords(tx, [mine]);
    await tx.delete(roundUpLink).where(eq(roundUpLink.registrationId, mine.id));
    await dropSwaps(tx, [mine.id], now);
    // Before the row with its hands goes: nobody else says that they are to be counted again.
    if ((await tx.$count(hand, eq(hand.registrationId, mine.id))) > 0)
      await expectHands(tx, camp.id, newId());
    await (staysBarred(mine.status, over) ? blank(tx, mine, now) : remove(tx, mine));
    await record(tx, {
      ...{ eventId: camp.id, at: now, actor: "camper", actorId: null },
      ...{ act: "erase", subjectId: camp.id, from: mine.status },
    });
    if (out) await settlePlaces(tx, camp, now);
    await (hosted ? bumpProblem : bump)(
      tx,
      camp.id,
      hosted ? ["people", "pitches", "draft", "grid"] : ["people"],
    );
    return granted(null);
  });
}

async function waitForMail(tx: Transaction, token: string, now: Date): Promise<void> {
  const link = await findLink(tx, token, now);
  const [mine] = link
    ? await tx.select().from(registration).where(eq(registration.id, link.registrationId))
    : [];
  if (mine) await lockMail(tx, mine.eventId, [mine]);
}

/** Withdraws what nobody else hosts, with what was merged into it. @returns whether they hosted anything */
async function withdrawAlone(
  tx: Transaction,
  camp: Pick<EventRow, "id"> & { phase: Phase },
  mine: RegistrationRow,
  now: Date,
): Promise<boolean> {
  const alone = withdrawnWith(await listHosted(tx, mine.id), camp.phase);
  if (alone.length > 0) {
    const gone = await tx
      .update(pitch)
      .set({ withdrawnAt: now, mergedInto: null, mergedAt: null })
      .where(inArray(root, alone))
      .returning({ id: pitch.id });
    const ids = gone.map(({ id }) => id);
    await tx.delete(placement).where(inArray(placement.pitchId, ids));
    const by = { eventId: camp.id, at: now, actor: "camper", actorId: mine.id } as const;
    await record(
      tx,
      ids.map((subjectId) => ({ ...by, act: "withdraw_pitch" as const, subjectId })),
    );
  }
  return (await tx.$count(pitchHost, eq(pitchHost.registrationId, mine.id))) > 0;
}

/** What the crew wrote to them of a pitch that it hid. */
async function dropHiddenReasons(tx: Transaction, { id }: RegistrationRow): Promise<void> {
  const theirs = tx
    .select({ id: pitchHost.pitchId })
    .from(pitchHost)
    .where(and(eq(pitchHost.registrationId, id), pitchHost.own));
  await tx
    .update(pitch)
    .set({ hiddenReason: "" })
    .where(and(inArray(pitch.id, theirs), isNotNull(pitch.hiddenAt)));
}

/** Links, tickets, hands, stars, reports and write-ups go with it. */
async function remove(tx: Transaction, mine: RegistrationRow): Promise<void> {
  await tx.delete(registration).where(eq(registration.id, mine.id));
  await forgetAccounts(tx, [mine]);
}

/** What a name becomes that must say something. */
const NOBODY = "–";

/** Keeps the address alone, of somebody the organisers took off. */
async function blank(tx: Transaction, { id }: RegistrationRow, now: Date): Promise<void> {
  await tx.delete(hand).where(eq(hand.registrationId, id));
  await forgetDay(tx, id);
  await tx.delete(pitchReport).where(eq(pitchReport.registrationId, id));
  await tx.delete(telling).where(eq(telling.registrationId, id));
  await tx.delete(writeUp).where(eq(writeUp.registrationId, id));
  await tx.delete(sessionRequestAsker).where(eq(sessionRequestAsker.registrationId, id));
  await tx.delete(crewNote).where(eq(crewNote.registrationId, id));
  await tx.delete(doorAct).where(eq(doorAct.registrationId, id));
  await tx.delete(checkIn).where(eq(checkIn.registrationId, id));
  await tx.delete(badgePrint).where(eq(badgePrint.registrationId, id));
  await dropSeconds(tx, [id]);
  await tx.delete(answer).where(eq(answer.registrationId, id));
  await tx
    .update(registration)
    .set({
      ...{ name: NOBODY, organisation: "", ...NO_NEEDS, firstTime: false, photos: false },
      ...{ formId: null, checkedInAt: null, equalityAnswered: false, changedAt: now },
    })
    .where(eq(registration.id, id));
  await tx.delete(registrationLink).where(eq(registrationLink.registrationId, id));
}
