import { and, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { type Expected, expectedOf } from "#domain/registration/reconfirmation.ts";

/** What somebody who has a place said of whether they come on a day of their camp. */
export async function readExpected(store: Store, registrationId: string, day: string): Promise<Expected> {
  const { askedAt, answer } = reconfirmation;
  const [row] = await store
    .select({ askedAt, answer })
    .from(reconfirmation)
    .where(and(eq(reconfirmation.registrationId, registrationId), eq(reconfirmation.day, day)));
  return expectedOf(row ?? { askedAt: null, answer: null });
}
