"use server";
/** The action of the import page: first a preview, then the import. In between the text is in the form's own state. */
import { z } from "zod";
import { formOf } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { importFiles, previewImport } from "#db/import.ts";
import type { EventView } from "#domain/event.ts";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import { reportOf } from "#domain/import/report.ts";
import { FRESH, type ImportState } from "#domain/import/state.ts";
import { decode } from "#domain/import/text.ts";
import { isZip, type Page, readWorkbook } from "#domain/import/workbook.ts";
import type { May } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { choices as choicesOf, chosen } from "./choices.ts";

const imports = wordsOf("imports");
const words = wordsOf("refusal");

const BYTES_MAX = 1024 * 1024;

/** The preview comes back from the browser, so it is parsed like any input. */
const agreed = z.object({
  pages: z
    .array(z.object({ name: z.string().max(200), text: z.string().max(BYTES_MAX) }))
    .min(1)
    .max(100),
  name: z.string().max(200),
  mark: z.string().max(64),
  choices: choicesOf,
});

/** Shows what a file would do, shows it again as read otherwise, or does what was shown. */
export async function importSheet(slug: string, before: ImportState, sent: FormData): Promise<ImportState> {
  const asker = await actAt(slug, "importSheets");
  if (!asker.ok)
    return { ...(agreed.safeParse(before).success ? before : FRESH), refusal: words[asker.refusal] };
  const asked = asker.value;
  const form = formOf(sent);
  const step = form.get("step");
  if (step === "again") return FRESH;
  if (step === "confirm" || step === "look") return go(asked, before, form, step);
  const file = form.get("sheet");
  if (!(file instanceof File) || file.size === 0) return { ...FRESH, error: imports.fileMissing };
  if (file.size > BYTES_MAX) return { ...FRESH, error: imports.fileBig };
  const pages = await pagesOf(new Uint8Array(await file.arrayBuffer()));
  if ("wrong" in pages) return { ...FRESH, error: imports.fileWrong(pages.wrong) };
  return look(asked, { pages, name: file.name.slice(0, 200), choices: NO_CHOICES });
}

type Asked = { event: EventView; may: May<"importSheets"> };
type Shown = { pages: readonly Page[]; name: string; choices: Choices };

async function pagesOf(bytes: Uint8Array): Promise<Page[] | { wrong: "unreadable" | "text_big" }> {
  if (isZip(bytes)) {
    const read = await readWorkbook(bytes, BYTES_MAX);
    return "wrong" in read ? read : read.pages.map(({ name, text }) => ({ name: name.slice(0, 200), text }));
  }
  const text = decode(bytes);
  return text === null ? { wrong: "unreadable" } : [{ name: "", text }];
}

async function look({ event, may }: Asked, { pages, name, choices }: Shown): Promise<ImportState> {
  const page = pages[choices.page] ?? pages[0]!;
  const files = [page.text];
  const { additions, readings, mark } = await previewImport(
    database(),
    may,
    { files, choices },
    imports.called,
  );
  const shown = {
    pages,
    name,
    mark,
    choices,
    reading: readings[0]!,
    report: reportOf(additions, event.capacity),
  };
  return { ...FRESH, ...shown, step: "look" };
}

/** Nothing is written that was not shown: a changed reading is shown first. */
async function go(asked: Asked, before: ImportState, form: FormData, step: string): Promise<ImportState> {
  const input = agreed.safeParse(before);
  if (!input.success) return { ...FRESH, error: imports.fileMissing };
  const { mark, ...shown } = input.data;
  const seen = await look(asked, shown);
  const choices = chosen(form, shown.choices, seen.reading!);
  const changed = JSON.stringify(choices) !== JSON.stringify(shown.choices);
  if (step === "look" || changed) {
    const again = await look(asked, { ...shown, choices });
    return { ...again, refusal: step === "look" ? null : imports.read.changed };
  }
  if (seen.mark !== mark) return { ...seen, refusal: words.changed_meanwhile };
  const { event, may } = asked;
  const files = [(shown.pages[choices.page] ?? shown.pages[0]!).text];
  const done = await importFiles(database(), may, { files, choices, mark }, imports.called, new Date());
  if (done.ok)
    return { ...FRESH, step: "done", name: shown.name, report: reportOf(done.value, event.capacity) };
  return { ...(await look(asked, shown)), refusal: words[done.refusal] };
}
