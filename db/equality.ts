/** Which equality questions a camp asks, chosen by its organisers. Without one it has no row, and asks nothing. */
import { and, eq, inArray } from "drizzle-orm";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { equality, equalityCount } from "#db/schema/equality.ts";
import type { Transaction } from "#db/transaction.ts";
import { answersTo, type EqualityQuestion, inOrder } from "#domain/equality.ts";
import { granted, type Result } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** In their order; none where a camp asks nothing. */
export async function readAsked(db: Store, eventId: string): Promise<EqualityQuestion[]> {
  const [row] = await db
    .select({ asked: equality.asked })
    .from(equality)
    .where(eq(equality.eventId, eventId));
  return inOrder(row?.asked ?? []);
}

/** What a form shows of it. */
export type EqualityShown = { asked: EqualityQuestion[] };

const EQUALITY: SettingsPart<EqualityShown> = {
  name: "equality",
  act: "settings",
  screens: [],
  read: async (tx, camp) => ({ asked: await readAsked(tx, camp.id) }),
};

/**
 * A question that goes takes its counts with it, which is said first: not how many, as nobody may know that.
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so
 */
export async function changeEquality(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  wanted: readonly EqualityQuestion[],
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<null>, "not_found" | "archived" | "changed_meanwhile">> {
  return changeCamp<EqualityShown, null, never>(db, crew, EQUALITY, mark, now, async (tx, camp, before) => {
    const asked = inOrder(wanted);
    const going = before.asked.filter((question) => !asked.includes(question));
    const question = asking(
      going.map((it) => ({ kind: "equality_goes" as const, question: it })),
      agreed,
    );
    if (question) return granted(question);
    if (asked.length === 0) await forgetAnswers(tx, camp.id);
    else await writeAsked(tx, camp.id, asked);
    return granted({ done: null });
  });
}

/** A row for every answer from the beginning: a row that came with the first who gave it would tell when. */
export async function writeAsked(tx: Transaction, eventId: string, asked: EqualityQuestion[]): Promise<void> {
  await tx
    .insert(equality)
    .values({ eventId, asked })
    .onConflictDoUpdate({ target: equality.eventId, set: { asked } });
  const counted = await tx
    .selectDistinct({ question: equalityCount.question })
    .from(equalityCount)
    .where(eq(equalityCount.eventId, eventId));
  const known = counted.map(({ question }) => question);
  const gone = known.filter((question) => !asked.includes(question));
  if (gone.length > 0)
    await tx
      .delete(equalityCount)
      .where(and(eq(equalityCount.eventId, eventId), inArray(equalityCount.question, gone)));
  const rows = asked
    .filter((question) => !known.includes(question))
    .flatMap((question) => answersTo(question).map((answer) => ({ eventId, question, answer })));
  if (rows.length > 0) await tx.insert(equalityCount).values(rows);
}

/** All counts of a camp go, and with them that it asks. */
export async function forgetAnswers(tx: Transaction, eventId: string): Promise<void> {
  await tx.delete(equality).where(eq(equality.eventId, eventId));
}
