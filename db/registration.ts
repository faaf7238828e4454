/**
 * Registration: who gets a place is decided under the camp's lock, once, and everything that follows
 * from it (link, ticket, mail, audit) is in the same transaction. In the minute when tickets open, the
 * people who press while one transaction is under way share the next: each is judged alone, in order.
 */
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { postOwnPage } from "#db/link.ts";
import { type Applicant, type Entry, type Registered, readReception, writeEntries } from "#db/reception.ts";
import { permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { admit, allows, type RegistrationForm, sameAddress } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type RegisterRefusal = Extract<
  Refusal,
  "not_found" | "bad_input" | "not_open" | "line_full" | "already_registered"
>;

/**
 * Registers somebody: a place while any is free and nobody waits, else the back of the line.
 * Sending the same form again changes nothing and answers with the same registration.
 *
 * @param form its `id` is minted with the form and known to nobody else
 * @param now when the form arrived
 * @returns the registration and a fresh token for its private address; refused
 *   `already_registered` when the address has a live registration, whose page is then mailed there
 */
export async function register(
  db: Database,
  eventId: string,
  form: RegistrationForm,
  now: Date,
): Promise<Result<Registered, RegisterRefusal>> {
  const [result] = await registerAll(db, eventId, [{ form, now, device: null }]);
  return result!;
}

/**
 * Registers several people in one transaction, in the order given; each gets their own answer.
 *
 * @throws when the database cannot write one of them; then none is written
 */
export async function registerAll(
  db: Database,
  eventId: string,
  applicants: readonly Applicant[],
): Promise<Result<Registered, RegisterRefusal>[]> {
  const results = await db.transaction(async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return applicants.map(() => refused("not_found"));
    const reception = await readReception(tx, camp, applicants);
    const judged = applicants.map((applicant) => judge(reception, applicant));
    const registered = await writeEntries(
      tx,
      camp,
      judged.flatMap((result) => (result.ok ? [result.value] : [])),
    );
    return judged.map((result) => (result.ok ? granted(registered.shift()!) : result));
  });
  for (const [index, result] of results.entries()) {
    const { form, now } = applicants[index]!;
    if (!result.ok && result.refusal === "already_registered")
      await postOwnPage(db, eventId, sameAddress(form.email), now);
  }
  return results;
}

type Reception = Awaited<ReturnType<typeof readReception>>;

/** Judges one applicant, and lets the reception know, so that the next is judged after them. */
function judge(reception: Reception, { form, now, device }: Applicant): Result<Entry, RegisterRefusal> {
  const { camp, counts, byForm, byEmail, sectors } = reception;
  const email = sameAddress(form.email);
  const sent = byForm.get(form.id);
  if (sent?.email === email) return granted({ person: sent, device, now, from: sent.status, fresh: false });
  if (!permits(camp.phase, "register")) return refused("not_open");
  if (sent || !sectors.has(form.sectorId)) return refused("bad_input");
  const known = byEmail.get(email);
  if (known && !allows("register", known.status)) return refused("already_registered");
  const admitted = admit(camp.capacity, camp.lineLimit, counts);
  if (!admitted.ok) return admitted;
  counts[admitted.value] += 1;
  const person = reception.seat(form, email, known, admitted.value, now);
  return granted({ person, device, now, from: known?.status ?? null, fresh: true });
}
