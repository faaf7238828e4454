/** Finding somebody among the people of a camp. What is looked for comes in the body of a request, never in an address. */
import { setImmediate as others } from "node:timers/promises";
import { domainToUnicode } from "node:url";
import { and, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { listThese, PEOPLE_A_PAGE, type PeoplePage } from "#db/people-list.ts";
import { likeThat, orderOf } from "#db/people-view.ts";
import { sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { emailAddress } from "#domain/email-address.ts";
import { pageAmong } from "#domain/paging.ts";
import type { PeopleView } from "#domain/people-view.ts";
import { finder, searchText } from "#domain/search.ts";
import { codeIn } from "#domain/ticket.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Those of every part of the list in whose name, organisation, sector or address every word of the search occurs, and
 * whose ticket's code it is, as the view narrows and orders them. The names of all are read: what is looked for is found in what somebody
 * typed, and no index knows that.
 */
export async function findPeople(
  db: Store,
  crew: May<"seePeople">,
  search: string,
  view: Omit<PeopleView, "group">,
): Promise<PeoplePage> {
  const { page, sort } = view;
  const rows = await db
    .select({
      id: registration.id,
      name: registration.name,
      organisation: registration.organisation,
      sector: sector.name,
      email: registration.email,
      ticketCode: registration.ticketCode,
    })
    .from(registration)
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .where(and(eq(registration.eventId, crew.eventId), likeThat(view)))
    .orderBy(...orderOf(sort));
  const matches = found(search);
  const code = codeIn(search);
  const ids: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (matches(textOf(row)) || row.ticketCode === code) ids.push(row.id);
    // Preparing five thousand names for the first time takes a while, in which others are answered too.
    if (index % AT_ONCE === AT_ONCE - 1) await others();
  }
  const { items, ...rest } = pageAmong(ids, page, PEOPLE_A_PAGE);
  return { items: await listThese(db, crew, items), ...rest, found: ids.length };
}

const AT_ONCE = 250;

/** A whole address is looked for as it is kept, too: there are several ways to type a domain. */
function found(search: string): (known: string) => boolean {
  const [asTyped, address] = [finder(search), emailAddress(search)];
  const asKept = address === null ? asTyped : finder(address);
  return (known) => asTyped(known) || asKept(known);
}

type Row = {
  id: string;
  name: string;
  organisation: string;
  sector: string;
  email: string;
};

/** What people are found by, kept for the next key that is pressed. */
const texts = new Map<string, { made: string; text: string }>();
const MOST = 20_000;

function textOf({ id, name, organisation, sector, email }: Row): string {
  const made = [name, organisation, sector, email].join("\n");
  const kept = texts.get(id);
  if (kept?.made === made) return kept.text;
  const text = searchText([name, organisation, sector, email, ...asTyped(email)]);
  texts.set(id, { made, text });
  if (texts.size > MOST) texts.delete(texts.keys().next().value!);
  return text;
}

/** An address with its domain in the letters of its country, where it is kept in ASCII for the mail. */
function asTyped(email: string): string[] {
  const at = email.lastIndexOf("@") + 1;
  const domain = email.slice(at);
  return domain.includes("xn--") ? [email.slice(0, at) + domainToUnicode(domain)] : [];
}
