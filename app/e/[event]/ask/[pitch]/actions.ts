"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse, textOf } from "#app/respond.ts";
import { attendeeAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { ask, back, stopAsking } from "#db/session-request/asking.ts";
import { maybeText } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import type { Wanted } from "#domain/session-request.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("sessionRequest");

const id = z.string().refine(isId);

/** `wanted` is what to do with it, or the id of the session that it is to be apart from. */
const asked = perLanguage(() =>
  z
    .object({
      id,
      wanted: z.union([z.enum(["move", "again"]), id], { error: () => words.ask.missing }),
      reason: maybeText("reason", words.ask.reasonLong),
    })
    .refine(({ wanted, reason }) => wanted !== "move" || reason !== "", {
      path: ["reason"],
      error: () => words.ask.reasonMissing,
    }),
);

/** Asks something of a session. */
export async function askForChange(
  slug: string,
  pitchId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  if (!isId(textOf(pitchId))) return refuse(form, "not_found");
  const input = read(asked(), form);
  if (!input.success) return complain(form, input.error);
  const { id, wanted: said, reason } = input.data;
  const wanted: Wanted =
    said === "move" || said === "again"
      ? { kind: said, pitchId, otherId: null }
      : { kind: "apart", pitchId, otherId: said };
  const done = await ask(database(), asker.value.attendee, { id, reason, ...wanted }, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/ask/${pitchId}?done=asked`);
}

const standing = z.object({ id, act: z.enum(["back", "stop"]) });

/** Stands behind what others ask, or asks it no more. */
export async function standBehind(
  slug: string,
  pitchId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  if (!isId(textOf(pitchId))) return refuse(form, "not_found");
  const input = read(standing, form);
  if (!input.success) return refuse(form, "bad_input");
  const { id: requestId, act } = input.data;
  const { attendee } = asker.value;
  const done =
    act === "back"
      ? await back(database(), attendee, requestId, new Date())
      : await stopAsking(database(), attendee, requestId);
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/ask/${pitchId}?done=${act === "back" ? "backed" : "stopped"}`);
}
