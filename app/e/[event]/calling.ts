"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { complain, type FormState, FRESH, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { Tapped } from "#components/rota/answer.ts";
import { database } from "#db/connection.ts";
import { answerCall, callForHelp, endCall } from "#db/help-call.ts";
import { maybeText, text } from "#domain/fields.ts";
import { LONGEST } from "#domain/limits.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerTap, refusedTap } from "./tapped.ts";

const words = wordsOf("help");

const said = z.object({ call: z.uuid(), say: z.enum(["come", "stay", "met", "called_off"]) });

/** Says of a call that one comes, or not after all, or that it has ended. */
export async function sayOfCall(slug: string, _: Tapped, form: FormData): Promise<Tapped> {
  const asker = await actAt(slug, "takeTasks");
  if (!asker.ok) return refusedTap(asker.refusal);
  const input = read(said, form);
  if (!input.success) return refusedTap("bad_input");
  const { call: id, say } = input.data;
  const [db, { may }, now] = [database(), asker.value, new Date()];
  const result =
    say === "come" || say === "stay"
      ? await answerCall(db, may, { id, comes: say === "come" }, now)
      : await endCall(db, may, { id, how: say }, now);
  return answerTap(slug, result.ok ? null : result.refusal);
}

/** A task that was chosen says what for where nothing was written. */
const called = perLanguage(() =>
  z.object({
    id: z.uuid(),
    what: maybeText("helpCall", words.whatWrong),
    task: maybeText("rotaTask", words.whatWrong),
    place: maybeText("rotaPlace", words.whereWrong),
  }),
);

export async function call(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "takeTasks");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(called(), form);
  if (!input.success) return complain(form, input.error);
  const { task, ...rest } = input.data;
  const what = text("helpCall", words.whatWrong).safeParse(
    rest.what || (task && words.more(task).slice(0, LONGEST.helpCall)),
  );
  if (!what.success) return complain(form, new z.ZodError([{ ...what.error.issues[0]!, path: ["what"] }]));
  const result = await callForHelp(database(), asker.value.may, { ...rest, what: what.data }, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  return FRESH;
}
