/** Mails those whom an organiser put in, took out, or changed a task of. */
import { eq, inArray } from "drizzle-orm";
import { post } from "#db/mail.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import type { rotaTask } from "#db/schema/rota.ts";
import type { Transaction } from "#db/transaction.ts";
import type { RotaChange } from "#domain/rota.ts";

/** Nobody is told what they did themselves. @param task as it is now, or was last */
export async function tellOfTask(
  tx: Transaction,
  by: { personId: string; eventId: string; name: string },
  change: RotaChange,
  task: typeof rotaTask.$inferSelect,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  const others = personIds.filter((id) => id !== by.personId);
  if (others.length === 0) return;
  const [camp] = await tx
    .select({ camp: event.name, slug: event.slug, zone: event.zone })
    .from(event)
    .where(eq(event.id, by.eventId));
  const people = await tx
    .select({ id: person.id, email: person.email })
    .from(person)
    .where(inArray(person.id, others));
  const facts = {
    ...camp!,
    ...{ by: by.name, change, task: task.task, place: task.place },
    ...{ begins: task.startsAt.toISOString(), ends: task.endsAt.toISOString() },
  };
  await post(
    tx,
    people.map(({ id, email: recipient }) => ({
      ...{ eventId: by.eventId, recipient, kind: "rota_changed" as const, facts },
      occasion: `${task.id}:${id}:${change}:${now.toISOString()}`,
    })),
  );
}
