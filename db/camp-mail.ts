/** Where answers to a camp's mail go. */
import { eq } from "drizzle-orm";
import { changeCamp, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { granted, type Result } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** `replyTo` is an address in compared form; null for where the mail comes from. */
export type MailSettings = { replyTo: string | null };

/** Null where the camp has none, or is gone. */
export async function readReplyTo(store: Store, eventId: string): Promise<string | null> {
  const [row] = await store.select({ replyTo: event.replyTo }).from(event).where(eq(event.id, eventId));
  return row?.replyTo ?? null;
}

const MAIL: SettingsPart<MailSettings> = {
  name: "mail",
  act: "settings",
  screens: [],
  read: async (_, { replyTo }) => ({ replyTo }),
};

/** @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so */
export async function changeMailSettings(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  { replyTo }: MailSettings,
  now: Date,
): Promise<Result<Outcome<null>, "not_found" | "archived" | "changed_meanwhile">> {
  return changeCamp<MailSettings, null, never>(db, crew, MAIL, mark, now, async (tx, camp) => {
    await tx.update(event).set({ replyTo }).where(eq(event.id, camp.id));
    return granted({ done: null });
  });
}
