/** The list as a spreadsheet, for organisers: badges, the door on paper, the caterer. */
import { organiserAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { listDetails } from "#db/people.ts";
import { writeCsv } from "#domain/csv.ts";
import type { PersonDetail } from "#domain/history.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

export async function GET(_request: Request, { params }: { params: Promise<{ event: string }> }) {
  const { event, organiser } = await organiserAt((await params).event);
  const people = await listDetails(database(), organiser);
  // The mark at the start tells Excel that this is UTF-8.
  const text = `\uFEFF${writeCsv([words.csv.columns, ...people.map(row)])}`;
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${words.csv.file(event.slug)}"`,
      "cache-control": "private, no-store",
    },
  });
}

const yesNo = (value: boolean) => (value ? words.csv.yes : words.csv.no);

function row(person: PersonDetail): (string | number)[] {
  const { position, name, email, organisation, sector, access, status, since } = person;
  return [
    position ?? "",
    name,
    email,
    organisation,
    sector,
    yesNo(person.firstTime),
    yesNo(person.photos),
    access,
    status,
    yesNo(person.proven),
    since,
  ];
}
