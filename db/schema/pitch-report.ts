import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, madeAt, named } from "#db/schema/columns.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";

/** "This does not belong here", one of each person and pitch. Whose it is nobody is told. */
export const pitchReport = pgTable(
  "pitch_report",
  {
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    reason: text().notNull(),
    at: madeAt(),
    /** The crew has decided about it: the pitch was hidden, or stays. */
    settledAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.registrationId] }),
    index("pitch_report_by_registration").on(table.registrationId),
    check("pitch_report_reason_fits", named(table.reason, "reason")),
  ],
);
