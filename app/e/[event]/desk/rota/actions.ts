"use server";

import { z } from "zod";
import { type FormState, formOf, read, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { addTasks, copyDay } from "#db/rota/tasks.ts";
import { date } from "#domain/fields.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { isTyped, type NewTask, readRotaSheet, readTask, type TypedTask } from "#domain/rota/sheet.ts";
import { wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const { desk: words } = wordsOf("rota");

/** With what was typed, and what to mend beside a field. */
const mend = (form: FormData, errors: FormState["errors"]): FormState => ({
  values: typed(form),
  errors,
  refusal: null,
});

type Row = { line: number; row: TypedTask };

/** What rows say on a day, or the first that cannot stand, in words. */
function readRows(rows: readonly Row[], day: string, zone: string): NewTask[] | string {
  const tasks: NewTask[] = [];
  for (const { line, row } of rows) {
    const answer = readTask(row, day, zone);
    if ("wrong" in answer) return words.add.wrong(line, answer.wrong);
    tasks.push(answer.task);
  }
  return tasks;
}

const cellsIn = (form: FormData): Row[] =>
  Array.from({ length: MOST.rotaRows }, (_, row) => {
    const cell = (name: keyof TypedTask) => String(form.get(`${name}-${row}`) ?? "").slice(0, 200);
    const [task, place, starts, ends, wanted] = [
      cell("task"),
      cell("place"),
      cell("starts"),
      cell("ends"),
      cell("wanted"),
    ];
    return { line: row + 1, row: { task, place, starts, ends, wanted } };
  });

const onDay = z.object({ day: date("") });

export async function addRows(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "makeRota");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may, event } = asker.value;
  const input = read(onDay, form);
  if (!input.success) return refuse(form, "bad_input");
  const rows = cellsIn(formOf(form)).filter(({ row }) => isTyped(row));
  if (rows.length === 0) return mend(form, { row: words.add.nothing });
  const tasks = readRows(rows, input.data.day, event.zone);
  if (typeof tasks === "string") return mend(form, { row: tasks });
  const result = await addTasks(database(), may, tasks, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/rota`, "added", [result.value.added]);
}

const pasted = z.object({ day: date(""), sheet: z.string().max(LONGEST.rotaSheet) });

export async function pasteSheet(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "makeRota");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may, event } = asker.value;
  const input = read(pasted, form);
  if (!input.success) return mend(form, { sheet: words.paste.long });
  const { day, sheet } = input.data;
  if (sheet.trim() === "") return mend(form, { sheet: words.paste.empty });
  const found = readRotaSheet(sheet);
  if (!("rows" in found)) return mend(form, { sheet: words.paste.unreadable });
  if (found.rows.length > MOST.rotaTasks) return mend(form, { sheet: words.paste.long });
  const tasks = readRows(found.rows, day, event.zone);
  if (typeof tasks === "string") return mend(form, { sheet: tasks });
  const result = await addTasks(database(), may, tasks, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/rota`, "added", [result.value.added]);
}

const copied = z.object({ from: date(""), to: date("") });

export async function copyTasks(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "makeRota");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(copied, form);
  if (!input.success) return refuse(form, "bad_input");
  if (input.data.from === input.data.to) return mend(form, { to: words.copy.same });
  const result = await copyDay(database(), asker.value.may, input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  const { added, leftOut } = result.value;
  answerAt(`/e/${slug}/desk/rota`, "added", leftOut > 0 ? [added, leftOut] : [added]);
}
