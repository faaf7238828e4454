/**
 * The one place where a registration changes its status: by the table of transitions, with a row in the audit log and a
 * mail to whoever it concerns and did not do it, all in the caller's transaction.
 */
import { eq, inArray } from "drizzle-orm";
import { type Entry as AuditEntry, record } from "#db/audit.ts";
import { bumpHolders } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { endPushesOf } from "#db/push.ts";
import { endTakingBack } from "#db/registration/given-back.ts";
import type { event } from "#db/schema/event.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { endTransfersOf } from "#db/transfer/ending.ts";
import { isHalted } from "#domain/event.ts";
import type { MailKind } from "#domain/mail.ts";
import type { MailFacts, Told } from "#domain/mail-facts.ts";
import { awaitedUntil } from "#domain/registration/pass-on.ts";
import { keepsStandby } from "#domain/registration/standby.ts";
import { holdsPlace, leads, type Move, type Status, takesPart } from "#domain/registration.ts";

export type EventRow = typeof event.$inferSelect;
export type Known = Pick<RegistrationRow, "id" | "email" | "status">;

export type By = Pick<AuditEntry, "actor" | "actorId">;

export const CLOCK: By = { actor: "clock", actorId: null };

type Base = {
  to: Status;
  by: By;
  reason?: string;
  detail?: unknown;
  set?: Partial<Omit<typeof registration.$inferInsert, "status">>;
};

/** Mails about what people did not do themselves, and about a place that became theirs. Registering has one of its own. */
const MAILS = {
  prove: "place_yours",
  accept: "place_yours",
  offer: "offered",
  expire: "offer_expired",
  lapse: "hold_lapsed",
  remove: "removed",
  put_back_in_line: "put_back",
  confirm: "given_place",
  draw: "drawn",
  transfer: "handed_on",
  receive: "place_yours",
  go_back: "went_back",
  pass_on: "passed_on",
} as const satisfies Partial<Record<Move, MailKind>>;
type Mailed = typeof MAILS;

/** Nothing need be said where a mail says nothing beyond whom it is about. */
type Says<Facts> = Partial<Facts> extends Facts ? { facts?: Facts } : { facts: Facts };

/** A move, with what its mail says beyond whom it is about. */
export type Step = {
  [M in Move]: Base & { move: M } & (M extends keyof Mailed
      ? Says<Omit<MailFacts[Mailed[M]], "registrationId">>
      : { facts?: never });
}[Move];

const mailOf = (move: Move): MailKind | null => (MAILS as Partial<Record<Move, MailKind>>)[move] ?? null;

/**
 * Moves people, all from where the table allows it. The camp's row must be locked, and the caller settles the places
 * afterwards (db/registration/waiting.ts).
 * @throws when the table has no such move, or a camp that is called off or put off would give a place; callers refuse before
 */
export async function move(
  tx: Transaction,
  camp: EventRow,
  people: readonly Known[],
  step: Step,
  now: Date,
): Promise<void> {
  if (people.length === 0) return;
  for (const { status } of people)
    if (!leads(step.move, status, step.to)) throw new Error(`${step.move} does not lead from ${status}`);
  if (isHalted(camp.phase) && holdsPlace(step.to)) throw new Error("a camp that is halted gives no place");
  await tx
    .update(registration)
    .set({
      offeredUntil: null,
      remindAt: null,
      heldUntil: null,
      pausedUntil: null,
      keptBack: false,
      gaveBackAt: null,
      passedOnAt: null,
      lateUntil: takesPart(step.to) ? awaitedUntil(camp.phase, now) : null,
      ...(keepsStandby(step.to) ? {} : { standsBySince: null, namedAtDoor: false }),
      changedAt: now,
      ...step.set,
      status: step.to,
    })
    .where(
      inArray(
        registration.id,
        people.map(({ id }) => id),
      ),
    );
  const joined = people.filter(({ status }) => takesPart(status) !== takesPart(step.to));
  await bumpHolders(
    tx,
    joined.map(({ id }) => id),
  );
  const { move: act, to, by, reason = "", detail, facts } = step;
  await record(
    tx,
    people.map(({ id, status: from }) => {
      return { eventId: camp.id, at: now, ...by, act, subjectId: id, from, to, reason, detail };
    }),
  );
  // What they said of whether they come was of the place they had; of one that goes back it says why.
  if (step.move !== "go_back")
    await forgetComing(
      tx,
      joined.map(({ id }) => id),
    );
  const gone = takesPart(to) ? [] : people.filter(({ status }) => takesPart(status));
  // Whose place was passed on is told so by push too, and may be on their way.
  if (step.move !== "pass_on")
    await endPushesOf(
      tx,
      gone.map(({ id }) => id),
    );
  await endTransfersOf(
    tx,
    gone.map(({ id }) => id),
    step.by,
    now,
  );
  if (holdsPlace(to) || step.set?.gaveBackAt) await endTakingBack(tx, camp, now);
  const kind = mailOf(act);
  if (!kind) return;
  await post(
    tx,
    people.map(({ id, email }) => ({
      eventId: camp.id,
      // Each move is an occasion of its own, even two of one person in the same millisecond.
      occasion: newId(),
      recipient: email,
      // The type of a step pairs each move with the facts of its mail.
      ...({ kind, facts: { registrationId: id, ...facts } } as Told),
    })),
  );
}

async function forgetComing(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(reconfirmation).where(inArray(reconfirmation.registrationId, [...ids]));
}

/** Somebody who registers: their row, and the status they had. */
export type Arrival = {
  row: typeof registration.$inferInsert;
  from: Status | null;
  now: Date;
  mailed: boolean;
  /** Where it is not `register`. */
  act?: "receive";
  detail?: unknown;
};

/** Writes those who register, newcomers in one statement. Each is mailed at most once. */
export async function arrive(
  tx: Transaction,
  camp: Pick<EventRow, "id" | "capacity" | "phase" | "insideLimit">,
  arrivals: readonly Arrival[],
): Promise<void> {
  if (arrivals.length === 0) return;
  if (isHalted(camp.phase)) throw new Error("nobody arrives at a camp that is halted");
  const newcomers = arrivals.flatMap(({ row, from }) => (from === null ? [row] : []));
  if (newcomers.length > 0) await tx.insert(registration).values(newcomers);
  for (const { row, from } of arrivals)
    if (from !== null)
      await tx
        .update(registration)
        .set({
          ...row,
          ...{ gaveBackAt: null, passedOnAt: null },
          ...(keepsStandby(row.status) ? {} : { standsBySince: null, namedAtDoor: false }),
        })
        .where(eq(registration.id, row.id));
  await forgetComing(
    tx,
    arrivals.flatMap(({ row, from }) => (from === null ? [] : [row.id])),
  );
  if (arrivals.some(({ row }) => holdsPlace(row.status))) await endTakingBack(tx, camp, arrivals[0]!.now);
  await record(
    tx,
    arrivals.map(({ row: { id, status: to }, from, now, act: other, detail }) => {
      const act = other ?? "register";
      if (!leads(act, from, to)) throw new Error(`${act} does not lead from ${from} to ${to}`);
      return {
        eventId: camp.id,
        at: now,
        actor: "camper",
        actorId: id,
        act,
        subjectId: id,
        from,
        to,
        detail,
      };
    }),
  );
  await post(
    tx,
    arrivals
      .filter(({ mailed }) => mailed)
      .map(({ row: { id, email, status, locale } }) => ({
        eventId: camp.id,
        kind: "registered" as const,
        occasion: newId(),
        recipient: email,
        locale,
        facts: { registrationId: id, status },
      })),
  );
  await bump(tx, camp.id, ["people"]);
}
