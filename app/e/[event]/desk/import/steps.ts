/** The steps of an import at the desk. All that takes long is asked of the thread beside the server's own. */
import { z } from "zod";
import { formOf } from "#app/respond.ts";
import { type ImportAnswers, type ImportQuestion, importDesk } from "#db/import/asking.ts";
import type { EventView } from "#domain/event.ts";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import type { TellProgress } from "#domain/import/progress.ts";
import { FRESH, type ImportState } from "#domain/import/state.ts";
import type { Page } from "#domain/import/workbook.ts";
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

type Asker = { event: EventView; may: May<"importSheets"> };
type Shown = { pages: readonly Page[]; name: string; choices: Choices };

/** Where they are already, with why they come no further. */
export function stayAt(before: ImportState, refusal: ImportState["refusal"]): ImportState {
  return { ...(agreed.safeParse(before).success ? before : FRESH), refusal };
}

/** The next step of an import. What breaks on the way is said in words. */
export async function stepOf(
  asker: Asker,
  before: ImportState,
  sent: FormData,
  tell: TellProgress,
): Promise<ImportState> {
  const asked: Asked = { ...asker, ask: (question) => importDesk().ask(question, tell) };
  const form = formOf(sent);
  const step = form.get("step");
  try {
    if (step === "again") return FRESH;
    if (step === "confirm" || step === "look") return await go(asked, before, form, step);
    return await open(asked, form.get("sheet"), form.get("pasted"));
  } catch (fault) {
    console.error(fault);
    return stayAt(before, imports.broken);
  }
}

type Asked = Asker & { ask<Q extends ImportQuestion>(question: Q): Promise<ImportAnswers[Q["ask"]]> };

async function open(
  asked: Asked,
  chosen: FormDataEntryValue | null,
  pasted: FormDataEntryValue | null,
): Promise<ImportState> {
  // Where none was chosen, an empty one comes, under whatever name.
  const isFile = chosen instanceof File && chosen.size > 0;
  const file = isFile ? chosen : new File([typeof pasted === "string" ? pasted.trim() : ""], imports.pasted);
  if (file.size === 0) return { ...FRESH, error: imports.fileMissing };
  if (file.size > BYTES_MAX) return { ...FRESH, error: imports.fileBig };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await asked.ask({ ask: "pages", bytes, most: BYTES_MAX });
  if ("wrong" in read) return { ...FRESH, error: imports.fileWrong(read.wrong) };
  const pages = read.pages.map(({ name, text }) => ({ name: name.slice(0, 200), text }));
  return look(asked, { pages, name: file.name.slice(0, 200), choices: NO_CHOICES });
}

async function look(asked: Asked, shown: Shown): Promise<ImportState> {
  const seen = await asked.ask({ ask: "look", ...about(asked, shown) });
  return { ...FRESH, ...shown, ...seen, step: "look" };
}

function about({ event, may }: Asker, { pages, choices }: Shown) {
  const files = [(pages[choices.page] ?? pages[0]!).text];
  const called = { ...imports.called };
  return { crew: may, capacity: event.capacity, input: { files, choices }, called };
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
  const done = await asked.ask({ ask: "bring", mark, now: new Date(), ...about(asked, shown) });
  if (done.ok) return { ...FRESH, step: "done", name: shown.name, report: done.value };
  return { ...(await look(asked, shown)), refusal: words[done.refusal] };
}
