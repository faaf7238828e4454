/** The rota: nobody is in two places, no task has more than it wants, and whoever leaves the crew leaves it. */
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeRoles, removeCrew } from "#db/crew.ts";
import { answerCall, callForHelp, readCrewNews } from "#db/help-call.ts";
import { newId } from "#db/id.ts";
import { putIn, signOff, signUp, takeOut } from "#db/rota/signing-up.ts";
import { addTasks, changeTask, copyDay, removeTask } from "#db/rota/tasks.ts";
import { listHands, listRota } from "#db/rota.ts";
import { audit } from "#db/schema/audit.ts";
import { liveVersion } from "#db/schema/live.ts";
import { outbox } from "#db/schema/mail.ts";
import { MOST } from "#domain/limits.ts";
import type { Role } from "#domain/permission.ts";
import type { NewTask } from "#domain/rota/sheet.ts";
import { makeCamp, makeOrganiser, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

const DAY = "2026-07-14";
const task = (name: string, from: string, until: string, wanted = 1, day = DAY): NewTask => ({
  ...{ task: name, place: "Hall", wanted },
  ...{ startsAt: Date.parse(`${day}T${from}Z`), endsAt: Date.parse(`${day}T${until}Z`) },
});

/** A camp whose rota has these tasks, its organiser, and some more of its crew. */
async function camping(...tasks: NewTask[]) {
  const camp = await makeCamp(db);
  const olu = await makeOrganiser(db, camp);
  const helper = (...roles: Role[]) =>
    makeOrganiser(db, camp, ...(roles.length > 0 ? roles : ["door" as const]));
  await addTasks(db, olu, tasks, NOON);
  const ids = new Map((await listRota(db, olu)).map((it) => [it.task, it.id]));
  const down = async () =>
    Object.fromEntries((await listRota(db, olu)).map((it) => [it.task, it.people.map(({ id }) => id)]));
  return { camp, olu, helper, down, id: (name: string) => ids.get(name)! };
}

const told = async ({ personId, eventId }: Organiser) => {
  const mine = and(eq(outbox.recipient, `${personId}@example.org`), eq(outbox.eventId, eventId));
  const rows = await db.select({ facts: outbox.facts }).from(outbox).where(mine).orderBy(outbox.id);
  return rows.map(({ facts }) => [facts.change, facts.task, facts.place]);
};

test("two who take the last place at once: one has it, and the other is told that it is full", async () => {
  const { helper, down, id } = await camping(task("Door", "07:30", "08:30", 2));
  const [first, ...rest] = await Promise.all(Array.from({ length: 6 }, () => helper()));
  await signUp(db, first!, id("Door"), NOON);
  const answers = await Promise.all(rest.map((one) => signUp(db, one, id("Door"), NOON)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers) if (!answer.ok) expect(answer.refusal).toBe("task_full");
  expect((await down()).Door).toHaveLength(2);
});

test("somebody who takes two tasks at once on two phones has one of those that meet", async () => {
  const { helper, down, id } = await camping(
    task("Door", "07:30", "08:30", 20),
    task("Badges", "08:00", "09:00", 20),
  );
  const crew = await Promise.all(Array.from({ length: 10 }, () => helper()));
  const taps = crew.flatMap((one) => ["Door", "Badges"].map((name) => signUp(db, one, id(name), NOON)));
  const answers = (await Promise.all(taps)).map((it) => (it.ok ? "has it" : it.refusal));
  expect(answers.filter((it) => it === "task_clash")).toHaveLength(10);
  expect(
    Object.values(await down())
      .flat()
      .sort(),
  ).toEqual(crew.map(({ personId }) => personId).sort());
});

test("signing up and off is safe to repeat, and noted once each", async () => {
  const { camp, helper, down, id } = await camping(task("Door", "07:30", "08:30"));
  const ama = await helper();
  for (let twice = 0; twice < 2; twice += 1) await signUp(db, ama, id("Door"), NOON);
  expect(await down()).toEqual({ Door: [ama.personId] });
  for (let twice = 0; twice < 2; twice += 1) await signOff(db, ama, id("Door"), NOON);
  expect(await down()).toEqual({ Door: [] });
  const rows = await db.select().from(audit).where(eq(audit.eventId, camp.id)).orderBy(audit.id);
  expect(rows.map(({ act, to }) => [act, to])).toEqual([
    ["add_tasks", "1"],
    ["take_task", "Door"],
    ["leave_task", "Door"],
  ]);
});

test("what is over, another camp’s, or for whoever watches only is nobody’s to take", async () => {
  const { olu, helper, down, id } = await camping(task("Door", "07:30", "08:30"));
  const stranger = (await camping()).olu;
  const refusalOf = async (who: Organiser, now = NOON) => {
    const answer = await signUp(db, who, id("Door"), now);
    return answer.ok ? null : answer.refusal;
  };
  expect(await refusalOf(olu, new Date(`${DAY}T08:30Z`))).toBe("task_over");
  expect(await refusalOf(stranger)).toBe("not_found");
  expect(await refusalOf(await helper("observer"))).toBe("not_found");
  expect(await down()).toEqual({ Door: [] });
});

test("an organiser puts somebody in and takes them out, and each is mailed; oneself is not", async () => {
  const { olu, helper, down, id } = await camping(task("Door", "07:30", "08:30", 2));
  const [ama, watcher] = [await helper(), await helper("observer")];
  for (const { personId } of [ama, olu]) await putIn(db, olu, id("Door"), personId, NOON);
  expect(await putIn(db, olu, id("Door"), watcher.personId, NOON)).toMatchObject({ refusal: "not_found" });
  expect((await down()).Door).toEqual([ama.personId, olu.personId].sort());
  for (const { personId } of [ama, olu]) await takeOut(db, olu, id("Door"), personId, NOON);
  expect((await down()).Door).toEqual([]);
  expect(await told(ama)).toEqual([
    ["put_in", "Door", "Hall"],
    ["taken_out", "Door", "Hall"],
  ]);
  expect(await told(olu)).toEqual([]);
  expect((await listHands(db, olu, 100)).map(({ id: hand }) => hand).sort()).toEqual(
    [ama.personId, olu.personId].sort(),
  );
});

test("whoever is taken off the crew, or only watches from now on, is off the rota and comes to no call", async () => {
  for (const leave of [
    (olu: Organiser, { personId }: Organiser) => removeCrew(db, olu, personId, NOON),
    async (olu: Organiser, { personId }: Organiser) => {
      const asked = await changeRoles(db, olu, personId, ["observer"], NOON);
      if (!asked.ok || !("asks" in asked.value)) throw new Error("nothing was asked");
      return changeRoles(db, olu, personId, ["observer"], NOON, asked.value.agreement);
    },
  ]) {
    const { camp, olu, helper, down, id } = await camping(task("Door", "07:30", "08:30", 2));
    const [ama, joe] = [await helper(), await helper()];
    for (const one of [ama, joe]) await signUp(db, one, id("Door"), NOON);
    const call = { id: newId(), what: "More hands", place: "" };
    await callForHelp(db, olu, call, NOON);
    for (const one of [ama, joe]) await answerCall(db, one, { id: call.id, comes: true }, NOON);
    await leave(olu, ama);
    expect(await down()).toEqual({ Door: [joe.personId] });
    const { calls } = await readCrewNews(db, camp.id);
    expect(calls[0]!.coming.map(({ id: who }) => who)).toEqual([joe.personId]);
  }
});

test("somebody who signs up while they are taken off the crew is not left on the rota", async () => {
  const { olu, helper, down, id } = await camping(task("Door", "07:30", "08:30", 50));
  const crew = await Promise.all(Array.from({ length: 8 }, () => helper()));
  await Promise.all(
    crew.flatMap((one) => [
      signUp(db, one, id("Door"), NOON),
      removeCrew(db, olu, one.personId, NOON),
      signUp(db, one, id("Door"), NOON),
    ]),
  );
  expect(await down()).toEqual({ Door: [] });
});

test("tasks are added by the dozen, and those that are there already stay as they are", async () => {
  const { olu, helper, down, id } = await camping(task("Door", "07:30", "08:30"));
  const ama = await helper();
  await signUp(db, ama, id("Door"), NOON);
  const dozen = Array.from({ length: 12 }, (_, n) => task(`Task ${n}`, "10:00", "11:00"));
  const again = await addTasks(db, olu, [task("Door", "07:30", "08:30", 9), ...dozen], NOON);
  expect(again).toMatchObject({ value: { added: 12 } });
  expect(await addTasks(db, olu, dozen, NOON)).toMatchObject({ value: { added: 0 } });
  expect((await listRota(db, olu))[0]).toMatchObject({ task: "Door", wanted: 1 });
  expect((await down()).Door).toEqual([ama.personId]);
});

test("a rota that would be too long is left as it is", async () => {
  const { olu } = await camping(task("Door", "07:30", "08:30"));
  const many = Array.from({ length: MOST.rotaTasks }, (_, n) => task(`Task ${n}`, "10:00", "11:00"));
  expect(await addTasks(db, olu, many, NOON)).toMatchObject({ refusal: "rota_full" });
  expect(await listRota(db, olu)).toHaveLength(1);
});

test("a day is copied with its times on the clocks, past midnight too, over the night they change, and with nobody down", async () => {
  const night = {
    ...task("Night watch", "22:00", "22:00", 1, "2026-10-24"),
    endsAt: Date.parse("2026-10-25T01:30Z"),
  };
  const { olu, id } = await camping(task("Door", "07:30", "08:30", 1, "2026-10-24"), night);
  await signUp(db, olu, id("Door"), NOON);
  for (let twice = 0; twice < 2; twice += 1)
    await copyDay(db, olu, { from: "2026-10-24", to: "2026-10-26" }, NOON);
  const copies = (await listRota(db, olu))
    .slice(2)
    .map((it) => [it.task, it.from, it.until, it.people.length]);
  expect(copies).toEqual([
    ["Door", "2026-10-26T08:30:00.000Z", "2026-10-26T09:30:00.000Z", 0],
    ["Night watch", "2026-10-26T23:00:00.000Z", "2026-10-27T01:30:00.000Z", 0],
  ]);
});

test("a day is copied to that on which the clocks go forward without what has no time there, and says so", async () => {
  const { olu } = await camping(
    task("Night watch", "00:30", "02:30", 1, "2027-01-30"),
    task("Lock", "01:15", "01:45", 1, "2027-01-30"),
    task("Door", "08:30", "09:30", 2, "2027-01-30"),
  );
  const copied = await copyDay(db, olu, { from: "2027-01-30", to: "2027-03-28" }, NOON);
  expect(copied).toEqual({ ok: true, value: { added: 2, leftOut: 1 } });
  expect((await listRota(db, olu)).slice(3).map((it) => [it.task, it.from, it.until])).toEqual([
    ["Night watch", "2027-03-28T00:30:00.000Z", "2027-03-28T01:30:00.000Z"],
    ["Door", "2027-03-28T07:30:00.000Z", "2027-03-28T08:30:00.000Z"],
  ]);
});

test("whoever is down for a task is told of another time, and of its end, and not of another number", async () => {
  const { olu, helper, id, down } = await camping(
    task("Door", "07:30", "08:30", 2),
    task("Lunch", "12:00", "13:00"),
  );
  const ama = await helper();
  await signUp(db, ama, id("Door"), NOON);
  await changeTask(db, olu, id("Door"), task("Door", "07:30", "08:30", 1), NOON);
  expect(await told(ama)).toEqual([]);
  const later = task("Door", "09:30", "10:30", 1);
  for (let twice = 0; twice < 2; twice += 1) await changeTask(db, olu, id("Door"), later, NOON);
  await signUp(db, olu, id("Lunch"), NOON);
  for (let twice = 0; twice < 2; twice += 1) await removeTask(db, olu, id("Door"), NOON);
  expect(await told(ama)).toEqual([
    ["changed", "Door", "Hall"],
    ["removed", "Door", "Hall"],
  ]);
  expect(await down()).toEqual({ Lunch: [olu.personId] });
});

test("a task is not made smaller than who is down for it, nor the same as another", async () => {
  const { olu, helper, id } = await camping(
    task("Door", "07:30", "08:30", 2),
    task("Lunch", "12:00", "13:00"),
  );
  for (const one of [olu, await helper()]) await signUp(db, one, id("Door"), NOON);
  const change = async (name: string, to: NewTask) => {
    const answer = await changeTask(db, olu, id(name), to, NOON);
    return answer.ok ? null : answer.refusal;
  };
  expect(await change("Door", task("Door", "07:30", "08:30", 1))).toBe("task_has_more");
  expect(await change("Lunch", task("Door", "07:30", "08:30", 9))).toBe("task_there");
  expect(await change("Lunch", task("Late lunch", "12:30", "13:30"))).toBeNull();
});

test("every change reaches the crew’s screens, and what changes nothing does not", async () => {
  const { camp, olu, id } = await camping(task("Door", "07:30", "08:30"));
  const version = async () => {
    const [row] = await db.select().from(liveVersion).where(eq(liveVersion.eventId, camp.id));
    return row!.crewVersion;
  };
  const seen = [await version()];
  for (const act of [signUp, signUp, signOff, signOff]) {
    await act(db, olu, id("Door"), NOON);
    seen.push(await version());
  }
  expect(seen.map((v) => v - seen[0]!)).toEqual([0, 1, 1, 2, 2]);
});
