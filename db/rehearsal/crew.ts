/** The crew of a copy: the organisers of its camp, who may look, and made-up people who do what the crew does. */
import { and, eq } from "drizzle-orm";
import { keepDevices, newDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { person, role } from "#db/schema/person.ts";
import type { Transaction } from "#db/transaction.ts";
import { standInAddress } from "#domain/email-address.ts";
import type { Role } from "#domain/permission.ts";

/** @returns the tokens of their phones */
export async function makeCrew(
  tx: Transaction,
  { from, to }: { from: string; to: string },
  doors: number,
  askedBy: string | null,
): Promise<{ doors: string[]; organiser: string }> {
  const organisers = await tx
    .select({ personId: role.personId })
    .from(role)
    .where(and(eq(role.eventId, from), eq(role.role, "organiser")));
  const look = new Set([...organisers.map(({ personId }) => personId), ...(askedBy ? [askedBy] : [])]);
  const roles = ["organiser", ...Array.from({ length: doors }, (): Role => "door")] as const;
  const made = roles.map((part) => {
    const id = newId();
    return { id, part, phone: newDevice({ personId: id }) };
  });
  await tx.insert(person).values(made.map(({ id }) => ({ id, name: "–", email: standInAddress(id) })));
  await keepDevices(
    tx,
    made.map(({ phone }) => phone),
  );
  await tx
    .insert(role)
    .values([
      ...[...look].map((personId) => ({ eventId: to, personId, role: "organiser" as const })),
      ...made.map(({ id, part }) => ({ eventId: to, personId: id, role: part })),
    ]);
  const [first, ...others] = made.map(({ phone }) => phone.token);
  return { organiser: first!, doors: others };
}
