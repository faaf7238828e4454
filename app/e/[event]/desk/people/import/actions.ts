"use server";
/** The steps of bringing a list of people: chosen, shown as often as wanted, and written when it is said. */
import { z } from "zod";
import { formOf, textOf } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { NOTHING_AGREED } from "#db/change.ts";
import { importDesk } from "#db/import/asking.ts";
import { text } from "#domain/fields.ts";
import { COLUMNS_MAX } from "#domain/import/sheets.ts";
import { type ChosenColumns, PEOPLE_COLUMNS } from "#domain/people-import/columns.ts";
import { BROUGHT_AS, FRESH, type PeopleImportState } from "#domain/people-import/state.ts";
import type { May } from "#domain/viewer.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const consequence = wordsOf("consequence");
const imports = wordsOf("peopleImport");
const words = wordsOf("refusal");

const BYTES_MAX = 1024 * 1024;

const column = z.union([z.enum(PEOPLE_COLUMNS), z.literal("")]);

/** What was shown comes back from the browser, so it is parsed like any input. */
const shown = z.object({
  pages: z
    .array(z.object({ name: z.string().max(200), text: z.string().max(BYTES_MAX) }))
    .min(1)
    .max(100),
  name: z.string().max(200),
  page: z.number().int().min(0).max(99),
  columns: z.record(z.string().regex(/^\d{1,2}$/), column),
});
type Shown = z.infer<typeof shown>;

type Asker = May<"movePeople">;

/** Shows what a list would bring, shows it again as read otherwise, or brings it. What breaks is said in words. */
export async function importPeople(
  slug: string,
  before: PeopleImportState,
  sent: FormData,
): Promise<PeopleImportState> {
  const known = shown.safeParse(before);
  const asker = await actAt(slug, "movePeople");
  const stay = (refusal: PeopleImportState["refusal"]) => ({ ...(known.success ? before : FRESH), refusal });
  if (!asker.ok) return stay(words[asker.refusal]);
  const form = formOf(sent);
  const step = form.get("step");
  try {
    if (step === "again") return FRESH;
    if (known.success && (step === "look" || step === "confirm" || form.has("agreed")))
      return await go(asker.value.may, known.data, form, step === "look");
    return await open(asker.value.may, form.get("list"));
  } catch (fault) {
    console.error(fault);
    return stay(imports.broken);
  }
}

async function open(crew: Asker, file: FormDataEntryValue | null): Promise<PeopleImportState> {
  // Where none was chosen, an empty one comes, under whatever name.
  if (!(file instanceof File) || file.size === 0) return { ...FRESH, error: imports.fileMissing };
  if (file.size > BYTES_MAX) return { ...FRESH, error: imports.fileBig };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await importDesk().ask({ ask: "pages", bytes, most: BYTES_MAX }, () => {});
  if ("wrong" in read) return { ...FRESH, error: imports.fileWrong };
  const pages = read.pages.map(({ name, text }) => ({ name: name.slice(0, 200), text }));
  return look(crew, { pages, name: file.name.slice(0, 200), page: 0, columns: {} });
}

const listOf = ({ pages, page, columns }: Shown) => ({ text: (pages[page] ?? pages[0]!).text, columns });

async function look(crew: Asker, list: Shown): Promise<PeopleImportState> {
  const report = await importDesk().ask({ ask: "look_people", crew, list: listOf(list) }, () => {});
  return { ...FRESH, ...list, step: "look", report };
}

const typed = perLanguage(() =>
  z.object({
    as: z.enum(BROUGHT_AS),
    // Of a list that says everybody's none is asked for.
    sectorId: z.union([z.uuid(), z.literal("")], imports.sectorMissing),
    reason: text("reason", imports.reasonMissing),
  }),
);

/** Nothing is written that was not shown: a changed reading is shown first. */
async function go(crew: Asker, list: Shown, form: FormData, again: boolean): Promise<PeopleImportState> {
  const told = {
    as: z.enum(BROUGHT_AS).catch("places").parse(form.get("as")),
    sectorId: textOf(form.get("sectorId")).slice(0, 40),
    reason: textOf(form.get("reason")).slice(0, 2_000),
    tell: form.get("tell") === "yes",
  };
  const before = await look(crew, list);
  const chosen = { ...list, ...chosenIn(form, list, before.report!.columns) };
  const changed = JSON.stringify(chosen) !== JSON.stringify(list);
  const seen = { ...(changed ? await look(crew, chosen) : before), ...told };
  if (again || changed) return { ...seen, refusal: again ? null : imports.changed };
  const input = typed().safeParse(told);
  if (!input.success) {
    const errors = input.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    return { ...seen, errors: Object.fromEntries(errors) };
  }
  const bringing = { ...listOf(list), ...input.data, tell: told.tell };
  const agreed = textOf(form.get("agreed")).slice(0, 100) || NOTHING_AGREED;
  const done = await importDesk().ask(
    { ask: "bring_people", crew, bringing, agreed, now: new Date() },
    () => {},
  );
  if (!done.ok && done.refusal === "bad_input" && told.sectorId === "")
    return { ...seen, errors: { sectorId: imports.sectorMissing } };
  if (!done.ok) return { ...seen, refusal: words[done.refusal] };
  if ("done" in done.value)
    return { ...FRESH, step: "done", name: list.name, ...told, done: done.value.done };
  const { asks, agreement } = done.value;
  return { ...seen, asks: { points: asks.map((it) => consequence.say(it)), agreement } };
}

/** What is chosen as it was worked out is left open: another page has other columns. */
function chosenIn(
  form: FormData,
  { page, columns }: Shown,
  seen: NonNullable<PeopleImportState["report"]>["columns"],
): { page: number; columns: ChosenColumns } {
  const other = z.coerce
    .number()
    .int()
    .min(0)
    .max(99)
    .catch(page)
    .parse(form.get("page") ?? page);
  if (other !== page) return { page: other, columns: {} };
  const chosen: Record<string, (typeof columns)[string]> = { ...columns };
  for (const { at, means } of seen.slice(0, COLUMNS_MAX)) {
    const told = column.safeParse(form.get(`column.${at}`));
    if (told.success && told.data !== (means ?? "")) chosen[at] = told.data;
  }
  return { page, columns: chosen };
}
