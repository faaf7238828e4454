"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { complain, type FormState, formOf, read, refuse, textOf, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { type PitchState, typedState } from "#components/pitch/state.ts";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { partPitches } from "#db/pitch/merging.ts";
import { setHosts } from "#db/pitch/set-hosts.ts";
import { changePitch, listPitches } from "#db/pitch.ts";
import { text } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { shownAs } from "#domain/retold.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { parseHosts, parsePitch, refusePitch } from "../../../pitching.ts";
import { answerAt } from "../../said.ts";

const words = wordsOf("pitchMerging");
const pitchForm = wordsOf("pitchForm");

/** The names that were shown, as the form keeps them. */
const seenHosts = z.object({
  seen: z
    .string()
    .max(1_000)
    .transform((text, ctx) => {
      try {
        return z.array(z.string()).parse(JSON.parse(text));
      } catch {
        ctx.addIssue({ code: "custom" });
        return z.NEVER;
      }
    }),
});

const parted = perLanguage(() => z.object({ goes: z.uuid(), reason: text("reason", words.reasonMissing) }));

/** Changes what somebody's pitch says, as they asked for it. */
export async function amend(
  slug: string,
  pitchId: string,
  _: PitchState,
  sentForm: FormData,
): Promise<PitchState> {
  const data = formOf(sentForm);
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refusePitch(data, asker.refusal);
  const { event, may } = asker.value;
  data.set("id", textOf(pitchId));
  const parsed = parsePitch(data);
  if ("state" in parsed) return parsed.state;
  const { form } = parsed;
  const changed = await changePitch(database(), may, form, new Date());
  if (!changed.ok) return refusePitch(data, changed.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  const [pitches, grid] = await Promise.all([
    listPitches(database(), event.id),
    readGrid(database(), event.id),
  ]);
  const is = pitches.find(({ id }) => id === form.id);
  const shown = is ? shownAs(grid, is) : "now";
  return {
    ...typedState(form),
    sent: { id: form.id, title: form.title, voice: form.voice, wait: null, shown },
  };
}

/** Changes who hosts it, as they asked for it. */
export async function changeHosts(
  slug: string,
  pitchId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refuse(form, asker.refusal);
  const names = parseHosts(formOf(form));
  if (!names) return { values: typed(form), errors: { hosts: pitchForm.errors.hosts }, refusal: null };
  const input = read(seenHosts, form);
  if (!isId(textOf(pitchId)) || !input.success) return refuse(form, "bad_input");
  const { seen } = input.data;
  const result = await setHosts(database(), asker.value.may, { pitchId, names, seen }, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  answerAt(`/e/${slug}/desk/pitches/${textOf(pitchId)}`, "hosts");
}

/** Makes what is part of a pitch one of its own again. */
export async function takeApart(
  slug: string,
  pitchId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(parted(), form);
  if (!input.success) return complain(form, input.error);
  const result = await partPitches(database(), asker.value.may, input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  answerAt(`/e/${slug}/desk/pitches/${textOf(pitchId)}`, "parted");
}
