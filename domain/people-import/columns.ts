/** Which column of a list of people is what, from what its header says or as the organiser says. */

export const PEOPLE_COLUMNS = [
  "name",
  "first",
  "last",
  "email",
  "buyer",
  "organisation",
  "sector",
  "firstTime",
  "photos",
  "status",
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/**
 * What Eventbrite, pretix, Tito and our own list call things, and people who make a list by hand. Of several that a
 * header has, the first named here is taken: pretix and Tito have the address of whoever paid as well.
 */
const NAMES: Record<PeopleColumn, string> = {
  name: "ticket full name, attendee name, full name, your name, name, attendee, person, participant",
  first: "ticket first name, attendee name given name, first name, given name, forename",
  last: "ticket last name, attendee name family name, last name, surname, family name",
  email: "ticket email, attendee email, attendee e mail, email, email address, e mail, e mail address, mail",
  buyer: "order email, buyer email, email, e mail, order e mail",
  organisation:
    "ticket company name, company, organisation, organization, company organisation, employer, work organisation",
  sector: "sector",
  firstTime: "first time, first unconference, first timer",
  photos: "photos, happy to be in photos",
  status: "void status, attendee status, status, order status",
};

/** By place, counted from 0; empty for a column that is left alone. */
export type ChosenColumns = Readonly<Record<string, PeopleColumn | "">>;

/** What each column means, in the order of the header; null for one that is left alone. */
export function meaningsOf(header: readonly string[], chosen: ChosenColumns): (PeopleColumn | null)[] {
  const means: (PeopleColumn | null)[] = header.map((_, at) => chosen[at] || null);
  const names = header.map(plain);
  for (const column of PEOPLE_COLUMNS) {
    if (means.includes(column)) continue;
    const places = NAMES[column]
      .split(", ")
      .map((name) => names.findIndex((it, at) => it === name && !means[at] && !(at in chosen)));
    const at = places.find((place) => place >= 0);
    if (at !== undefined) means[at] = column;
  }
  return means;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[_\-.:/()]+/g, " ")
    .replace(/ +/g, " ")
    .trim();
}
