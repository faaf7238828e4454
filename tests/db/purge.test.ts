import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { record } from "#db/audit.ts";
import { markOf } from "#db/change.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { changeKeeping, keepingOf } from "#db/purge/setting.ts";
import { listPurges, purgeDue } from "#db/purge.ts";
import { audit } from "#db/schema/audit.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { helpCall, helpComing } from "#db/schema/help-call.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { pitch } from "#db/schema/pitch.ts";
import { pitchReport } from "#db/schema/pitch-report.ts";
import { answer, question } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const staying = new AbortController().signal;
const at = (date: string) => new Date(`${date}T01:00:00Z`);
const run = (date: string) => purgeDue(db, at(date), staying);

const asking = async (camp: TestCamp, keepUntil: string) => {
  const id = newId();
  const asked = { kind: "text", label: "Why?", purpose: "To know.", keepUntil } as const;
  await db.insert(question).values({ id, eventId: camp.id, position: 0, ...asked });
  return id;
};
const answers = (questionId: string) => db.$count(answer, eq(answer.questionId, questionId));
const people = (camp: TestCamp) =>
  db.select().from(registration).where(eq(registration.eventId, camp.id)).orderBy(registration.rank);

describe("answers to a camp's own questions", () => {
  it("are deleted in the night after their day, by the camp's clock, and the camp's page shows how many", async () => {
    const camp = await makeCamp(db);
    const crew = await makeOrganiser(db, camp);
    const why = await asking(camp, "2026-08-01");
    const id = await makePerson(db, camp, "confirmed", { rank: 1 });
    await db.insert(answer).values({ questionId: why, registrationId: id, said: "Because" });
    await purgeDue(db, new Date("2026-08-01T22:30:00Z"), staying);
    expect(await answers(why)).toBe(1);
    // An hour past midnight in London.
    await purgeDue(db, new Date("2026-08-02T00:00:00Z"), staying);
    expect(await answers(why)).toBe(0);
    expect(await listPurges(db, crew)).toEqual([
      { day: "2026-08-02", answers: 1, needs: 0, applicants: 0, entries: 0 },
    ]);
  });
});

describe("so many days after a camp", () => {
  it("what people needed, who had no place and what was written about anybody is gone, and who had one stays", async () => {
    const camp = await makeCamp(db);
    const crew = await makeOrganiser(db, camp);
    const had = await makePerson(db, camp, "confirmed", { rank: 1 });
    const others = [
      await makePerson(db, camp, "waiting", { rank: 2 }),
      await makePerson(db, camp, "released", { rank: 3 }),
      await makePerson(db, camp, "removed", { rank: 4, verified: false }),
    ];
    const guided = await makePerson(db, camp, "confirmed", { rank: 5 });
    await db.update(registration).set({ access: "A ramp" }).where(eq(registration.id, had));
    const along = { companions: 1, companionsNote: "A guide", accessAgreed: true };
    await db.update(registration).set(along).where(eq(registration.id, guided));
    const by = { eventId: camp.id, at: NOON, actor: "crew", actorId: newId(), act: "confirm" } as const;
    await record(
      db as never,
      [had, others[0]!].map((subjectId) => ({ ...by, subjectId, reason: "Asked me" })),
    );
    const recipient = "person2@example.org";
    const mail = { eventId: camp.id, kind: "your_page", occasion: newId(), recipient } as const;
    await post(db as never, { ...mail, facts: { registrationId: others[0]! } });
    await db.insert(person).values({ id: newId(), email: recipient, name: "person2" });

    await run("2026-08-13");
    expect(await people(camp)).toHaveLength(5);
    await run("2026-08-14");
    expect(await people(camp)).toMatchObject([
      { id: had, access: "", name: "person1" },
      { id: guided, companions: 0, companionsNote: "", accessAgreed: false },
    ]);
    expect(await db.$count(outbox, eq(outbox.recipient, recipient))).toBe(0);
    expect(await db.$count(person, eq(person.email, recipient))).toBe(0);
    const log = await db.select().from(audit).where(eq(audit.eventId, camp.id));
    expect(log.map(({ act, reason }) => [act, reason])).toEqual([
      ["confirm", ""],
      ["confirm", ""],
    ]);
    const done = { day: "2026-08-14", answers: 0, needs: 2, applicants: 3, entries: 1 };
    expect(await listPurges(db, crew)).toEqual([done]);
    await run("2026-08-14");
    expect(await listPurges(db, crew)).toEqual([done]);
  });

  it("what people said of pitches, why one was hidden and who was asked to host is gone, and the pitches stay", async () => {
    const camp = await makeCamp(db);
    const who = await makePerson(db, camp, "confirmed", { rank: 1 });
    const [hidden, kept] = [newId(), newId()];
    const gone = { withdrawnAt: NOON, hiddenAt: NOON, hiddenReason: "An advert" };
    await db.insert(pitch).values({ id: kept, eventId: camp.id, title: "Job swaps" });
    await db.insert(pitch).values({ id: hidden, eventId: camp.id, title: "Buy this", ...gone });
    await db.insert(pitchReport).values({ pitchId: kept, registrationId: who, reason: "Rude" });
    await db
      .insert(hostAsked)
      .values({ id: newId(), eventId: camp.id, pitchId: kept, name: "Mei", nameKey: "mei" });
    await run("2026-08-14");
    expect(await db.$count(pitchReport, eq(pitchReport.pitchId, kept))).toBe(0);
    expect(await db.$count(hostAsked, eq(hostAsked.eventId, camp.id))).toBe(0);
    const pitches = await db.select().from(pitch).where(eq(pitch.eventId, camp.id));
    expect(pitches.map(({ id, hiddenReason, hiddenAt }) => [id, hiddenReason, hiddenAt])).toEqual([
      [kept, "", null],
      [hidden, "", NOON],
    ]);
  });

  it("who called for help, who came and who was down for a task is gone, and the tasks stay", async () => {
    const camp = await makeCamp(db);
    const [olu, eventId] = [await makeOrganiser(db, camp), camp.id];
    const [task, call] = [newId(), newId()];
    const times = { startsAt: at("2026-07-14"), endsAt: at("2026-07-15") };
    await db.insert(rotaTask).values({ id: task, eventId, task: "Door", wanted: 1, ...times });
    await db.insert(rotaSignUp).values({ taskId: task, personId: olu.personId });
    const called = { personId: olu.personId, what: "Hands", endsAt: NOON };
    await db.insert(helpCall).values({ id: call, eventId, ...called });
    await db.insert(helpComing).values({ callId: call, personId: olu.personId });
    await run("2026-08-13");
    expect(await db.$count(rotaSignUp, eq(rotaSignUp.taskId, task))).toBe(1);
    await run("2026-08-14");
    expect(await db.$count(helpCall, eq(helpCall.eventId, eventId))).toBe(0);
    expect(await db.$count(helpComing, eq(helpComing.callId, call))).toBe(0);
    expect(await db.$count(rotaSignUp, eq(rotaSignUp.taskId, task))).toBe(0);
    expect(await db.$count(rotaTask, eq(rotaTask.eventId, eventId))).toBe(1);
  });

  it("means after its last day, and as many as its organisers chose", async () => {
    const camp = await makeCamp(db);
    await makePerson(db, camp, "waiting", { rank: 1 });
    const startsAt = new Date("2026-07-16T08:00:00Z");
    await db.insert(day).values({ id: newId(), eventId: camp.id, date: "2026-07-16", startsAt });
    await db.update(event).set({ keepDays: 5 }).where(eq(event.id, camp.id));
    await run("2026-07-21");
    expect(await people(camp)).toHaveLength(1);
    await run("2026-07-22");
    expect(await people(camp)).toHaveLength(0);
  });

  it("comes again for a camp that was moved to a later day", async () => {
    const camp = await makeCamp(db);
    await run("2026-08-14");
    const startsAt = new Date("2026-09-14T08:00:00Z");
    await db.update(event).set({ day: "2026-09-14", startsAt }).where(eq(event.id, camp.id));
    await db.update(day).set({ date: "2026-09-14", startsAt }).where(eq(day.eventId, camp.id));
    await makePerson(db, camp, "waiting", { rank: 1 });
    await run("2026-10-14");
    expect(await people(camp)).toHaveLength(1);
    await run("2026-10-15");
    expect(await people(camp)).toHaveLength(0);
  });

  it("is done once by two processes, and some people at a time", async () => {
    const camp = await makeCamp(db);
    const crew = await makeOrganiser(db, camp);
    for (let rank = 1; rank <= 230; rank += 1) await makePerson(db, camp, "waiting", { rank });
    await Promise.all([run("2026-08-14"), run("2026-08-14")]);
    expect(await people(camp)).toHaveLength(0);
    expect(await listPurges(db, crew)).toMatchObject([{ applicants: 230 }]);
  });

  it("is asked about first where the number that is chosen has passed already", async () => {
    const camp = await makeCamp(db);
    const crew = await makeOrganiser(db, camp);
    await makePerson(db, camp, "waiting", { rank: 1 });
    const mark = markOf(keepingOf({ keepDays: 30 }));
    const now = at("2026-08-01");
    const asked = await changeKeeping(db, crew, mark, { keepDays: 5 }, now);
    expect(asked).toMatchObject({ value: { asks: [{ kind: "forgotten_now", people: 1 }] } });
    const { agreement } = (asked as { value: { agreement: string } }).value;
    expect(await changeKeeping(db, crew, mark, { keepDays: 5 }, now, agreement)).toMatchObject({
      value: { done: null },
    });
    await run("2026-08-01");
    expect(await people(camp)).toHaveLength(0);
    const later = await changeKeeping(db, crew, markOf(keepingOf({ keepDays: 5 })), { keepDays: 40 }, now);
    expect(later).toMatchObject({ value: { done: null } });
  });

  it("touches no other camp", async () => {
    const camp = await makeCamp(db, { startsAt: new Date("2026-10-14T08:00:00Z") });
    await makePerson(db, camp, "waiting", { rank: 1 });
    await run("2026-08-14");
    expect(await people(camp)).toHaveLength(1);
  });
});
