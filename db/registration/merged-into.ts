/** Which registration somebody's was merged into, as the log says it. */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { audit } from "#db/schema/audit.ts";
import { registration } from "#db/schema/registration.ts";
import type { Act } from "#domain/history.ts";
import type { MergedInto } from "#domain/registration.ts";

/** What took somebody off. Of these the last one counts: whoever was given a place again may be taken off once more. */
const ENDS = ["merge_away", "remove"] satisfies Act[];

/** Of those who were taken off, whose registration theirs became. @param ids at most a page of people */
export async function readMergedInto(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MergedInto>> {
  if (ids.length === 0) return new Map();
  const { id, name, email } = registration;
  const rows = await store
    .selectDistinctOn([audit.subjectId], { gone: audit.subjectId, act: audit.act, id, name, email })
    .from(audit)
    .leftJoin(
      registration,
      sql`${id} = (${audit.detail} ->> 'into')::uuid and ${eq(audit.act, "merge_away")}`,
    )
    .where(and(inArray(audit.subjectId, [...ids]), inArray(audit.act, ENDS)))
    .orderBy(audit.subjectId, desc(audit.at), desc(audit.id));
  return new Map(
    rows.flatMap(({ gone, act, id, name, email }) =>
      act === "merge_away" && gone && id && name && email ? [[gone, { id, name, email }] as const] : [],
    ),
  );
}
