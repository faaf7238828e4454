/** How a camp was: said once a phone, joined with nobody, and read with care. */
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { giveFeedback, hasGivenFeedback } from "#db/feedback/giving.ts";
import { COMMENTS_A_PAGE, hideComment, listComments, listOpenComments, readFeedback } from "#db/feedback.ts";
import { newId } from "#db/id.ts";
import { lockBuckets, saveBuckets } from "#db/rate-limit.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { feedback, feedbackComment, feedbackCount, feedbackGiven } from "#db/schema/feedback.ts";
import { PHASES } from "#domain/event.ts";
import type { Feedback } from "#domain/feedback.ts";
import { LONGEST } from "#domain/limits.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, NOON, standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

const camp = () => makeCamp(db, { phase: "after" });
const phone = async () => (await startDevice(db, { label: "phone" })).id;
const said = (rest: Partial<Feedback> = {}): Feedback => ({
  ...{ answers: { learned: "yes" }, comment: "", open: false },
  ...rest,
});
const give = async (id: string, what = said(), device?: string) =>
  giveFeedback(db, id, device ?? (await phone()), what, NOON);

/** As the page reads them. */
const openComments = async (eventId: string, page: number) =>
  listOpenComments(db, eventId, await readFeedback(db, eventId), page);

const countOf = async (eventId: string, question: string, answer: string) => {
  const rows = await db.select().from(feedbackCount).where(eq(feedbackCount.eventId, eventId));
  return rows.find((row) => row.question === question && row.answer === answer)?.people;
};

describe("saying how it was", () => {
  it("counts once a phone, sent twice, at once and with other answers", async () => {
    const { id } = await camp();
    const mine = await phone();
    expect(await hasGivenFeedback(db, id, mine)).toBe(false);
    await Promise.all([1, 2, 3].map(() => give(id, said(), mine)));
    await give(id, said({ answers: { learned: "no" }, comment: "And this" }), mine);
    expect([await countOf(id, "learned", "yes"), await countOf(id, "learned", "no")]).toEqual([1, 0]);
    expect(await db.$count(feedbackComment, eq(feedbackComment.eventId, id))).toBe(0);
    expect([await hasGivenFeedback(db, id, mine), await hasGivenFeedback(db, id, null)]).toEqual([
      true,
      false,
    ]);
    expect(await hasGivenFeedback(db, (await camp()).id, mine)).toBe(false);
  });

  it("loses none of many that come at once, also the first", async () => {
    const { id } = await camp();
    const phones = await Promise.all(Array.from({ length: 20 }, phone));
    await Promise.all(phones.map((device) => give(id, said({ answers: { again: "mostly" } }), device)));
    expect(await countOf(id, "again", "mostly")).toBe(20);
    const [row] = await db.select().from(feedback).where(eq(feedback.eventId, id));
    expect(row!.people).toBe(20);
  });

  it("is possible while sessions are on and after them, and else refused with nothing kept", async () => {
    const { id } = await camp();
    const taken = [];
    for (const phase of PHASES) {
      await db.update(event).set(standsAt(phase)).where(eq(event.id, id));
      const device = await phone();
      const done = await give(id, said(), device);
      if (done.ok) taken.push(phase);
      else expect([done, await hasGivenFeedback(db, id, device)]).toEqual([refused("not_open"), false]);
    }
    expect(taken).toEqual(["sessions", "after"]);
  });

  it("is limited by camp, and whoever is refused may say it later", async () => {
    const { id } = await camp();
    const mine = await phone();
    const limit = { limit: "feedback_by_camp", by: id } as const;
    const emptyUntil = NOON.getTime() + LIMITS.feedback_by_camp.seconds * 1_000;
    await db.transaction(async (tx) => {
      const [bucket = ""] = (await lockBuckets(tx, [limit], NOON)).keys();
      await saveBuckets(tx, new Map([[bucket, emptyUntil]]));
    });
    expect(await give(id, said(), mine)).toEqual(refused("too_many"));
    expect(await hasGivenFeedback(db, id, mine)).toBe(false);
    expect((await give((await camp()).id, said(), mine)).ok).toBe(true);
  });

  it("is written by another transaction than that the phone has said it, and every count by the same", async () => {
    const { id } = await camp();
    await give(id, said({ comment: "Words" }));
    await give(id, said({ answers: { ran: "no" } }));
    const writers = async (table: unknown) =>
      (
        await db.execute<{ x: string }>(
          sql`select distinct xmin::text as x from ${table} where event_id = ${id}`,
        )
      ).map(({ x }) => x);
    const [given, counts, words] = [
      await writers(feedbackGiven),
      await writers(feedbackCount),
      await writers(feedbackComment),
    ];
    expect(counts).toHaveLength(1);
    expect(given.filter((x) => [...counts, ...words].includes(x))).toEqual([]);
  });

  it("takes the longest words there may be", async () => {
    const { id } = await camp();
    expect((await give(id, said({ comment: "W".repeat(LONGEST.feedback) }))).ok).toBe(true);
  });
});

describe("what was said", () => {
  it("is shown to nobody before five people have said something", async () => {
    const { id } = await camp();
    for (let n = 0; n < 4; n++) await give(id, said({ comment: `Words ${n}`, open: true }));
    expect((await readFeedback(db, id)).people).toBe(0);
    expect((await openComments(id, 1)).items).toEqual([]);
    await give(id);
    const { people, questions } = await readFeedback(db, id);
    expect([people, questions[0]!.answers[0]!.people, questions[0]!.answers[1]!.people]).toEqual([5, 5, 0]);
    expect((await openComments(id, 1)).items).toHaveLength(4);
  });

  it("is read by everybody in the words that were allowed, and by organisers of this camp in all", async () => {
    const there = await camp();
    const [crew, other] = [await makeOrganiser(db, there), await makeOrganiser(db, await camp())];
    for (let n = 0; n < 5; n++) await give(there.id, said({ comment: `Words ${n}`, open: n % 2 === 0 }));
    const open = (await openComments(there.id, 1)).items.map(({ words }) => words);
    expect(open.sort()).toEqual(["Words 0", "Words 2", "Words 4"]);
    expect((await listComments(db, crew, 1)).items).toHaveLength(5);
    expect((await listComments(db, other, 1)).items).toEqual([]);
  });

  it("is hidden from everybody and shown again, once in the log for each, and by nobody of another camp", async () => {
    const there = await camp();
    const [crew, other] = [await makeOrganiser(db, there), await makeOrganiser(db, await camp())];
    for (let n = 0; n < 5; n++) await give(there.id, said({ comment: "Somebody’s name", open: true }));
    const { id } = (await listComments(db, crew, 1)).items[0]!;
    const open = async () => (await openComments(there.id, 1)).items.length;
    await hideComment(db, crew, id, true, NOON);
    await hideComment(db, crew, id, true, NOON);
    expect(await open()).toBe(4);
    expect(await hideComment(db, other, id, false, NOON)).toEqual(refused("not_found"));
    expect(await hideComment(db, crew, newId(), true, NOON)).toEqual(refused("not_found"));
    await hideComment(db, crew, id, false, NOON);
    expect(await open()).toBe(5);
    const log = await db
      .select({ act: audit.act })
      .from(audit)
      .where(eq(audit.subjectId, id))
      .orderBy(audit.id);
    expect(log.map(({ act }) => act)).toEqual(["hide_feedback", "show_feedback"]);
  });

  it("is listed a page at a time", async () => {
    const there = await camp();
    const crew = await makeOrganiser(db, there);
    await give(there.id);
    await db.update(feedback).set({ people: 5 }).where(eq(feedback.eventId, there.id));
    const rows = Array.from({ length: COMMENTS_A_PAGE + 1 }, (_, n) => ({ id: newId(), words: `${n}` }));
    await db.insert(feedbackComment).values(rows.map((row) => ({ ...row, eventId: there.id, open: true })));
    expect((await openComments(there.id, 2)).items).toHaveLength(1);
    expect((await listComments(db, crew, 1)).items).toHaveLength(COMMENTS_A_PAGE);
  });

  it("goes with its camp, and that a phone said something with the phone", async () => {
    const there = await camp();
    await give(there.id, said({ comment: "Words" }));
    await db.delete(event).where(eq(event.id, there.id));
    for (const table of [feedback, feedbackCount, feedbackComment, feedbackGiven])
      expect(await db.$count(table, eq(table.eventId, there.id))).toBe(0);
  });
});
