/** What is on the rota of a camp and who does it. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { shareEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { helpCall, helpComing } from "#db/schema/help-call.ts";
import { person, role } from "#db/schema/person.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import type { Transaction } from "#db/transaction.ts";
import { MOST } from "#domain/limits.ts";
import { allowed, type Role, TAKE_TASKS } from "#domain/permission.ts";
import type { RotaPerson, RotaTask } from "#domain/rota.ts";
import type { May } from "#domain/viewer.ts";

/** In the order of their times, at most MOST.rotaTasks. */
export async function listRota(
  db: Store,
  { eventId }: May<"takeTasks"> | May<"seeCrew">,
): Promise<RotaTask[]> {
  const tasks = await db
    .select()
    .from(rotaTask)
    .where(eq(rotaTask.eventId, eventId))
    .orderBy(asc(rotaTask.startsAt), asc(rotaTask.endsAt), asc(rotaTask.task), asc(rotaTask.id))
    .limit(MOST.rotaTasks);
  const people = await db
    .select({ taskId: rotaSignUp.taskId, id: person.id, name: person.name })
    .from(rotaSignUp)
    .innerJoin(rotaTask, eq(rotaTask.id, rotaSignUp.taskId))
    .innerJoin(person, eq(person.id, rotaSignUp.personId))
    .where(eq(rotaTask.eventId, eventId))
    .orderBy(asc(rotaSignUp.createdAt), asc(person.id));
  const down = new Map<string, RotaPerson[]>();
  for (const { taskId, ...one } of people) down.set(taskId, [...(down.get(taskId) ?? []), one]);
  return tasks.map(({ id, task, place, startsAt, endsAt, wanted }) => ({
    ...{ id, task, place, wanted, people: down.get(id) ?? [] },
    ...{ from: startsAt.toISOString(), until: endsAt.toISOString() },
  }));
}

/** Who of the crew may be put in, by name; at most as many as a page of the crew has. @param most how many */
export async function listHands(
  db: Store,
  { eventId }: May<"makeRota">,
  most: number,
): Promise<RotaPerson[]> {
  return db
    .selectDistinctOn([person.name, person.id], { id: person.id, name: person.name })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.eventId, eventId), inArray(role.role, TAKE_TASKS)))
    .orderBy(asc(person.name), asc(person.id))
    .limit(most);
}

/**
 * Takes somebody off the rota and out of calls for help where none of these roles takes tasks. Call it in the transaction
 * that gives them the roles, and after that: whoever signs up meanwhile waits for it.
 */
export async function leaveRota(
  tx: Transaction,
  eventId: string,
  personId: string,
  roles: readonly Role[],
): Promise<void> {
  if (allowed(roles, "takeTasks")) return;
  const tasks = tx.select({ id: rotaTask.id }).from(rotaTask).where(eq(rotaTask.eventId, eventId));
  const calls = tx.select({ id: helpCall.id }).from(helpCall).where(eq(helpCall.eventId, eventId));
  const off = await tx
    .delete(rotaSignUp)
    .where(and(eq(rotaSignUp.personId, personId), inArray(rotaSignUp.taskId, tasks)))
    .returning({ id: rotaSignUp.taskId });
  const away = await tx
    .delete(helpComing)
    .where(and(eq(helpComing.personId, personId), inArray(helpComing.callId, calls)))
    .returning({ id: helpComing.callId });
  if (off.length + away.length > 0) await bump(tx, eventId, ["crew"]);
}

/** Whether somebody is on the crew by now and may be down for tasks. Locked, so that what they take on comes one by one. */
export async function lockHand(tx: Transaction, eventId: string, personId: string): Promise<boolean> {
  await shareEvent(tx, eventId);
  const rows = await tx
    .select({ role: role.role })
    .from(role)
    .where(and(eq(role.eventId, eventId), eq(role.personId, personId)))
    .orderBy(asc(role.role))
    .for("no key update");
  return allowed(
    rows.map((row) => row.role),
    "takeTasks",
  );
}
