/** Everybody as a spreadsheet, or those of the list as an address says it, written as they are read. What people need is in it only for whoever may read it. */
import { mayAt } from "#app/viewer.ts";
import { saidTo } from "#components/people/said-to.ts";
import { type AccessReader, openAccess } from "#db/access.ts";
import { database } from "#db/connection.ts";
import { eachDetail } from "#db/people-list.ts";
import { listMore, listSeen } from "#db/question/answers.ts";
import { writeCsv } from "#domain/csv.ts";
import type { PersonDetail } from "#domain/history.ts";
import { keptView, type PeopleView } from "#domain/people-view.ts";
import type { CampQuestion } from "#domain/question.ts";
import type { Needs } from "#domain/registration/answers.ts";
import { type May, mayOf } from "#domain/viewer.ts";
import { inLanguage, readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

/** By registration; null leaves the columns out. */
type Access = ReadonlyMap<string, Needs> | null;

export async function GET(request: Request, { params }: { params: Promise<{ event: string }> }) {
  const { event, crew, may } = await mayAt((await params).event, "seePeople");
  const reads = mayOf(crew, "seeNeeds");
  const access = reads && (await openAccess(database(), reads, new Date()));
  const questions = await listSeen(database(), may, reads !== null);
  const list = new URL(request.url).searchParams.get("list");
  const view = list === null ? null : keptView(list);
  const rows = written(may, view, access, questions, readerLocale());
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { done, value } = await rows.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
    cancel: async () => void (await rows.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${words.csv.file(event.slug, view === null)}"`,
      "cache-control": "private, no-store",
    },
  });
}

/** @param locale the reader's: what is written later no longer follows the request */
async function* written(
  may: May<"seePeople">,
  view: PeopleView | null,
  access: AccessReader | null,
  questions: readonly CampQuestion[],
  locale: string,
): AsyncGenerator<Uint8Array> {
  const bytes = (rows: () => (string | number)[][], before = "") =>
    new TextEncoder().encode(before + writeCsv(inLanguage(locale, rows)));
  // The mark at the start tells Excel that this is UTF-8.
  yield bytes(
    () => [[...words.csv.columns(access !== null), ...questions.map(({ label }) => label)]],
    "\uFEFF",
  );
  for await (const people of eachDetail(database(), may, view)) {
    const ids = people.map(({ id }) => id);
    const needs = access && (await access(ids));
    const more = await listMore(database(), may, questions, ids);
    const said = (id: string) => questions.map((it) => saidTo(it, more.get(id)?.[it.id] ?? ""));
    yield bytes(() => people.map((person) => [...row(person, needs), ...said(person.id)]));
  }
}

const yesNo = (value: boolean) => (value ? words.csv.yes : words.csv.no);

function row(person: PersonDetail, access: Access): (string | number)[] {
  const { position, name, email, organisation, sector, status, since } = person;
  const needs = access?.get(person.id);
  return [
    position ?? "",
    name,
    email,
    organisation,
    sector,
    yesNo(person.firstTime),
    yesNo(person.photos),
    person.companions,
    ...(access === null ? [] : [needs?.access ?? "", needs?.companionsNote ?? ""]),
    words.csv.statuses[status],
    yesNo(person.proven),
    since,
  ];
}
