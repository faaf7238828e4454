/** What organisers wrote, copied from one camp to another: questions, words of mails, the camp's own pages, the crew's checklist. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Copy } from "#db/clone/frame.ts";
import { readAsked, writeAsked } from "#db/equality.ts";
import { newId } from "#db/id.ts";
import { campPage } from "#db/schema/camp-page.ts";
import { checklistItem } from "#db/schema/checklist.ts";
import { mailWords } from "#db/schema/mail-words.ts";
import { question } from "#db/schema/question.ts";
import type { Transaction } from "#db/transaction.ts";
import { laterDay } from "#domain/time/local.ts";

/** Their answers are kept as long after the camp as they were. @param days by which the camp is later */
export async function copyQuestions(tx: Transaction, { from, to }: Copy, days: number): Promise<void> {
  const rows = await tx
    .select()
    .from(question)
    .where(eq(question.eventId, from))
    .orderBy(asc(question.position));
  const copies = rows.map((row) => ({
    ...{ ...row, id: newId(), eventId: to, emptiedAt: null },
    keepUntil: laterDay(row.keepUntil, days),
  }));
  if (copies.length > 0) await tx.insert(question).values(copies);
  const asked = await readAsked(tx, from);
  if (asked.length > 0) await writeAsked(tx, to, asked);
}

export async function copyWords(tx: Transaction, { from, to }: Copy, now: Date): Promise<void> {
  const rows = await tx.select().from(mailWords).where(eq(mailWords.eventId, from));
  if (rows.length > 0)
    await tx.insert(mailWords).values(rows.map((row) => ({ ...row, eventId: to, changedAt: now })));
}

/** What the crew added, with nothing ticked. */
export async function copyChecklist(tx: Transaction, { from, to }: Copy, now: Date): Promise<void> {
  const { title, daysBefore } = checklistItem;
  const own = await tx
    .select({ title, daysBefore })
    .from(checklistItem)
    .where(and(eq(checklistItem.eventId, from), isNull(checklistItem.key)))
    .orderBy(asc(checklistItem.madeAt), asc(checklistItem.id));
  const copies = own.map((row) => ({ ...row, id: newId(), eventId: to, madeAt: now }));
  if (copies.length > 0) await tx.insert(checklistItem).values(copies);
}

/** As they are now. Nobody has looked them through for the new camp. */
export async function copyPages(
  tx: Transaction,
  { from, to }: Copy,
  personId: string | null,
  now: Date,
): Promise<void> {
  const rows = await tx
    .selectDistinctOn([campPage.page], { page: campPage.page, body: campPage.body })
    .from(campPage)
    .where(eq(campPage.eventId, from))
    .orderBy(campPage.page, desc(campPage.version));
  const own = rows.filter(({ body }) => body !== null);
  if (own.length > 0)
    await tx
      .insert(campPage)
      .values(own.map((row) => ({ ...row, eventId: to, version: 1, personId, madeAt: now })));
}
