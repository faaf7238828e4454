"use server";

import { revalidatePath } from "next/cache";
import { formOf, textOf } from "#app/respond.ts";
import { attendeeAt } from "#app/viewer.ts";
import { type Asked, type PitchState, typedState, unchosen } from "#components/pitch/state.ts";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { askHost } from "#db/pitch/host-ask.ts";
import { readLine } from "#db/pitch/line.ts";
import { bringPitch, changePitch, listPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { likenessTo } from "#domain/likeness.ts";
import { waitOf } from "#domain/pitch/wait.ts";
import { BLANK_PITCH } from "#domain/pitch.ts";
import { shownAs } from "#domain/retold.ts";
import type { Attendee } from "#domain/viewer.ts";
import { parseCohosts, parsePitch, refusePitch, tellSame } from "../pitching.ts";
import { listPitched } from "./pitched.ts";

export async function bring(slug: string, _: PitchState, sentForm: FormData): Promise<PitchState> {
  const data = formOf(sentForm);
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refusePitch(data, asker.refusal);
  const { event, attendee } = asker.value;
  const parsed = parsePitch(data);
  if ("state" in parsed) return parsed.state;
  const { form } = parsed;
  const cohosts = parseCohosts(data);
  if ("state" in cohosts) return cohosts.state;
  const pitched = await listPitched(event, attendee);
  // Sent before, and never answered: what came meanwhile is the second, not this.
  const isSent = pitched.some(({ id }) => id === form.id);
  const found = isSent ? null : likenessTo(pitched)(form.title);
  if (found?.same && data.get("known") !== found.pitch.id) return tellSame(data, found.pitch);
  const brought = await bringPitch(database(), attendee, form, new Date());
  if (!brought.ok) return refusePitch(data, brought.refusal);
  const late = !permits(event.phase, "call");
  const line = late ? null : await readLine(database(), event.id);
  const wait = line && waitOf(line, form.id, permits(event.phase, "hearPitches"));
  const asked = await askAll(attendee, brought.value.id, cohosts.names);
  const { id, title, voice } = form;
  return sent({ id, title, voice, wait, late, shown: "now", asked });
}

/** The pitch is in the line whatever becomes of these. */
async function askAll(attendee: Attendee, pitchId: string, names: readonly string[]): Promise<Asked> {
  const asked = { whom: [] as string[], unknown: [] as string[] };
  for (const whom of names) {
    const { ok } = await askHost(database(), attendee, { pitchId, whom, kind: "beside" }, new Date());
    (ok ? asked.whom : asked.unknown).push(whom);
  }
  return asked;
}

export async function change(
  slug: string,
  pitchId: string,
  _: PitchState,
  sentForm: FormData,
): Promise<PitchState> {
  const data = formOf(sentForm);
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refusePitch(data, asker.refusal);
  const { attendee } = asker.value;
  data.set("id", textOf(pitchId));
  const parsed = parsePitch(data);
  if ("state" in parsed) return parsed.state;
  const changed = await changePitch(database(), attendee, parsed.form, new Date());
  if (!changed.ok) return refusePitch(data, changed.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  const pitches = await listPitches(database(), attendee.eventId);
  const is = pitches.find(({ id }) => id === parsed.form.id);
  const shown = is ? shownAs(await readGrid(database(), attendee.eventId), is) : "now";
  const { title, voice } = parsed.form;
  return sent({ id: pitchId, title, voice, wait: null, shown });
}

function sent(done: NonNullable<PitchState["sent"]>): PitchState {
  return { ...typedState(unchosen(BLANK_PITCH)), sent: done };
}
