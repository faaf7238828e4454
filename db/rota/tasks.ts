/** What is on the rota, as organisers make it: by the dozen, copied from another day, changed and removed. */
import { and, asc, eq, gte, lt, ne } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { lockTask } from "#db/rota/signing-up.ts";
import { tellOfTask } from "#db/rota/telling.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { NewTask } from "#domain/rota/sheet.ts";
import { instantAt, laterDay } from "#domain/time/local.ts";
import { movedSpan } from "#domain/time/slot-times.ts";
import type { May } from "#domain/viewer.ts";

type Adding = Result<{ added: number }, "not_found" | "rota_full">;

/**
 * Puts tasks on the rota. What is there already, with the same name, time and place, is left as it is: safe to repeat.
 * @returns how many were new; refused `rota_full` where the camp would have more than MOST.rotaTasks
 */
export function addTasks(
  db: Database,
  crew: May<"makeRota">,
  tasks: readonly NewTask[],
  now: Date,
): Promise<Adding> {
  return transact<{ added: number }, "not_found" | "rota_full">(db, async (tx) => {
    if (!(await lockEvent(tx, crew.eventId))) return refused("not_found");
    return add(tx, crew, tasks, now);
  });
}

/**
 * Puts every task that begins on one day on another too, at the same times on the clocks, with nobody down for it. Safe to
 * repeat.
 * @param from, to `YYYY-MM-DD` in the camp's zone
 * @returns `leftOut`, how many were not copied: the clocks never show one of their times on that day
 */
export function copyDay(
  db: Database,
  crew: May<"makeRota">,
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<Result<{ added: number; leftOut: number }, "not_found" | "rota_full">> {
  return transact<{ added: number; leftOut: number }, "not_found" | "rota_full">(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    const midnight = (day: string) => new Date(instantAt(day, "00:00", camp.zone));
    const rows = await tx
      .select()
      .from(rotaTask)
      .where(
        and(
          eq(rotaTask.eventId, camp.id),
          gte(rotaTask.startsAt, midnight(from)),
          lt(rotaTask.startsAt, midnight(laterDay(from, 1))),
        ),
      )
      .orderBy(asc(rotaTask.startsAt));
    const copies = rows.flatMap(({ task, place, wanted, startsAt, endsAt }) => {
      const was = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
      const { zone } = camp;
      const span = movedSpan(was, { day: from, zone }, { day: to, zone });
      return span ? [{ task, place, wanted, ...span }] : [];
    });
    const done = await add(tx, crew, copies, now);
    return done.ok ? granted({ ...done.value, leftOut: rows.length - copies.length }) : done;
  });
}

async function add(
  tx: Transaction,
  { eventId, personId }: May<"makeRota">,
  tasks: readonly NewTask[],
  now: Date,
): Promise<Adding> {
  if (tasks.length === 0) return granted({ added: 0 });
  const rows = tasks.map(({ startsAt, endsAt, ...rest }) => ({
    ...{ id: newId(), eventId, ...rest, createdAt: now },
    ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
  }));
  const added = await tx.insert(rotaTask).values(rows).onConflictDoNothing().returning({ id: rotaTask.id });
  if ((await tx.$count(rotaTask, eq(rotaTask.eventId, eventId))) > MOST.rotaTasks)
    return refused("rota_full");
  if (added.length === 0) return granted({ added: 0 });
  await record(tx, {
    ...{ eventId, at: now, actor: "crew", actorId: personId, act: "add_tasks", subjectId: null },
    to: String(added.length),
  });
  await bump(tx, eventId, ["crew"]);
  return granted({ added: added.length });
}

/**
 * Changes a task. Whoever is down for it stays, and is mailed where its time or place is another. Safe to repeat.
 * @returns refused `task_has_more` for fewer than are down for it, `task_there` where another is just so
 */
export function changeTask(
  db: Database,
  crew: May<"makeRota">,
  taskId: string,
  to: NewTask,
  now: Date,
): Promise<Result<null, "not_found" | "task_has_more" | "task_there">> {
  const { eventId, personId: actorId } = crew;
  return transact<null, "not_found" | "task_has_more" | "task_there">(db, async (tx) => {
    // Two that are made alike at once queue up.
    if (!(await lockEvent(tx, eventId))) return refused("not_found");
    const before = await lockTask(tx, eventId, taskId);
    if (!before) return refused("not_found");
    const [startsAt, endsAt] = [new Date(to.startsAt), new Date(to.endsAt)];
    const people = await listDown(tx, taskId);
    if (people.length > to.wanted) return refused("task_has_more");
    const after = { ...before, ...to, startsAt, endsAt };
    if (await isThere(tx, after)) return refused("task_there");
    const same = (["task", "place", "wanted"] as const).every((name) => before[name] === after[name]);
    const moved = +before.startsAt !== +startsAt || +before.endsAt !== +endsAt || before.place !== to.place;
    if (same && !moved) return granted(null);
    await tx
      .update(rotaTask)
      .set({ task: to.task, place: to.place, wanted: to.wanted, startsAt, endsAt })
      .where(eq(rotaTask.id, taskId));
    if (moved) await tellOfTask(tx, crew, "changed", after, people, now);
    const at = { eventId, at: now, actor: "crew", actorId, subjectId: null } as const;
    await record(tx, { ...at, act: "change_task", from: before.task, to: to.task });
    await bump(tx, eventId, ["crew"]);
    return granted(null);
  });
}

/** Takes a task off the rota, and mails whoever was down for it. Safe to repeat. */
export function removeTask(
  db: Database,
  crew: May<"makeRota">,
  taskId: string,
  now: Date,
): Promise<Result<null, never>> {
  const { eventId, personId: actorId } = crew;
  return transact<null, never>(db, async (tx) => {
    const task = await lockTask(tx, eventId, taskId);
    if (!task) return granted(null);
    const people = await listDown(tx, taskId);
    await tx.delete(rotaTask).where(eq(rotaTask.id, taskId));
    // Nobody misses what is over.
    if (task.endsAt > now) await tellOfTask(tx, crew, "removed", task, people, now);
    const at = { eventId, at: now, actor: "crew", actorId, subjectId: null } as const;
    await record(tx, { ...at, act: "remove_task", from: task.task });
    await bump(tx, eventId, ["crew"]);
    return granted(null);
  });
}

async function listDown(tx: Transaction, taskId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: rotaSignUp.personId })
    .from(rotaSignUp)
    .where(eq(rotaSignUp.taskId, taskId));
  return rows.map(({ id }) => id);
}

async function isThere(tx: Transaction, task: typeof rotaTask.$inferSelect): Promise<boolean> {
  const alike = and(
    eq(rotaTask.eventId, task.eventId),
    eq(rotaTask.startsAt, task.startsAt),
    eq(rotaTask.endsAt, task.endsAt),
    eq(rotaTask.task, task.task),
    eq(rotaTask.place, task.place),
    ne(rotaTask.id, task.id),
  );
  return (await tx.$count(rotaTask, alike)) > 0;
}
