/** How somebody signs in, and what they are and do at a camp beyond a camper. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { contact } from "#db/schema/camp-page.ts";
import { helpCall, helpComing } from "#db/schema/help-call.ts";
import { passkey } from "#db/schema/passkey.ts";
import { person, role } from "#db/schema/person.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import type { PersonalData } from "#domain/personal-data.ts";

/** For whoever it is of alone; null where nobody signs in with the address. */
export async function readAccount(
  db: Store,
  eventId: string,
  email: string,
): Promise<PersonalData["account"]> {
  const [known] = await db.select().from(person).where(eq(person.email, email));
  if (!known) return null;
  const roles = await db
    .select({ role: role.role })
    .from(role)
    .where(and(eq(role.personId, known.id), eq(role.eventId, eventId)));
  const tasks = await db
    .select({ task: rotaTask.task, at: rotaTask.startsAt })
    .from(rotaSignUp)
    .innerJoin(rotaTask, eq(rotaTask.id, rotaSignUp.taskId))
    .where(and(eq(rotaSignUp.personId, known.id), eq(rotaTask.eventId, eventId)))
    .orderBy(asc(rotaTask.startsAt), asc(rotaTask.id));
  const came = await db
    .select({ what: helpCall.what, at: helpComing.createdAt })
    .from(helpComing)
    .innerJoin(helpCall, eq(helpCall.id, helpComing.callId))
    .where(and(eq(helpComing.personId, known.id), eq(helpCall.eventId, eventId)))
    .orderBy(asc(helpComing.createdAt), asc(helpCall.id));
  const called = await db
    .select({ what: helpCall.what, place: helpCall.place, at: helpCall.calledAt })
    .from(helpCall)
    .where(and(eq(helpCall.personId, known.id), eq(helpCall.eventId, eventId)))
    .orderBy(asc(helpCall.calledAt), asc(helpCall.id));
  const keys = await db
    .select({ passkey: passkey.name, at: passkey.createdAt, usedAt: passkey.usedAt })
    .from(passkey)
    .where(eq(passkey.personId, known.id))
    .orderBy(asc(passkey.createdAt), asc(passkey.id));
  return {
    passkeys: keys.map(({ passkey, at, usedAt }) => {
      return { passkey, at: at.toISOString(), usedAt: usedAt?.toISOString() ?? null };
    }),
    ...{ name: known.name, at: known.createdAt.toISOString(), roles: roles.map((it) => it.role) },
    tasks: tasks.map(({ task, at }) => ({ task, at: at.toISOString() })),
    calls: came.map(({ what, at }) => ({ what, at: at.toISOString() })),
    called: called.map(({ at, ...call }) => ({ ...call, at: at.toISOString() })),
  };
}

/** Whether the camp's code of conduct names somebody: as one of the crew, or typed. */
export async function isContact(db: Store, eventId: string, email: string): Promise<boolean> {
  const [row] = await db
    .select({ id: contact.id })
    .from(contact)
    .leftJoin(person, eq(person.id, contact.personId))
    .where(and(eq(contact.eventId, eventId), sql`coalesce(${person.email}, ${contact.email}) = ${email}`))
    .limit(1);
  return row !== undefined;
}
