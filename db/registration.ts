/**
 * Registration: who gets a place is decided under the camp's lock, and link, ticket, mail and audit are written in the
 * same transaction. In the rush when tickets open, people who press during one transaction share the next.
 */
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { lockReception, type Registered, writeReception } from "#db/registration/reception.ts";
import { judgeAll } from "#domain/registration/judging.ts";
import type { RegisterRefusal } from "#domain/registration/reception.ts";
import type { Applicant, RegistrationForm } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

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
): Promise<Result<Registered, RegisterRefusal>> {
  const [result] = await registerAll(db, eventId, [{ form, now, deviceId }]);
  return result!;
}

/**
 * In one transaction, in the order given.
 * @param locked called once the camp is locked: nobody who asks for it from then on comes before these
 * @throws when the database cannot write one of them; then none is written
 */
export async function registerAll(
  db: Database,
  eventId: string,
  applicants: readonly Applicant[],
  locked: () => void = () => undefined,
): Promise<Result<Registered, RegisterRefusal>[]> {
  return db.transaction(async (tx) => {
    const reception = await lockReception(tx, eventId, applicants);
    locked();
    if (!reception) return applicants.map(() => refused("not_found"));
    const { decisions, after } = judgeAll(reception, applicants, applicants.map(newId));
    const entries = decisions.flatMap((decision) => (decision.ok ? [decision.value] : []));
    const registered = await writeReception(tx, reception, after, entries);
    return decisions.map((decision) => (decision.ok ? granted(registered.shift()!) : decision));
  });
}
