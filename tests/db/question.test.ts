import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { markOf } from "#db/change.ts";
import { listMore, listSeen, readOwnMore } from "#db/question/answers.ts";
import {
  changeQuestions,
  listAllQuestions,
  listQuestions,
  type QuestionInput,
  questionsShown,
} from "#db/question.ts";
import { changeAnswers } from "#db/registration/answers.ts";
import { mintLink } from "#db/registration/link.ts";
import { registerAll } from "#db/registration.ts";
import { answer, question } from "#db/schema/question.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import type { More } from "#domain/question.ts";
import {
  formFor,
  makeCamp,
  makeOrganiser,
  makePerson,
  NOON,
  type Organiser,
  type TestCamp,
} from "#tests/support/camp.ts";
import { counted } from "#tests/support/counted.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

const asked = (label: string, more: Partial<QuestionInput> = {}): QuestionInput => ({
  id: null,
  kind: "text",
  label,
  choices: [],
  purpose: "To plan.",
  seenBy: "organisers",
  keepUntil: "2026-08-13",
  required: false,
  ...more,
});

async function save(crew: Organiser, wanted: QuestionInput[], agreed?: string) {
  const shown = questionsShown(await listAllQuestions(db, crew.eventId));
  return changeQuestions(db, crew, markOf(shown), wanted, NOON, agreed);
}

async function campAsking(...questions: QuestionInput[]) {
  const camp = await makeCamp(db);
  const crew = await makeOrganiser(db, camp);
  await save(crew, questions);
  return { camp, crew, questions: await listQuestions(db, camp.id) };
}

const sent = (camp: TestCamp, email: string, more: More) => ({
  form: { ...formFor(camp, email), more },
  now: NOON,
  deviceId: null,
});
const idOf = async (camp: TestCamp, email: string) =>
  (await db.select().from(registration).where(eq(registration.eventId, camp.id))).find(
    (it) => it.email === email,
  )!.id;

describe("a camp's own questions", () => {
  it("are added, put in another order and changed; what one is, it stays", async () => {
    const { crew, questions } = await campAsking(asked("First"), asked("Second"));
    const [first, second] = questions;
    await save(crew, [second!, { ...first!, label: "Changed", kind: "yes_no", required: true }]);
    expect(await listQuestions(db, crew.eventId)).toEqual([
      second,
      { ...first, label: "Changed", required: true },
    ]);
  });

  it("are saved over nothing that somebody else changed", async () => {
    const { crew } = await campAsking(asked("One"));
    expect(await changeQuestions(db, crew, "stale", [], NOON)).toEqual({
      ok: false,
      refusal: "changed_meanwhile",
    });
  });

  it("are taken away with their answers once that was agreed to", async () => {
    const { camp, crew, questions } = await campAsking(asked("Why?"), asked("Unanswered"));
    const [why] = questions;
    await registerAll(db, camp.id, [sent(camp, "a@example.org", { [why!.id]: "Because" })]);
    const question_ = await save(crew, []);
    expect(question_).toMatchObject({
      ok: true,
      value: { asks: [{ kind: "answers_go", question: "Why?", answers: 1 }] },
    });
    expect(await listQuestions(db, camp.id)).toHaveLength(2);
    const { agreement } = (question_ as { value: { agreement: string } }).value;
    expect(await save(crew, [], agreement)).toEqual({ ok: true, value: { done: null } });
    expect(await db.$count(answer, eq(answer.questionId, why!.id))).toBe(0);
  });
});

describe("answers to them", () => {
  it("are kept with who gave them, in the rush in two statements more, however many press", async () => {
    const { camp, crew, questions } = await campAsking(asked("Why?"), asked("Lift?", { seenBy: "crew" }));
    const [why, lift] = questions;
    const crowd = Array.from({ length: 40 }, (_, n) =>
      sent(camp, `p${n}@example.org`, { [why!.id]: `Because ${n}` }),
    );
    const watched = counted(db);
    const statements = async (work: () => Promise<unknown>) => {
      watched.said.length = 0;
      await work();
      return watched.said.length;
    };
    const asking = await statements(() => registerAll(watched.db, camp.id, crowd));
    const without = await makeCamp(db);
    const plain = Array.from({ length: 40 }, (_, n) => sent(without, `p${n}@example.org`, {}));
    expect(asking).toBe((await statements(() => registerAll(watched.db, without.id, plain))) + 2);
    const id = await idOf(camp, "p7@example.org");
    expect(await readOwnMore(db, id)).toEqual({ [why!.id]: "Because 7" });
    expect(await listSeen(db, crew, false)).toEqual([lift]);
    expect((await listMore(db, crew, [why!], [id])).get(id)).toEqual({ [why!.id]: "Because 7" });
    expect(await listMore(db, crew, [lift!], [id])).toEqual(new Map());
  });

  it("are left out where the question is gone, or is another camp's, and the registration stands", async () => {
    const { camp, crew, questions } = await campAsking(asked("Going"));
    const other = await campAsking(asked("Elsewhere"));
    await save(crew, []);
    const more = { [questions[0]!.id]: "Lost?", [other.questions[0]!.id]: "Not here" };
    const [result] = await registerAll(db, camp.id, [sent(camp, "late@example.org", more)]);
    expect(result).toMatchObject({ ok: true });
    expect(await readOwnMore(db, await idOf(camp, "late@example.org"))).toEqual({});
  });

  it("of somebody who registers again take the place of those before", async () => {
    const { camp, questions } = await campAsking(asked("Why?"));
    const [why] = questions;
    const person = await makePerson(db, camp, "released", { rank: 900, verified: false });
    await db.insert(answer).values({ questionId: why!.id, registrationId: person, said: "Before" });
    await registerAll(db, camp.id, [sent(camp, "person900@example.org", {})]);
    expect(await readOwnMore(db, person)).toEqual({});
  });

  it("are changed on one's own page; those of an unproven browser stay in what it was told", async () => {
    const { camp, questions } = await campAsking(asked("Why?"));
    const [why] = questions;
    const person = await makePerson(db, camp, "confirmed", { rank: 901 });
    const own = await mintLink(db, person, { mailed: true, now: NOON });
    const claim = { form: formFor(camp, "person901@example.org"), told: "waiting" as const, rank: 902 };
    const typed = await mintLink(db, person, { mailed: false, claim, now: NOON });
    const { id: _, email: __, ...told } = formFor(camp, "x@example.org");
    await changeAnswers(db, own, told, NOON, { [why!.id]: "Mine" });
    await changeAnswers(db, typed, told, NOON, { [why!.id]: "A stranger's" });
    expect(await readOwnMore(db, person)).toEqual({ [why!.id]: "Mine" });
    const links = await db.select().from(registrationLink).where(eq(registrationLink.registrationId, person));
    expect(links.map(({ claim: it }) => it?.form.more).filter(Boolean)).toEqual([
      { [why!.id]: "A stranger's" },
    ]);
  });

  it("are asked no more once their day has come, until they are kept for longer", async () => {
    const { crew, questions } = await campAsking(asked("Why?"));
    const [why] = questions;
    await db.update(question).set({ emptiedAt: NOON }).where(eq(question.id, why!.id));
    expect(await listQuestions(db, crew.eventId)).toEqual([]);
    await save(crew, [{ ...why!, label: "Why ever?" }]);
    expect(await listQuestions(db, crew.eventId)).toEqual([]);
    await save(crew, [{ ...why!, keepUntil: "2026-09-01" }]);
    expect(await listQuestions(db, crew.eventId)).toHaveLength(1);
  });
});
