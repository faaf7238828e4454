/** How long after a camp what only it needed is kept, chosen by its organisers. */
import { and, eq, inArray } from "drizzle-orm";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { readLastDay } from "#db/purge.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { isSpent, WITHOUT_PLACE } from "#domain/purge.ts";
import { granted, type Result } from "#domain/result.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

type Keeping = { keepDays: number };

/** What a form shows of it. */
export const keepingOf = ({ keepDays }: Keeping): Keeping => ({ keepDays });

/** Everybody may know it: the camp's privacy notice says it. @throws when the camp is gone */
export async function readKeepDays(
  db: Store,
  { eventId }: Pick<May<"changeSettings">, "eventId">,
): Promise<number> {
  const [row] = await db.select({ keepDays: event.keepDays }).from(event).where(eq(event.id, eventId));
  if (!row) throw new Error("a reader without a camp");
  return row.keepDays;
}

const KEEPING: SettingsPart<Keeping> = {
  name: "privacy",
  act: "settings",
  screens: ["event"],
  read: async (_, camp) => keepingOf(camp),
  ofArchive: true,
};

/**
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so
 * @param agreed to who is forgotten in the coming night
 */
export async function changeKeeping(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  { keepDays }: Keeping,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<null>, "not_found" | "archived" | "changed_meanwhile">> {
  return changeCamp<Keeping, null, never>(db, crew, KEEPING, mark, now, async (tx, camp) => {
    const lastDay = await readLastDay(tx, camp);
    const today = localAt(now.getTime(), camp.zone).day;
    const without = and(eq(registration.eventId, camp.id), inArray(registration.status, WITHOUT_PLACE));
    const due = camp.purgedDay !== camp.day && isSpent({ lastDay, keepDays }, today);
    const people = due && keepDays !== camp.keepDays ? await tx.$count(registration, without) : 0;
    const question = asking(people > 0 ? [{ kind: "forgotten_now", people }] : [], agreed);
    if (question) return granted(question);
    await tx.update(event).set({ keepDays }).where(eq(event.id, camp.id));
    return granted({ done: null });
  });
}
