"use server";
/** The door of the import page: first it shows, then it does. The text travels in the form's own state between. */
import { z } from "zod";
import { formOf, textOf } from "#app/respond.ts";
import { organiserAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { importFiles, previewImport } from "#db/import.ts";
import type { EventView } from "#domain/event.ts";
import { reportOf } from "#domain/import/report.ts";
import { FRESH, type ImportState } from "#domain/import/state.ts";
import { decode } from "#domain/import/text.ts";
import type { Organiser } from "#domain/viewer.ts";
import { imports } from "#messages/en/import.ts";
import { refusal as words } from "#messages/en/refusal.ts";

const BYTES_MAX = 1024 * 1024;

/** What came back of the preview. It was in the asker's hands, so it is read like any input. */
const agreed = z.object({ text: z.string().min(1).max(BYTES_MAX), mark: z.string().max(64) });

/** Shows what a chosen file would do, or does what was shown. */
export async function importSheet(slug: string, before: ImportState, sent: FormData): Promise<ImportState> {
  const asked = await organiserAt(slug);
  const form = formOf(sent);
  if (form.get("step") === "confirm") return confirm(asked, before);
  if (form.get("step") === "again") return FRESH;
  const file = form.get("sheet");
  if (!(file instanceof File) || file.size === 0) return { ...FRESH, error: imports.fileMissing };
  if (file.size > BYTES_MAX) return { ...FRESH, error: imports.fileBig };
  // Postgres and a form both choke on NUL, and no spreadsheet means one.
  const text = decode(new Uint8Array(await file.arrayBuffer())).replaceAll("\0", "");
  return look(asked, text, file.name.slice(0, 200));
}

type Asked = { event: EventView; organiser: Organiser };

async function look({ event, organiser }: Asked, text: string, name: string): Promise<ImportState> {
  const { plan, mark } = await previewImport(database(), organiser, [text], imports.called);
  return { ...FRESH, step: "look", text, name, mark, report: reportOf(plan, event.capacity) };
}

async function confirm(asked: Asked, before: ImportState): Promise<ImportState> {
  const input = agreed.safeParse(before);
  if (!input.success) return { ...FRESH, error: imports.fileMissing };
  const { text, mark } = input.data;
  const { event, organiser } = asked;
  const done = await importFiles(database(), organiser, { files: [text], mark }, imports.called, new Date());
  if (done.ok) return { ...FRESH, step: "done", report: reportOf(done.value, event.capacity) };
  return { ...(await look(asked, text, textOf(before?.name).slice(0, 200))), refusal: words[done.refusal] };
}
