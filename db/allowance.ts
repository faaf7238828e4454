/**
 * How often people register, asked once their form was judged: what is refused for another reason costs nobody
 * anything. By device and by address, never by network address: a whole venue shares one.
 */
import { type Charge, lockBuckets } from "#db/rate-limit.ts";
import type { Applicant } from "#db/reception.ts";
import type { Transaction } from "#db/transaction.ts";
import { sameAddress } from "#domain/email-address.ts";

export type Allowance = {
  /**
   * Takes what an admitted applicant costs.
   *
   * @param proven the mailbox is known to be theirs, so that strangers who named it do not count
   * @returns whether mail goes to the address, or null when they ask too often
   */
  admit(applicant: Applicant, proven: boolean): { mailed: boolean } | null;
  /** Takes what an answer costs that changes nothing. @returns false when it is asked for too often */
  repeat(applicant: Applicant): boolean;
  save(): Promise<void>;
};

/** What everybody who registers at a camp takes from. */
export function sharedBy(eventId: string): Charge[] {
  return [
    { limit: "register_by_camp", by: eventId },
    { limit: "register_everywhere", by: "all" },
  ];
}

/** What an address at a camp may be named. @param email in compared form */
export const chargeOfAddress = (eventId: string, email: string): Charge => {
  return { limit: "register_by_address", by: `${eventId} ${email}` };
};

/**
 * Locks the allowances of everybody in a batch. The camp's row must be locked by this transaction.
 *
 * @param sentBefore whether a form was sent before
 */
export async function lockAllowance(
  tx: Transaction,
  eventId: string,
  applicants: readonly Applicant[],
  sentBefore: (form: Applicant["form"]) => boolean,
): Promise<Allowance> {
  const wide = sharedBy(eventId);
  const device = ({ deviceId }: Applicant): Charge[] =>
    deviceId ? [{ limit: "register_by_device", by: deviceId }] : [];
  const address = ({ form }: Applicant) => chargeOfAddress(eventId, sameAddress(form.email));
  const [seen, again] = [new Set<string>(), new Set<string>()];
  for (const { form } of applicants) {
    if (sentBefore(form) || seen.has(form.id)) again.add(form.id);
    seen.add(form.id);
  }
  const forms = [...again].map((by): Charge => ({ limit: "register_by_form", by }));
  const all = [...wide, ...applicants.flatMap(device), ...applicants.map(address), ...forms];
  const buckets = await lockBuckets(tx, all, applicants[0]!.now);
  return {
    admit(applicant, proven) {
      const { now } = applicant;
      if (buckets.take([...device(applicant), ...wide], now)) return null;
      return { mailed: proven || buckets.take([address(applicant)], now) === null };
    },
    repeat(applicant) {
      const form = forms.filter(({ by }) => by === applicant.form.id);
      return buckets.take([...device(applicant), ...form], applicant.now) === null;
    },
    save: buckets.save,
  };
}
