/** Makes two registrations of one person one, under the camp's lock: told to both addresses, and in the log. */
import { and, count, eq, inArray, notInArray, sql } from "drizzle-orm";
import { markOf } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { bumpHolders } from "#db/device.ts";
import { makeCheckIns } from "#db/door/acts.ts";
import { type EventRow, lockEvent, readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bumpProblem } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { move } from "#db/registration/move.ts";
import { takeRank } from "#db/registration/rank.ts";
import { forgetBrowsers } from "#db/registration/reception.ts";
import { remindOf } from "#db/registration/reminder.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { passEntry } from "#db/release.ts";
import { audit } from "#db/schema/audit.ts";
import { crewNote } from "#db/schema/crew-note.ts";
import { doorAct } from "#db/schema/door.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { pitchHost } from "#db/schema/pitch.ts";
import { pitchReport } from "#db/schema/pitch-report.ts";
import { answer } from "#db/schema/question.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { sessionRequestAsker } from "#db/schema/session-request.ts";
import { telling } from "#db/schema/telling.ts";
import { hand } from "#db/schema/voting.ts";
import { uniteStars } from "#db/star.ts";
import { uniteSwaps } from "#db/swap/forgetting.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { expectHands } from "#db/uncounted.ts";
import { uniteWriteUps } from "#db/write-up.ts";
import { sameAddress } from "#domain/email-address.ts";
import { isOver } from "#domain/event.ts";
import { whyNotByHand } from "#domain/people.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Merged, mergedFrom, mergedNeeds } from "#domain/registration/merging.ts";
import { type CampTimes, offerAnew, runsUntil } from "#domain/registration/offer.ts";
import { isEntered, isHeld, isOffered } from "#domain/registration/status.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type Pair = { stays: RegistrationRow; goes: RegistrationRow };

/** The other registration of somebody, by the address they also used; null where nobody else here has it. */
export async function findTwin(
  db: Store,
  { eventId }: May<"movePeople">,
  registrationId: string,
  email: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.email, sameAddress(email))));
  return row && row.id !== registrationId ? row.id : null;
}

async function readPair(store: Store, eventId: string, stays: string, goes: string): Promise<Pair | null> {
  const rows = await store
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.id, [stays, goes])));
  const of = (id: string) => rows.find((row) => row.id === id);
  const pair = { stays: of(stays), goes: of(goes) };
  return stays !== goes && pair.stays && pair.goes ? (pair as Pair) : null;
}

/** What merging would come to, with what each of the two has beside a place. */
export type MergePreview = Pair & {
  /** Null where there is nothing to merge. */
  merged: Merged | null;
  hands: { stays: number; goes: number };
  pitches: { stays: number; goes: number };
  mark: string;
};

/** Changes nothing. Null where one of the two is not of this camp, or both are the same. */
export async function previewMerge(
  db: Store,
  { eventId }: May<"movePeople">,
  stays: string,
  goes: string,
): Promise<MergePreview | null> {
  const pair = await readPair(db, eventId, stays, goes);
  if (!pair) return null;
  const up = (id: string) => db.$count(hand, and(eq(hand.registrationId, id), eq(hand.up, true)));
  const brought = (id: string) => db.$count(pitchHost, eq(pitchHost.registrationId, id));
  return {
    ...pair,
    merged: mergedFrom(pair.stays, pair.goes),
    hands: { stays: await up(stays), goes: await up(goes) },
    pitches: { stays: await brought(stays), goes: await brought(goes) },
    mark: markOfPair(pair),
  };
}

/** A fingerprint of where the two stand: what is done is what was seen. */
const markOfPair = (pair: Pair) =>
  markOf([pair.stays, pair.goes].map(({ id, email, status, rank }) => [id, email, status, rank]));

type MergeRefusal = Extract<Refusal, "not_found" | "changed_meanwhile" | "camp_over" | "not_open">;

/**
 * Gives the one that stays the better place and turn of the two, and the hands, pitches and notes of both; of the
 * answers, what it left empty. The other one ends and opens nothing any more. Safe to repeat: then it is done already.
 *
 * @param mark of what was seen; refused `changed_meanwhile` where it is another by now
 * @param reason in the organiser's words; refused `bad_input` when empty, `camp_over` or `not_open` by `whyNotByHand`
 */
export async function mergePeople(
  db: Database,
  crew: May<"movePeople">,
  { stays, goes, mark, reason }: { stays: string; goes: string; mark: string; reason: string },
  now: Date,
): Promise<Result<null, MergeRefusal | "bad_input">> {
  const why = reason.trim();
  if (why === "") return refused("bad_input");
  return transact<null, MergeRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const pair = camp && (await readPair(tx, camp.id, stays, goes));
    if (!camp || !pair) return refused("not_found");
    const times = await readTimes(tx, camp);
    const closed = whyNotByHand("confirm", camp.phase, isOver(camp.phase, times.endsAt, now.getTime()));
    if (closed) return refused(closed);
    const merged = mergedFrom(pair.stays, pair.goes);
    if (!merged && (await isMerged(tx, pair))) return granted(null);
    if (!merged || markOfPair(pair) !== mark) return refused("changed_meanwhile");
    await giveBetter(tx, camp, pair, merged, { crew, reason: why, times }, now);
    await uniteWhatIsTheirs(tx, camp, pair, now);
    await tell(tx, camp, pair, merged, why);
    await settlePlaces(tx, camp, now);
    await bumpProblem(tx, camp.id, ["people", "pitches", "draft", "grid"]);
    return granted(null);
  });
}

async function isMerged(tx: Transaction, { stays, goes }: Pair): Promise<boolean> {
  const into = and(
    eq(audit.subjectId, goes.id),
    eq(audit.act, "merge_away"),
    sql`${audit.detail} ->> 'into' = ${stays.id}`,
  );
  return (await tx.$count(audit, into)) > 0;
}

/** The other one's place is free before it is taken, and its rank: two never have the same. */
async function giveBetter(
  tx: Transaction,
  camp: EventRow,
  { stays, goes }: Pair,
  { status, rank, from }: Merged,
  { crew, reason, times }: { crew: May<"movePeople">; reason: string; times: CampTimes },
  now: Date,
): Promise<void> {
  const by = { actor: "crew", actorId: crew.personId } as const;
  const better = from === "goes" ? goes : stays;
  if (isEntered(status) && from === "goes") await passEntry(tx, goes.id, stays.id);
  const behind = { rank: await takeRank(tx, camp.id), formId: null };
  await move(
    tx,
    camp,
    [goes],
    { move: "merge_away", to: "removed", by, reason, detail: { into: stays.id }, set: behind },
    now,
  );
  const { heldUntil, pausedUntil, keptBack } = better;
  // Nobody read of an offer whose mail came back: at the other address it has its whole time again.
  const stood = from === "goes" && isOffered(status) && runsUntil(goes) === null;
  const offeredUntil = stood ? new Date(offerAnew(now.getTime(), times)) : better.offeredUntil;
  const remindAt = stood ? remindOf(now, offeredUntil!, times.zone) : better.remindAt;
  const filled = {
    organisation: stays.organisation || goes.organisation,
    ...mergedNeeds(stays, goes),
    equalityAnswered: stays.equalityAnswered || goes.equalityAnswered,
  };
  const set = {
    ...filled,
    offeredUntil,
    remindAt,
    pausedUntil,
    keptBack,
    rank,
    heldUntil: isHeld(status) ? heldUntil : null,
  };
  const detail = { goes: goes.id, was: { status: stays.status, rank: stays.rank } };
  await move(tx, camp, [stays], { move: "merge", to: status, by, reason, detail, set }, now);
}

async function uniteWhatIsTheirs(
  tx: Transaction,
  camp: EventRow,
  { stays, goes }: Pair,
  now: Date,
): Promise<void> {
  await bumpHolders(tx, [stays.id, goes.id]);
  await tx.execute(sql`insert into hand (pitch_id, registration_id, up, cast_at)
    select pitch_id, ${stays.id}, up, cast_at from hand as theirs where registration_id = ${goes.id}
    on conflict (pitch_id, registration_id) do update set up = hand.up or excluded.up`);
  await tx.delete(hand).where(eq(hand.registrationId, goes.id));
  await uniteStars(tx, { stays: stays.id, goes: goes.id });
  await uniteWriteUps(tx, { stays: stays.id, goes: goes.id });
  await tx.execute(sql`insert into pitch_report (pitch_id, registration_id, reason, at, settled_at)
    select pitch_id, ${stays.id}, reason, at, settled_at from pitch_report as theirs where registration_id = ${goes.id}
    on conflict do nothing`);
  await tx.delete(pitchReport).where(eq(pitchReport.registrationId, goes.id));
  await tx.execute(sql`update telling set registration_id = ${stays.id} where registration_id = ${goes.id}
    and not exists (select from telling as mine where mine.registration_id = ${stays.id} and mine.pitch_id = telling.pitch_id)`);
  await tx.delete(telling).where(eq(telling.registrationId, goes.id));
  await tx.execute(sql`insert into session_request_asker (request_id, registration_id, reason, asked_at, put_away_at)
    select request_id, ${stays.id}, reason, asked_at, put_away_at from session_request_asker as theirs
    where registration_id = ${goes.id} on conflict do nothing`);
  await tx.delete(sessionRequestAsker).where(eq(sessionRequestAsker.registrationId, goes.id));
  await expectHands(tx, camp.id, newId());
  const both = tx
    .select({ id: pitchHost.pitchId })
    .from(pitchHost)
    .where(inArray(pitchHost.registrationId, [stays.id, goes.id]))
    .groupBy(pitchHost.pitchId)
    .having(sql`${count()} > 1`);
  const alone = and(eq(pitchHost.registrationId, goes.id), notInArray(pitchHost.pitchId, both));
  await tx.update(pitchHost).set({ registrationId: stays.id }).where(alone);
  await tx.execute(sql`update pitch_host as mine set own = mine.own or theirs.own, hosting = mine.hosting or theirs.hosting
    from pitch_host as theirs where theirs.pitch_id = mine.pitch_id
      and mine.registration_id = ${stays.id} and theirs.registration_id = ${goes.id}`);
  await tx.delete(pitchHost).where(eq(pitchHost.registrationId, goes.id));
  await uniteSwaps(tx, { stays: stays.id, goes: goes.id }, now);
  await tx.update(hostAsked).set({ registrationId: stays.id }).where(eq(hostAsked.registrationId, goes.id));
  await tx.execute(sql`insert into answer (question_id, registration_id, said)
    select question_id, ${stays.id}, said from answer where registration_id = ${goes.id} on conflict do nothing`);
  await tx.delete(answer).where(eq(answer.registrationId, goes.id));
  await tx.update(doorAct).set({ registrationId: stays.id }).where(eq(doorAct.registrationId, goes.id));
  await makeCheckIns(tx, [stays.id, goes.id]);
  await tx.update(crewNote).set({ registrationId: stays.id }).where(eq(crewNote.registrationId, goes.id));
  // Whoever holds a link to the other one need not be who reads the address that stays.
  await forgetBrowsers(tx, goes.id);
  await tx.delete(registrationLink).where(eq(registrationLink.registrationId, goes.id));
}

async function tell(
  tx: Transaction,
  camp: EventRow,
  { stays, goes }: Pair,
  { status }: Merged,
  reason: string,
) {
  const occasion = newId();
  await post(tx, [
    {
      ...{ eventId: camp.id, kind: "merged", occasion, recipient: stays.email },
      facts: { registrationId: stays.id, status, reason },
    },
    {
      ...{ eventId: camp.id, kind: "merged_away", occasion, recipient: goes.email },
      facts: { registrationId: goes.id, reason },
    },
  ]);
}
