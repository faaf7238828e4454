"use server";

import { revalidatePath } from "next/cache";
import { formOf, textOf } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { type PitchState, typedState } from "#components/pitch/state.ts";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { changePitch, listPitches } from "#db/pitch.ts";
import { shownAs } from "#domain/grid.ts";
import { parsePitch, refusePitch } from "../../../pitching.ts";

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
  return { ...typedState(form), sent: { id: form.id, voice: form.voice, before: 0, shown } };
}
