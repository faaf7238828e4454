/** Who the people of ballots are: somebody an earlier import brought, or somebody new. */

import { type Called, type KnownCamp, nameFor } from "#domain/import/additions.ts";
import { type Alike, findAlike } from "#domain/import/alike.ts";
import { isKey, NOWHERE, personKey, placeholderAddress } from "#domain/import/person.ts";
import type { Ballot } from "#domain/import/problem.ts";
import { outline } from "#domain/import/text.ts";

type Found = {
  /** By `personKey` of what the file calls them. */
  emails: Map<string, string>;
  newcomers: { name: string; email: string }[];
  asked: Alike[];
};

/**
 * Finds everybody. The same name is the same person; one that only looks like another's is asked about, and somebody
 * else until an organiser says not.
 *
 * @param room how many newcomers the camp can take; the rest have no address
 */
export function findPeople(
  ballots: readonly Ballot[],
  people: KnownCamp["people"],
  called: Called,
  answered: ReadonlySet<string>,
  room: number,
): Found {
  const nameOf = (person: string) => (isKey(person) ? nameFor(called, "person", person) : person);
  const byName = new Map<string, string>();
  for (const { name, email } of people) if (!byName.has(personKey(name))) byName.set(personKey(name), email);
  const named = ballots.filter(({ person }) => !isKey(person));
  const { asked, taken } = findAlike(
    {
      kind: "person",
      keyOf: personKey,
      likeness: (name) => likenessOf(name, placeholderAddress(name)),
      among: true,
    },
    named.map(({ person, row, file }) => ({ name: person, row, file })),
    people.map(({ name, email }) => ({ name, likeness: likenessOf(name, email) })),
    answered,
  );
  const addresses = new Set(people.map(({ email }) => email));
  const emails = new Map<string, string>();
  const newcomers: Found["newcomers"] = [];
  for (const { person } of ballots) {
    const key = personKey(person);
    if (emails.has(key)) continue;
    const other = taken.get(key);
    const known = byName.get(personKey(nameOf(other ?? person))) ?? (other && emails.get(personKey(other)));
    const own = placeholderAddress(person);
    if (known) emails.set(key, known);
    else if (isKey(person) && addresses.has(own)) emails.set(key, own);
    else if (newcomers.length < room) {
      const email = freeAddress(own, addresses);
      addresses.add(email);
      emails.set(key, email);
      newcomers.push({ name: nameOf(person), email });
    }
  }
  return { emails, newcomers, asked };
}

/** An address tells of somebody whose name was mended since: the next file still has the old one. */
function likenessOf(name: string, email: string): string[] {
  const plain = outline(name);
  return [...(plain === "" ? [] : [plain]), `at ${email}`];
}

/** Somebody else may have the address: earlier imports left the marks out of it. */
function freeAddress(own: string, taken: ReadonlySet<string>): string {
  const [local] = own.split("@");
  for (let more = ""; ; more += "-0-")
    if (!taken.has(`${local}${more}@${NOWHERE}`)) return `${local}${more}@${NOWHERE}`;
}
