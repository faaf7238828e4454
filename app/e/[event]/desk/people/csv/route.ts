/** The list as a spreadsheet. What people need is in it only for whoever may read it. */
import { mayAt } from "#app/viewer.ts";
import { listAccess } from "#db/access.ts";
import { database } from "#db/connection.ts";
import { listDetails } from "#db/people.ts";
import { writeCsv } from "#domain/csv.ts";
import type { PersonDetail } from "#domain/history.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

export async function GET(_request: Request, { params }: { params: Promise<{ event: string }> }) {
  const { event, crew, may } = await mayAt((await params).event, "seePeople");
  const people = await listDetails(database(), may);
  const reads = mayOf(crew, "seeNeeds");
  const access = reads && (await listAccess(database(), reads, new Date()));
  const rows = people.map((person) => row(person, access && (access.get(person.id) ?? "")));
  // The mark at the start tells Excel that this is UTF-8.
  const text = `\uFEFF${writeCsv([words.csv.columns(access !== null), ...rows])}`;
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${words.csv.file(event.slug)}"`,
      "cache-control": "private, no-store",
    },
  });
}

const yesNo = (value: boolean) => (value ? words.csv.yes : words.csv.no);

/** @param access null leaves the column out */
function row(person: PersonDetail, access: string | null): (string | number)[] {
  const { position, name, email, organisation, sector, status, since } = person;
  return [
    position ?? "",
    name,
    email,
    organisation,
    sector,
    yesNo(person.firstTime),
    yesNo(person.photos),
    ...(access === null ? [] : [access]),
    status,
    yesNo(person.proven),
    since,
  ];
}
