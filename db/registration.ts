/**
 * Registration: who gets a place is decided under the camp's lock, once, and everything that follows
 * from it (link, ticket, mail, audit) is in the same transaction. In the minute when tickets open, the
 * people who press while one transaction is under way share the next: each is judged alone, in order.
 * An address that is registered already is answered as any other is; its mailbox is told the truth.
 */
import { type Allowance, lockAllowance } from "#db/allowance.ts";
import { writeAnswers } from "#db/answers.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { lockPage } from "#db/page.ts";
import { type Applicant, type Entry, type Registered, readReception, writeEntries } from "#db/reception.ts";
import type { Transaction } from "#db/transaction.ts";
import { proveHere } from "#db/verification.ts";
import type { Claim } from "#domain/claim.ts";
import { sameAddress } from "#domain/email-address.ts";
import { isOver, permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { admit, allows, type RegistrationForm, withOneMore, withOneProven } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { isHeld } from "#domain/status.ts";

export type RegisterRefusal = Extract<
  Refusal,
  "not_found" | "bad_input" | "not_open" | "camp_over" | "line_full" | "too_many"
>;

/**
 * Registers somebody: a place while any is free and nobody is in turn, else the back of the line. A place is held
 * until the address is proven, and theirs at once where this browser has proven it before.
 * Sending the same form again changes nothing and answers with the same registration. Only what is admitted counts
 * against the limits, and an address that was named too often is registered without another mail.
 *
 * @param form its `id` is minted with the form and known to nobody else
 * @param now when the form arrived
 * @param deviceId the browser it came from, where it is known
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
 * Registers several people in one transaction, in the order given; each gets their own answer.
 *
 * @throws when the database cannot write one of them; then none is written
 */
export async function registerAll(
  db: Database,
  eventId: string,
  applicants: readonly Applicant[],
): Promise<Result<Registered, RegisterRefusal>[]> {
  return db.transaction(async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return applicants.map(() => refused("not_found"));
    const { endsAt } = await readTimes(tx, camp);
    const reception = await readReception(tx, camp, applicants);
    const allowance = await lockAllowance(tx, camp.id, applicants, reception.sentBefore);
    const judged = applicants.map((applicant) => judge(reception, allowance, applicant, endsAt));
    await allowance.save();
    const entries = judged.flatMap((result) => (result.ok ? [result.value] : []));
    const registered = await writeEntries(tx, camp, entries, reception.nextRank());
    for (const [index, entry] of entries.entries()) await proveReader(tx, entry, registered[index]!.token);
    return judged.map((result) => (result.ok ? granted(registered.shift()!) : result));
  });
}

type Reception = Awaited<ReturnType<typeof readReception>>;

/** Judges one applicant, and lets the reception know, so that the next is judged after them. */
function judge(
  reception: Reception,
  allowance: Allowance,
  applicant: Applicant,
  endsAt: number,
): Result<Entry, RegisterRefusal> {
  const { form, now, deviceId } = applicant;
  const { camp, byForm, byEmail, sectors } = reception;
  const email = sameAddress(form.email);
  const sent = byForm.get(form.id);
  const proven = reception.proofs({ form, deviceId });
  const entry = { deviceId, now, proven, mailed: false };
  const known = byEmail.get(email);
  const shown = known && { ...entry, person: { ...known, row: undefined }, from: known.status };
  const claimed = known && reception.claimOf(known, form);
  const again = sent?.email === email || claimed;
  if (shown && again && !allowance.repeat(applicant)) return refused("too_many");
  const over = isOver(camp.phase, endsAt, now.getTime());
  if (shown && again && proven) return granted(over ? shown : provenBy(reception, shown, null));
  if (shown && again && !claimed && shown.person.verifiedAt === null) return granted(shown);
  // Proven elsewhere since: what was sent before is no key to what its reader has now, also while mail comes back.
  if (shown && again) return granted({ ...shown, claim: claimed ?? newClaim(reception, form, shown.person) });
  if (over) return refused("camp_over");
  if (!permits(camp.phase, "register")) return refused("not_open");
  if (sent || !sectors.has(form.sectorId)) return refused("bad_input");
  // Whoever reads this mailbox is shown what they have; nobody else is told that they have it.
  const returns = allows("register", known?.status ?? null);
  if (shown && proven && !returns)
    return allowance.repeat(applicant) ? granted(provenBy(reception, shown, form)) : refused("too_many");
  const newcomer = { proven, lapsed: Boolean(known?.lapsedAt) };
  const admitted = admit(camp, reception.counts, newcomer);
  if (!admitted.ok) return admitted;
  const allowed = allowance.admit(applicant, proven);
  if (!allowed) return refused("too_many");
  const to = admitted.value;
  const { mailed } = allowed;
  if (shown && !returns) return granted({ ...shown, claim: newClaim(reception, form, shown.person), mailed });
  reception.counts = withOneMore(reception.counts, to, newcomer);
  const person = reception.seat(form, email, known, to, { now, proven, mailed });
  return granted({ ...entry, person, from: known?.status ?? null, mailed });
}

/** Where nobody had proven this mailbox, the browser it is read in does so by registering. */
function provenBy(reception: Reception, shown: Entry, answers: RegistrationForm | null): Entry {
  const { person, now } = shown;
  if (person.verifiedAt !== null) return shown;
  const lapsed = person.lapsedAt !== null;
  reception.counts = withOneProven(reception.counts, { status: person.status, lapsed });
  return { ...shown, person: reception.prove(person, now), proves: { answers } };
}

/** Proves what the entry says. Other browsers keep what they were told, with the answers there were until now. */
async function proveReader(tx: Transaction, { proves, deviceId, now }: Entry, token: string): Promise<void> {
  const page = proves && (await lockPage(tx, token, now));
  if (!page || !deviceId) return;
  await proveHere(tx, page, deviceId, now);
  if (proves.answers) await writeAnswers(tx, page.mine, proves.answers, now);
}

/** What a newcomer would be told in place of somebody who is registered already. */
function newClaim(reception: Reception, form: RegistrationForm, { lapsedAt }: Entry["person"]): Claim {
  const newcomer = { proven: false, lapsed: lapsedAt !== null };
  const admitted = admit(reception.camp, reception.counts, newcomer);
  const told = admitted.ok && isHeld(admitted.value) ? "held" : "waiting";
  return { form, told, rank: reception.takeRank() };
}
