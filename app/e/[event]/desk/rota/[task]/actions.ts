"use server";

import { z } from "zod";
import { type FormState, read, refuse, textOf, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { putIn, takeOut } from "#db/rota/signing-up.ts";
import { changeTask, removeTask } from "#db/rota/tasks.ts";
import { date } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { type RowProblem, readTask } from "#domain/rota/sheet.ts";
import { wordsOf } from "#messages/words.ts";
import { answerAt } from "../../said.ts";

const { desk: words } = wordsOf("rota");

const cell = z.string().max(200);
const changed = z.object({
  ...{ day: date(""), task: cell, place: cell },
  ...{ starts: cell, ends: cell, wanted: cell },
});

/** Beside which field a row's problem is said. */
const FIELD: Record<RowProblem, string> = {
  ...{ no_task: "task", too_wordy: "task", no_time: "starts" },
  ...{ clocks_skip: "starts", too_long: "ends", how_many: "wanted" },
};

export async function change(slug: string, task: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "makeRota");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may, event } = asker.value;
  const input = read(changed, form);
  if (!input.success || !isId(textOf(task))) return refuse(form, "bad_input");
  const { day, ...row } = input.data;
  const answer = readTask(row, day, event.zone);
  if ("wrong" in answer) {
    const { wrong } = answer;
    return { values: typed(form), errors: { [FIELD[wrong]]: words.wrong[wrong] }, refusal: null };
  }
  const result = await changeTask(database(), may, task, answer.task, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/rota`, "done");
}

const chosen = z.object({ person: z.string().refine(isId, words.member.choose) });

export async function putThemIn(
  slug: string,
  task: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await actAt(slug, "makeRota");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success || !isId(textOf(task)))
    return { values: typed(form), errors: { person: words.member.choose }, refusal: null };
  const result = await putIn(database(), asker.value.may, task, input.data.person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/rota/${task}`, "done");
}

export async function takeThemOut(
  slug: string,
  task: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await actAt(slug, "makeRota");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success || !isId(textOf(task))) return refuse(form, "bad_input");
  const result = await takeOut(database(), asker.value.may, task, input.data.person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/rota/${task}`, "done");
}

export async function remove(slug: string, task: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "makeRota");
  if (!asker.ok) return refuse(form, asker.refusal);
  if (!isId(textOf(task))) return refuse(form, "bad_input");
  await removeTask(database(), asker.value.may, task, new Date());
  answerAt(`/e/${slug}/desk/rota`, "done");
}
