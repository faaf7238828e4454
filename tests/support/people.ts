import type { Database } from "#db/connection.ts";
import { eachDetail } from "#db/people-list.ts";
import type { PersonDetail } from "#domain/history.ts";
import type { May } from "#domain/viewer.ts";

/** Everybody of a camp, in the order of the list. */
export async function everyDetail(db: Database, crew: May<"seePeople">): Promise<PersonDetail[]> {
  const all: PersonDetail[] = [];
  for await (const some of eachDetail(db, crew)) all.push(...some);
  return all;
}
