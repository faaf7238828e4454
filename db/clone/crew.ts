/** The crew of one camp on that of another, each told by mail. */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Copy } from "#db/clone/frame.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { contact } from "#db/schema/camp-page.ts";
import { person, role } from "#db/schema/person.ts";
import type { Transaction } from "#db/transaction.ts";
import { rolesText } from "#domain/permission.ts";

type Bringing = {
  /** Not only whoever starts the camp. */
  all: boolean;
  /** What the new camp is called. */
  camp: string;
  now: Date;
};

/** Whom of them the code of conduct named, it names again, and they are told. @returns how many came besides whoever starts the camp */
export async function copyCrew(
  tx: Transaction,
  { from, to }: Copy,
  ownerId: string,
  { all, camp, now }: Bringing,
): Promise<number> {
  const whose = all ? undefined : eq(role.personId, ownerId);
  const rows = await tx
    .select({ personId: role.personId, role: role.role, name: person.name, email: person.email })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.eventId, from), whose));
  await tx.insert(role).values(rows.map(({ personId, role }) => ({ eventId: to, personId, role })));
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  const by = rows.find(({ personId }) => personId === ownerId)!.name;
  const others = ids.filter((id) => id !== ownerId).map((id) => rows.filter((row) => row.personId === id));
  await post(
    tx,
    others.map((theirs) => ({
      ...{ eventId: to, recipient: theirs[0]!.email, kind: "invited" as const },
      occasion: `${to}:${theirs[0]!.personId}:${now.toISOString()}`,
      facts: { camp, by, role: rolesText(theirs.map((row) => row.role)) },
    })),
  );
  const named = await nameAgain(tx, { from, to }, ids);
  const told = others.filter(([row]) => named.includes(row!.personId));
  await post(
    tx,
    told.map(([row]) => ({
      ...{ eventId: to, recipient: row!.email, kind: "contact_named" as const },
      occasion: `${to}:${row!.email}:${now.toISOString()}`,
      facts: { camp, by, name: row!.name },
    })),
  );
  return others.length;
}

/** @returns who they are */
async function nameAgain(
  tx: Transaction,
  { from, to }: Copy,
  crew: readonly string[],
): Promise<(string | null)[]> {
  const named = await tx
    .select({ personId: contact.personId, position: contact.position })
    .from(contact)
    .where(and(eq(contact.eventId, from), isNotNull(contact.personId), inArray(contact.personId, [...crew])));
  if (named.length > 0)
    await tx.insert(contact).values(named.map((row) => ({ ...row, id: newId(), eventId: to })));
  return named.map(({ personId }) => personId);
}
