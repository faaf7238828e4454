/** A camp's own questions: listed for everybody who registers, changed by its organisers. */
import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { answer, question } from "#db/schema/question.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Consequence } from "#domain/consequence.ts";
import type { CampQuestion } from "#domain/question.ts";
import { granted, type Result } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

const { id, kind, label, choices, purpose, seenBy, keepUntil, required } = question;
const ASKED = { id, kind, label, choices, purpose, seenBy, keepUntil, required };

const inOrder = [asc(question.position), asc(question.id)];

/** What is asked of whoever registers now, in order, at most MOST.questions. */
export async function listQuestions(db: Store, eventId: string): Promise<CampQuestion[]> {
  return db
    .select(ASKED)
    .from(question)
    .where(and(eq(question.eventId, eventId), isNull(question.emptiedAt)))
    .orderBy(...inOrder);
}

/** Also those whose answers were deleted on their day, at most MOST.questions. */
export async function listAllQuestions(db: Store, eventId: string): Promise<(CampQuestion & Emptied)[]> {
  const rows = await db
    .select({ ...ASKED, emptiedAt: question.emptiedAt })
    .from(question)
    .where(eq(question.eventId, eventId))
    .orderBy(...inOrder);
  return rows.map(({ emptiedAt, ...asked }) => ({ ...asked, emptied: emptiedAt !== null }));
}
type Emptied = { emptied: boolean };

/** `id` is null for a new one. Once asked, a question stays of its kind: what was answered is of that kind. */
export type QuestionInput = Omit<CampQuestion, "id"> & { id: string | null };

/** What a form shows of the questions. */
export const questionsShown = (questions: readonly (CampQuestion & Emptied)[]) =>
  questions.map(({ emptied: _, ...asked }) => asked);

const QUESTIONS: SettingsPart<CampQuestion[]> = {
  name: "questions",
  act: "settings",
  screens: ["event"],
  read: async (tx, camp) => questionsShown(await listAllQuestions(tx, camp.id)),
};

/**
 * Replaces the list of questions, in the order given. Those that go take their answers with them, which is said first.
 * @param mark of the questions the organiser saw; refused `changed_meanwhile` when there are others by now
 * @param wanted at most MOST.questions
 */
export async function changeQuestions(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  wanted: readonly QuestionInput[],
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<null>, "not_found" | "archived" | "changed_meanwhile">> {
  return changeCamp<CampQuestion[], null, never>(db, crew, QUESTIONS, mark, now, async (tx, camp, rows) => {
    const known = new Map(rows.map((row) => [row.id, row]));
    const kept = new Set(wanted.map((it) => it.id));
    const going = rows.filter((row) => !kept.has(row.id));
    const asks = asking(await answersLost(tx, going), agreed);
    if (asks) return granted(asks);
    const gone = going.map((row) => row.id);
    if (gone.length > 0) await tx.delete(question).where(inArray(question.id, gone));
    for (const [position, { id: sent, ...rest }] of wanted.entries()) {
      const asked = { ...rest, choices: [...rest.choices] };
      const was = sent === null ? undefined : known.get(sent);
      if (!was) await tx.insert(question).values({ id: newId(), eventId: camp.id, position, ...asked });
      else {
        // Kept for longer, it is asked again.
        const again = asked.keepUntil > was.keepUntil ? { emptiedAt: null } : {};
        const row = { ...asked, kind: was.kind, position, ...again };
        await tx.update(question).set(row).where(eq(question.id, was.id));
      }
    }
    return granted({ done: null });
  });
}

/** How many answers go with questions; none for those nobody answered. */
async function answersLost(tx: Transaction, going: readonly CampQuestion[]): Promise<Consequence[]> {
  if (going.length === 0) return [];
  const rows = await tx
    .select({ id: answer.questionId, answers: count() })
    .from(answer)
    .where(
      inArray(
        answer.questionId,
        going.map((it) => it.id),
      ),
    )
    .groupBy(answer.questionId);
  const answers = new Map(rows.map((row) => [row.id, row.answers]));
  return going.flatMap((it) => {
    const lost = answers.get(it.id);
    return lost ? [{ kind: "answers_go" as const, id: it.id, question: it.label, answers: lost }] : [];
  });
}
