import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { markOf } from "#db/change.ts";
import { answerEquality, readEquality } from "#db/equality/answering.ts";
import { readEqualityCounts } from "#db/equality/counts.ts";
import { changeEquality } from "#db/equality.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { audit } from "#db/schema/audit.ts";
import { equality, equalityCount } from "#db/schema/equality.ts";
import { registration } from "#db/schema/registration.ts";
import type { Chosen, EqualityQuestion } from "#domain/equality.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const DAY = 86_400_000;
const daysOn = (days: number) => new Date(NOON.getTime() + days * DAY);

async function campAsking(...asked: EqualityQuestion[]) {
  const camp = await makeCamp(db);
  const crew = await makeOrganiser(db, camp);
  await changeEquality(db, crew, markOf({ asked: [] }), asked, NOON);
  let rank = 0;
  const somebody = async (status: "confirmed" | "waiting" | "removed" = "confirmed") => {
    const id = await makePerson(db, camp, status, { rank: ++rank });
    return { id, token: await mintLink(db, id, { mailed: true, now: NOON }) };
  };
  const answers = async (chosen: Chosen, now = NOON) =>
    answerEquality(db, (await somebody()).token, chosen, now);
  return { camp, crew, somebody, answers };
}

const kept = async (eventId: string) => {
  const rows = await db.select().from(equalityCount).where(eq(equalityCount.eventId, eventId));
  return Object.fromEntries(
    rows.filter(({ people }) => people > 0).map((it) => [`${it.question} ${it.answer}`, it.people]),
  );
};
const rowOf = async (id: string) => (await db.select().from(registration).where(eq(registration.id, id)))[0]!;

describe("whoever answers the equality questions", () => {
  it("is asked what the camp asks, counted once, and asked no more", async () => {
    const { camp, somebody } = await campAsking("age", "sex");
    const { id, token } = await somebody();
    const page = async () => readEquality(db, (await readStatus(db, token, NOON))!, NOON);
    expect(await page()).toEqual({ asked: ["age", "sex"], answered: false });
    const before = await rowOf(id);
    const counted = await answerEquality(db, token, { age: "25_34" }, daysOn(1));
    expect(counted).toEqual({ ok: true, value: null });
    expect(await kept(camp.id)).toEqual({ "age 25_34": 1 });
    expect(await page()).toEqual({ asked: ["age", "sex"], answered: true });
    // Nothing of theirs says what or when, and the log does not say that they did.
    expect(await rowOf(id)).toEqual({ ...before, equalityAnswered: true });
    expect(await db.$count(audit, eq(audit.subjectId, id))).toBe(0);
    expect(await answerEquality(db, token, { age: "65_over", sex: "male" }, NOON)).toEqual(counted);
    expect(await kept(camp.id)).toEqual({ "age 25_34": 1 });
  });

  it("counts once however often it is pressed at once", async () => {
    const { camp, somebody } = await campAsking("age");
    const { token } = await somebody();
    // Without asking under the lock whether they had all ten were counted.
    await Promise.all(Array.from({ length: 10 }, () => answerEquality(db, token, { age: "unsaid" }, NOON)));
    expect(await kept(camp.id)).toEqual({ "age unsaid": 1 });
  });

  it("is counted with everybody else who answers at once", async () => {
    const { camp, somebody } = await campAsking("age", "sex");
    const people = await Promise.all(Array.from({ length: 12 }, () => somebody()));
    await Promise.all(
      people.map(({ token }, index) =>
        answerEquality(db, token, { age: index % 2 ? "25_34" : "35_44", sex: "female" }, NOON),
      ),
    );
    expect(await kept(camp.id)).toEqual({ "age 25_34": 6, "age 35_44": 6, "sex female": 12 });
    const [row] = await db.select().from(equality).where(eq(equality.eventId, camp.id));
    expect(row).toMatchObject({ answered: 12, shownAnswered: 0 });
  });

  it("has proven the address, and has a place or waits for one, at a camp that asks and is not over", async () => {
    const { camp, somebody } = await campAsking("age");
    const refused = { ok: false, refusal: "not_possible_now" };
    const [unproven, gone, late] = [await somebody(), await somebody("removed"), await somebody()];
    await db.update(registration).set({ verifiedAt: null }).where(eq(registration.id, unproven.id));
    for (const { token, now } of [
      { ...unproven, now: NOON },
      { ...gone, now: NOON },
      { ...late, now: daysOn(30) },
    ]) {
      expect(await readEquality(db, (await readStatus(db, token, now))!, now)).toBeNull();
      expect(await answerEquality(db, token, { age: "25_34" }, now)).toEqual(refused);
    }
    expect(await answerEquality(db, "no-such-page", { age: "25_34" }, NOON)).toMatchObject({
      refusal: "not_found",
    });
    const silent = await campAsking();
    const { id, token } = await silent.somebody();
    expect(await readEquality(db, (await readStatus(db, token, NOON))!, NOON)).toBeNull();
    expect(await answerEquality(db, token, { age: "25_34" }, NOON)).toEqual(refused);
    expect((await rowOf(id)).equalityAnswered).toBe(false);
    expect(await kept(camp.id)).toEqual({});
  });

  it("has answers to what is asked no more left out", async () => {
    const { camp, answers } = await campAsking("age");
    await answers({ age: "unsaid", religion: "sikh" });
    expect(await kept(camp.id)).toEqual({ "age unsaid": 1 });
  });

  it("leaves no trace by which a row of the database goes with another", async () => {
    const { camp, somebody } = await campAsking("age", "religion");
    const people = [await somebody(), await somebody(), await somebody()];
    for (const { token } of people) await answerEquality(db, token, { age: "25_34", religion: "sikh" }, NOON);
    const rows = await db.execute<{ made: string; people: number }>(
      sql`select xmin::text as made, people from equality_count where event_id = ${camp.id}`,
    );
    // One transaction wrote all of them, those that nobody chose too: nothing tells which it counted.
    const [made, ...others] = new Set(rows.map((row) => row.made));
    expect(others).toEqual([]);
    expect(rows.filter((row) => row.people === 0).length).toBeGreaterThan(5);
    const noted = await db.execute<{ made: string }>(
      sql`select xmin::text as made from registration where event_id = ${camp.id}`,
    );
    expect(noted.map((row) => row.made)).not.toContain(made);
  });
});

describe("what organisers see of the answers", () => {
  it("is nothing on the day of the fifth, and on the next day what five people said", async () => {
    const { crew, answers } = await campAsking("sex");
    const seen = async (days: number) => {
      const [question] = await readEqualityCounts(db, crew, daysOn(days));
      return question!.answers.map(({ people }) => people);
    };
    for (let n = 0; n < 5; n++) await answers({ sex: "female" });
    await answers({ sex: "male" });
    expect(await seen(0)).toEqual([0, 0, 0]);
    expect(await seen(1)).toEqual([5, 0, 0]);
    // Four more change nothing, on no day; the fifth does on the next.
    for (let n = 0; n < 4; n++) {
      await answers({ sex: "male" }, daysOn(2));
      expect(await seen(2)).toEqual([5, 0, 0]);
      expect(await seen(9)).toEqual([5, 0, 0]);
    }
    await answers({ sex: "unsaid" }, daysOn(3));
    expect(await seen(3)).toEqual([5, 0, 0]);
    expect(await seen(4)).toEqual([5, 5, 0]);
    await answers({ sex: "female" }, daysOn(5));
    expect(await seen(5)).toEqual([5, 5, 0]);
  });

  it("is every answer of every question that is asked, and nothing where none is", async () => {
    const { crew } = await campAsking("sex", "partnership");
    expect(await readEqualityCounts(db, crew, NOON)).toEqual([
      {
        question: "sex",
        answers: [
          { answer: "female", people: 0 },
          { answer: "male", people: 0 },
          { answer: "unsaid", people: 0 },
        ],
      },
      {
        question: "partnership",
        answers: [
          { answer: "yes", people: 0 },
          { answer: "no", people: 0 },
          { answer: "unsaid", people: 0 },
        ],
      },
    ]);
    expect(await readEqualityCounts(db, (await campAsking()).crew, NOON)).toEqual([]);
  });
});
