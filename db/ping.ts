import { sql } from "drizzle-orm";
import { database } from "./connection.ts";

/** Whether the database answers. False where it refuses, is away, or takes more than two seconds. */
export async function ping(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2000, false).unref());
  const answer = database()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, late]);
}
