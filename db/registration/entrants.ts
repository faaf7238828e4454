/** Those who have entered a release are put in order, and get a place or a turn by it, under the camp's lock. */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { CLOCK, type EventRow, move } from "#db/registration/move.ts";
import { readDivision } from "#db/registration/place.ts";
import type { Entrant } from "#db/release.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import { entry, release } from "#db/schema/release.ts";
import type { Transaction } from "#db/transaction.ts";
import { kindOf } from "#domain/pool.ts";
import { holdUntil } from "#domain/registration/hold.ts";
import { type Admitted, admit, type Counts, withOneMore } from "#domain/registration/places.ts";
import { isHeld, isWaiting } from "#domain/registration/status.ts";
import { isProven, type RegistrationForm } from "#domain/registration.ts";

/** How many people are written at once: a statement holds 65,535 values. */
const AT_ONCE = 1_000;

/**
 * Gives entrants the turns they have among them, in another order: nobody else's turn changes.
 * @param places of all the entries of the release, by entry id, from 1
 */
export async function reorder(
  tx: Transaction,
  entrants: readonly Entrant[],
  places: ReadonlyMap<string, number>,
): Promise<void> {
  const ranks = entrants.map((it) => it.registration.rank).sort((a, b) => a - b);
  const inOrder = [...entrants].sort((a, b) => places.get(a.entryId)! - places.get(b.entryId)!);
  const turns = inOrder.map((it, index) => ({ id: it.registration.id, rank: ranks[index]! }));
  for (let at = 0; at < turns.length; at += AT_ONCE) {
    const ids = turns.slice(at, at + AT_ONCE).map(({ id }) => id);
    // Out of the way first: no two may have the same turn, not for a moment.
    await tx
      .update(registration)
      .set({ rank: sql`-${registration.rank}` })
      .where(inArray(registration.id, ids));
  }
  await tx.execute(sql`
    update ${registration} set rank = turn.rank
    from json_to_recordset(${JSON.stringify(turns)}::text::json) as turn(id uuid, rank bigint)
    where ${registration.id} = turn.id`);
  const rows = [...places].map(([id, place]) => ({ id, place }));
  await tx.execute(sql`
    update ${entry} set place = drawn.place
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as drawn(id uuid, place integer)
    where ${entry.id} = drawn.id`);
}

/**
 * Answers everybody whose release is in order, in that order: a place while any is free and nobody is in turn before
 * them, else a turn. Those who entered together get places together or turns side by side, unless they said otherwise.
 * @returns how many were answered
 */
export async function seatEntrants(tx: Transaction, camp: EventRow, now: Date): Promise<number> {
  // By an index: most camps have none, and all their people need not be counted to know it.
  const entrants = await readDrawn(tx, camp.id);
  if (entrants.length === 0) return 0;
  const { counts, ...division } = await readDivision(tx, camp, now);
  // They were let in when they entered: a limit on the line counts no more.
  const giving = { ...division, lineLimit: null, offersOn: camp.offersOn };
  const answers = new Map<Admitted, typeof entrants>([
    ["confirmed", []],
    ["held", []],
    ["waiting", []],
  ]);
  let after: Counts = { ...counts, entered: counts.entered - entrants.length };
  for (const group of groupsOf(entrants)) {
    const seated = seatGroup(group, after, giving);
    after = seated.after;
    for (const [index, one] of group.entries()) answers.get(seated.answers[index]!)!.push(one);
  }
  for (const [to, people] of answers) {
    for (let at = 0; at < people.length; at += AT_ONCE) {
      const some = people.slice(at, at + AT_ONCE);
      await move(tx, camp, some, { move: "draw", to, by: CLOCK, facts: { status: to } }, now);
    }
  }
  await answerClaims(tx, camp, now, (form) => {
    const newcomer = { kind: kindOf(form), proven: false, lapsed: false };
    const admitted = admit(giving, after, newcomer);
    return admitted.ok && isHeld(admitted.value) ? "held" : "waiting";
  });
  return entrants.length;
}

type Drawn = Awaited<ReturnType<typeof readDrawn>>[number];

/** Those who stand and fall together, each of the others alone, in the order of the first of each. */
function groupsOf(drawn: readonly Drawn[]): Drawn[][] {
  const groups = new Map<string, Drawn[]>();
  // Where all have room nothing is drawn, and a group need not stand side by side.
  for (const one of drawn) {
    const key = one.stays ?? one.id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** A place for each of them, or a turn for all where there is not one for each. */
function seatGroup(group: readonly Drawn[], before: Counts, giving: Parameters<typeof admit>[0]) {
  const give = (only: Admitted | null) => {
    let after = before;
    const answers = group.map((one): Admitted => {
      const newcomer = { kind: kindOf(one), proven: isProven(one), lapsed: one.lapsedAt !== null };
      const admitted = admit(giving, after, newcomer);
      const to = only ?? (admitted.ok ? admitted.value : "waiting");
      after = withOneMore(after, to, newcomer);
      return to;
    });
    return { answers, after };
  };
  const seated = give(null);
  return group.length > 1 && seated.answers.some(isWaiting) ? give("waiting") : seated;
}

/** Whose newest entry is in order, at most as many as registered; `stays` is the group they stay with. */
async function readDrawn(tx: Transaction, eventId: string) {
  const rows = await tx
    .select({ one: registration, drawnAt: release.drawnAt, group: entry.groupId, divided: DIVIDED })
    .from(registration)
    .innerJoin(entry, eq(entry.registrationId, registration.id))
    .innerJoin(release, eq(release.id, entry.releaseId))
    .where(and(eq(registration.eventId, eventId), eq(registration.status, "entered")))
    .orderBy(registration.rank, desc(release.opensAt));
  // Whoever gave back what an earlier release gave them may have entered a later one, which is still to be drawn.
  const newest = rows.filter(({ one }, index) => one.id !== rows[index - 1]?.one.id);
  return newest
    .filter(({ drawnAt }) => drawnAt !== null)
    .map(({ one, group, divided }) => ({ ...one, stays: divided ? null : group }));
}

/** Whether all of the group an entry is in let it be divided; as the list of a draw has them. */
const DIVIDED = sql<boolean>`not exists (
  select from entry as other where other.group_id = ${entry.groupId} and not other.divides)`;

/** Browsers that were told of an entry are told what a newcomer would get now: a form tells nobody who is registered. */
async function answerClaims(
  tx: Transaction,
  camp: EventRow,
  now: Date,
  answer: (form: RegistrationForm) => "held" | "waiting",
): Promise<void> {
  const { tokenHash, claim } = registrationLink;
  // As many as entered with an address that was registered already.
  const told = await tx
    .select({ tokenHash, claim })
    .from(registrationLink)
    .innerJoin(registration, eq(registration.id, registrationLink.registrationId))
    .where(and(eq(registration.eventId, camp.id), sql`${claim} ->> 'told' = 'entered'`));
  const times = { startsAt: camp.startsAt.getTime(), zone: camp.zone, holdHours: camp.holdHours };
  const until = new Date(holdUntil(now.getTime(), times)).toISOString();
  for (const to of ["held", "waiting"] as const) {
    const links = told.filter((it) => it.claim && answer(it.claim.form) === to).map((it) => it.tokenHash);
    const set = JSON.stringify({ told: to, heldUntil: isHeld(to) ? until : null });
    for (let at = 0; at < links.length; at += AT_ONCE)
      await tx
        .update(registrationLink)
        .set({ claim: sql`${claim} || ${set}::text::jsonb` })
        .where(inArray(tokenHash, links.slice(at, at + AT_ONCE)));
  }
}
