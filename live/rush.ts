/**
 * The minute when tickets open: forms that arrive while a transaction is under way share the next one,
 * so that a camp's lock is taken once for all of them.
 */
import type { Database } from "#db/connection.ts";
import { type Charge, spend } from "#db/limit.ts";
import { isLoss } from "#db/loss.ts";
import type { Applicant, Registered } from "#db/reception.ts";
import { type RegisterRefusal, registerAll } from "#db/registration.ts";
import { sameAddress } from "#domain/registration.ts";
import type { Result } from "#domain/result.ts";
import { inBatches } from "#live/batch.ts";

type Answer = Result<Registered, RegisterRefusal>;
export type Rush = (eventId: string, applicant: Applicant) => Promise<Answer>;

/**
 * Makes the way in of one instance. Whoever asks too often waits outside: refused `too_many`. When something in one
 * form makes the shared transaction fail, each is tried alone, so that only that one fails.
 */
export function openRush(db: Database): Rush {
  const rooms = new Map<string, (applicant: Applicant) => Promise<Answer | Error>>();
  return async (eventId, applicant) => {
    const room = rooms.get(eventId) ?? inBatches((applicants) => letIn(db, eventId, applicants));
    rooms.set(eventId, room);
    const answer = await room(applicant);
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

/** The limits are asked here, where the order in which people pressed is settled already. */
async function letIn(
  db: Database,
  eventId: string,
  applicants: readonly Applicant[],
): Promise<(Answer | Error)[]> {
  const spent = await Promise.all(
    applicants.map((applicant) => spend(db, chargesOf(eventId, applicant), applicant.now)),
  );
  const answers = await together(
    db,
    eventId,
    applicants.filter((_, index) => spent[index]!.ok),
  );
  return spent.map((result) => (result.ok ? answers.shift()! : result));
}

/** By device and by address, never by network address: a whole venue shares one. */
function chargesOf(eventId: string, { deviceId, form }: Applicant): Charge[] {
  return [
    { limit: "register_by_address", by: `${eventId} ${sameAddress(form.email)}` },
    ...(deviceId ? [{ limit: "register_by_device", by: deviceId } as const] : []),
    { limit: "register_by_camp", by: eventId },
    { limit: "register_everywhere", by: "all" },
  ];
}

async function together(
  db: Database,
  eventId: string,
  applicants: readonly Applicant[],
): Promise<(Answer | Error)[]> {
  if (applicants.length === 0) return [];
  try {
    return await registerAll(db, eventId, applicants);
  } catch (fault) {
    // A database that is away is so for each of them: nobody waits for it once more.
    if (applicants.length === 1 || isLoss(fault)) return applicants.map(() => fault as Error);
    const answers = [];
    for (const applicant of applicants) answers.push(...(await together(db, eventId, [applicant])));
    return answers;
  }
}
