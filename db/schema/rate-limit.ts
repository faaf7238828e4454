import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/columns.ts";

/** Unlogged: it costs no flush to disk, and after a crash of Postgres every limit starts afresh. */
export const limitBucket = pgTable("limit_bucket", {
  /** SHA-256 of the limit's name and of what it counts by, hex. */
  key: text().primaryKey(),
  /** When the bucket is full again and the row may go. */
  fullAt: instant().notNull(),
});
