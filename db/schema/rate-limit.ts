import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/columns.ts";

/**
 * What was asked for so often that it is not yet forgotten. Unlogged: it costs no flush to disk, and after a crash
 * of Postgres everybody begins anew.
 */
export const limitBucket = pgTable("limit_bucket", {
  /** SHA-256 of the limit's name and of what it counts by, hex. */
  key: text().primaryKey(),
  /** When nothing of it is left to remember. */
  fullAt: instant().notNull(),
});
