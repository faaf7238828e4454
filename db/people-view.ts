/** A view of the list of people as conditions and an order of the database. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { silent } from "#db/reconfirmation/silent.ts";
import { registration } from "#db/schema/registration.ts";
import { type Group, LIST_ORDER, statusesIn } from "#domain/people.ts";
import type { PeopleView, Sort, Trait } from "#domain/people-view.ts";

const ranked = sql.join(
  LIST_ORDER.map((status) => sql`${status}`),
  sql`, `,
);
/** By status, and people of one status by their rank. */
const byTurn = [
  sql`array_position(array[${ranked}]::text[], ${registration.status})`,
  asc(registration.rank),
];

const ORDERS: { readonly [Name in Sort]: readonly SQL[] } = {
  turn: byTurn,
  name: [sql`lower(${registration.name})`, ...byTurn],
  time: [desc(registration.registeredAt), desc(registration.rank)],
  // Whoever told none comes last.
  organisation: [
    sql`${registration.organisation} = ''`,
    sql`lower(${registration.organisation})`,
    sql`lower(${registration.name})`,
    ...byTurn,
  ],
};

/** In which order a view has its people; of two whom it does not tell apart the one with the better turn is first. */
export const orderOf = (sort: Sort): SQL[] => [...ORDERS[sort]];

const HAS: { readonly [Name in Trait]: SQL } = {
  first: eq(registration.firstTime, true),
  // Whoever walked in gave no address to prove.
  unproven: and(isNull(registration.verifiedAt), ne(registration.email, ""))!,
  bounced: isNotNull(registration.bouncedAt),
  paused: isNotNull(registration.pausedUntil),
};

/** Who is in a part of the list. */
export function inGroup(group: Group): SQL | undefined {
  return and(
    inArray(registration.status, statusesIn(group)),
    group === "bounced" ? HAS.bounced : undefined,
    group === "silent" ? silent : undefined,
  );
}

/** Who has what a view asks for beyond its part of the list; undefined where it asks for nothing. */
export function likeThat({ sector, traits }: Pick<PeopleView, "sector" | "traits">): SQL | undefined {
  return and(sector ? eq(registration.sectorId, sector) : undefined, ...traits.map((trait) => HAS[trait]));
}
