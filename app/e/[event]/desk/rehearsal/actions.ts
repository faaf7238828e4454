"use server";
import { type FormState, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { askForRehearsal, stopRehearsal } from "#db/rehearsal.ts";
import { answerAt } from "../said.ts";

/** Has a worker rehearse the camp. */
export async function start(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const asked = await askForRehearsal(database(), asker.value.may, new Date());
  if (!asked.ok) return refuse(form, asked.refusal);
  answerAt(`/e/${slug}/desk/rehearsal`, "started");
}

/** Ends it, with all of its copy. */
export async function stop(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const stopped = await stopRehearsal(database(), asker.value.may, new Date());
  if (!stopped.ok) return refuse(form, stopped.refusal);
  answerAt(`/e/${slug}/desk/rehearsal`, "stopped");
}
