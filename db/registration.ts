/**
 * Registration: who gets a place is decided under the camp's lock, and link, ticket, mail and audit are written in the
 * same transaction. In the rush when tickets open, people who press during one transaction share the next.
 */
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { isPassing } from "#db/loss.ts";
import { type Answered, writeMore } from "#db/question/answers.ts";
import { lockReception, type Registered, writeReception } from "#db/registration/reception.ts";
import type { Transaction } from "#db/transaction.ts";
import { noteTurnedAway } from "#db/turned-away.ts";
import { judgeAll } from "#domain/registration/judging.ts";
import type { Decision, RegisterRefusal } from "#domain/registration/reception.ts";
import type { Applicant, RegistrationForm } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type Answer = Result<Registered, RegisterRefusal>;

/**
 * Registers somebody: a place while any is free and nobody is in turn, else the back of the line. A place is held until
 * the address is proven, and given at once where this browser has proven it before. Safe to repeat with the same form.
 * Only who is admitted counts against the limits; an address named too often is registered without another mail.
 * @param form its `id` is minted with the form and known to nobody else
 * @param now when the form arrived
 * @returns the registration and a fresh token for its private address
 */
export async function register(
  db: Database,
  eventId: string,
  form: RegistrationForm,
  now: Date,
  deviceId: string | null = null,
): Promise<Answer> {
  const [result] = await registerAll(db, eventId, [{ form, now, deviceId }]);
  return result!;
}

/** In one transaction, in the order given. @throws when the database cannot write one of them; then none is written */
export async function registerAll(
  db: Database,
  eventId: string,
  applicants: readonly Applicant[],
): Promise<Answer[]> {
  return db.transaction((tx) => admit(tx, eventId, applicants));
}

/**
 * In one transaction, in the order given; a form that the database cannot write fails alone, and the others keep their
 * turn, because the camp stays locked while they are tried one by one.
 * @param locked called once the camp is locked: nobody who asks for it from then on comes before these
 * @throws when the database is away, full or too slow; then none is written
 */
export async function registerEach(
  db: Database,
  eventId: string,
  applicants: readonly Applicant[],
  locked: () => void,
): Promise<(Answer | Error)[]> {
  return db.transaction(async (tx) => {
    // Before the savepoint: a lock taken after it would be let go with it.
    await lockEvent(tx, eventId);
    locked();
    return admitEach(tx, eventId, applicants);
  });
}

async function admitEach(
  tx: Transaction,
  eventId: string,
  applicants: readonly Applicant[],
): Promise<(Answer | Error)[]> {
  try {
    return await tx.transaction((savepoint) => admit(savepoint, eventId, applicants));
  } catch (fault) {
    if (isPassing(fault)) throw fault;
    if (applicants.length === 1) return [fault as Error];
    const answers = [];
    for (const applicant of applicants) answers.push(...(await admitEach(tx, eventId, [applicant])));
    return answers;
  }
}

async function admit(tx: Transaction, eventId: string, applicants: readonly Applicant[]): Promise<Answer[]> {
  const reception = await lockReception(tx, eventId, applicants);
  if (!reception) return applicants.map(() => refused("not_found"));
  const { decisions, after } = judgeAll(reception, applicants, applicants.map(newId));
  const entries = decisions.flatMap((decision) => (decision.ok ? [decision.value] : []));
  const registered = await writeReception(tx, reception, after, entries);
  await noteTurnedAway(tx, eventId, decisions, applicants);
  await writeMore(tx, eventId, saidBy(decisions, applicants));
  return decisions.map((decision) => (decision.ok ? granted(registered.shift()!) : decision));
}

/** What the camp's own questions were answered by those whose form is theirs by now. What a claim says stays in its form. */
function saidBy(decisions: readonly Decision[], applicants: readonly Applicant[]): Answered[] {
  return decisions.flatMap((decision, index) => {
    if (!decision.ok) return [];
    const { person, seat, proves } = decision.value;
    const { more = {} } = applicants[index]!.form;
    // Whoever comes again may have left empty what they said before.
    const taken = seat ? seat.from !== null || Object.keys(more).length > 0 : proves?.answers;
    return taken ? [{ registrationId: person.id, more }] : [];
  });
}
