import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, id, madeAt, named, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { CAMP_PAGES, type CampPage, REVIEWED, type ReviewedPage } from "#domain/camp-page.ts";

/** Every version of what a camp says on a page of its own; ours where there is none, or the newest has no body. */
export const campPage = pgTable(
  "camp_page",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    page: text().$type<CampPage>().notNull(),
    version: integer().notNull(),
    body: text(),
    personId: uuid().references(() => person.id, { onDelete: "set null" }),
    madeAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.page, table.version] }),
    check("camp_page_is_known", oneOf(table.page, CAMP_PAGES)),
    check("camp_page_version_is_counted", sql`${table.version} > 0`),
    check("camp_page_body_fits", named(table.body, "pageBody")),
  ],
);

/** An organiser looked a page through, and said that it is true of this camp. */
export const campPageReview = pgTable(
  "camp_page_review",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    page: text().$type<ReviewedPage>().notNull(),
    personId: uuid().references(() => person.id, { onDelete: "set null" }),
    at: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.page] }),
    check("camp_page_review_is_known", oneOf(table.page, REVIEWED)),
  ],
);

/** Whom the code of conduct names: somebody of the crew, or somebody typed with an address. */
export const contact = pgTable(
  "contact",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    personId: uuid().references(() => person.id, { onDelete: "cascade" }),
    name: text(),
    email: text(),
  },
  (table) => [
    unique("contact_person_is_named_once").on(table.eventId, table.personId),
    unique("contact_address_is_named_once").on(table.eventId, table.email),
    check(
      "contact_is_of_the_crew_or_typed",
      sql`(${table.personId} is null) = (${table.name} is not null and ${table.email} is not null)`,
    ),
    check("contact_name_fits", named(table.name, "personName")),
    check("contact_email_fits", fits(table.email, "email")),
  ],
);
