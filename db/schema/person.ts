import { boolean, check, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, id, madeAt, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { ROLES, type Role } from "#domain/permission.ts";

/** Somebody who signs in by mail: an organiser, a campmaker, or a camper on a second device. */
export const person = pgTable(
  "person",
  {
    id: id(),
    /** Compared form: trimmed, lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** May start camps and invite others to do so. */
    owner: boolean().notNull().default(false),
    createdAt: madeAt(),
  },
  (table) => [
    unique("person_email_is_taken").on(table.email),
    check("person_name_fits", fits(table.name, "personName")),
    check("person_email_fits", fits(table.email, "email")),
  ],
);

/** A row for each role somebody has at a camp, beyond being a camper. */
export const role = pgTable(
  "role",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    role: text().$type<Role>().notNull(),
    createdAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.personId, table.role] }),
    index("role_by_person").on(table.personId),
    check("role_is_known", oneOf(table.role, ROLES)),
  ],
);
