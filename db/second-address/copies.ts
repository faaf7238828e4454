/** What goes to a second address of what goes to a first: a mail of its own, so that neither stands in the other's way. */
import { and, inArray } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { works } from "#db/second-address/reading.ts";
import type { Transaction } from "#db/transaction.ts";
import type { MailKind } from "#domain/mail.ts";
import { goesToBoth } from "#domain/second-address.ts";

type First = {
  id: string;
  kind: MailKind;
  occasion: string;
  recipient: string;
  facts: { registrationId?: string };
};

/** The same mails to the second addresses that work; none where there is none, or it is no mail for both. */
export async function copiesOf<Row extends First>(
  tx: Transaction,
  mails: readonly Row[],
): Promise<(Row & { secondOf: string })[]> {
  const about = mails.filter(({ kind }) => goesToBoth(kind));
  const ids = about.flatMap(({ facts }) => facts.registrationId ?? []);
  if (ids.length === 0) return [];
  const { registrationId, email } = secondAddress;
  // At most one for each mail.
  const seconds = await tx
    .select({ registrationId, email })
    .from(secondAddress)
    .where(and(inArray(registrationId, ids), works));
  const of = new Map(seconds.map((row) => [row.registrationId, row.email]));
  return about.flatMap((mail) => {
    const secondOf = mail.facts.registrationId ?? "";
    const recipient = of.get(secondOf);
    if (recipient === undefined) return [];
    return [{ ...mail, id: newId(), occasion: `${mail.occasion}:second`, recipient, secondOf }];
  });
}
