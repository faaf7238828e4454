import { z } from "zod";
import { complain } from "#app/respond.ts";
import { type PitchState, valuesOf } from "#components/pitch/state.ts";
import { maybeText, text } from "#domain/fields.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { BLANK_PITCH, NEEDS, NOTE_LEVELS, PITCH_KINDS, type PitchForm, VOICES } from "#domain/pitch.ts";
import type { Refusal } from "#domain/refusal.ts";
import { oneLine } from "#domain/text.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const pitchForm = wordsOf("pitchForm");
const refusal = wordsOf("refusal");

const { errors } = pitchForm;

const shape = perLanguage(() =>
  z.object({
    id: z.uuid(),
    title: text("pitchTitle", errors.title, errors.titleLong),
    line: maybeText("pitchLine", errors.lineLong),
    kind: z.enum(PITCH_KINDS, errors.choice),
    voice: z.enum(VOICES, errors.choice),
    noteLevel: z.enum(NOTE_LEVELS, errors.choice),
    needs: z.array(z.enum(NEEDS, errors.choice)).max(NEEDS.length),
  }),
);

/** The form, or the state that shows it again with its errors. */
export function parsePitch(data: FormData): { form: PitchForm } | { state: PitchState } {
  const asked = { id: data.get("id"), ...valuesOf(BLANK_PITCH, data) };
  const { success, data: form, error } = shape().safeParse(asked, { error: () => refusal.bad_input.what });
  if (success) return { form };
  return { state: { ...unsent(data), errors: complain(data, error).errors } };
}

/** Names with commas between. Null when there are too many, or one is too long. */
export function parseHosts(data: FormData): string[] | null {
  const names = String(data.get("hosts") ?? "").split(",");
  const hosts = names.map(oneLine).filter(Boolean);
  return hosts.length > MOST.hosts || hosts.some((name) => name.length > LONGEST.personName) ? null : hosts;
}

export function refusePitch(data: FormData, code: Refusal): PitchState {
  return { ...unsent(data), refusal: { code, ...refusal[code] } };
}

function unsent(data: FormData): PitchState {
  return { values: valuesOf(BLANK_PITCH, data), errors: {}, refusal: null, unsent: null, sent: null };
}
