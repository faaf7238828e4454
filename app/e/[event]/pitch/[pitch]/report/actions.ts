"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse, textOf } from "#app/respond.ts";
import { attendeeAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { reportPitch } from "#db/pitch/report.ts";
import { text } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("pitchReport");

const reported = perLanguage(() => z.object({ reason: text("reason", words.reasonMissing) }));

/** Says of a pitch that it does not belong. */
export async function report(
  slug: string,
  pitchId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  if (!isId(textOf(pitchId))) return refuse(form, "not_found");
  const input = read(reported(), form);
  if (!input.success) return complain(form, input.error);
  const { reason } = input.data;
  const done = await reportPitch(database(), asker.value.attendee, { pitchId, reason }, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/pitch/${pitchId}/report?sent=now`);
}
