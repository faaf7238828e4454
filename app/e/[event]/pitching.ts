import { z } from "zod";
import { complain } from "#app/respond.ts";
import type { Pitched } from "#components/pitch/pitched.ts";
import { besides, type PitchState, typedState, valuesOf } from "#components/pitch/state.ts";
import { maybeText, text } from "#domain/fields.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import {
  BLANK_PITCH,
  PITCH_FIELDS,
  PITCH_QUESTIONS,
  type PitchField,
  type PitchForm,
  type PitchKind,
  type PitchQuestion,
  usualNoteLevel,
} from "#domain/pitch.ts";
import type { Refusal } from "#domain/refusal.ts";
import { oneLine } from "#domain/text.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const pitchForm = wordsOf("pitchForm");
const refusal = wordsOf("refusal");

const { errors } = pitchForm;

const shape = perLanguage(() => {
  const fields = Object.fromEntries(PITCH_FIELDS.map((field) => [field, read(field)]));
  const busy = z.array(z.uuid(errors.busy)).max(MOST.slots, errors.busy).optional();
  return z.object({ id: z.uuid(), ...fields, busy }) as unknown as z.ZodType<PitchForm>;
});

function read(field: PitchField): z.ZodType {
  const question: PitchQuestion = PITCH_QUESTIONS[field];
  if ("of" in question) {
    const choice = z.enum(question.of as [string, ...string[]], errors.choice);
    return question.kind === "one" ? choice : z.array(choice).max(question.of.length);
  }
  const long = errors.long(LONGEST[question.longest]);
  if (!question.required) return maybeText(question.longest, long);
  return text(question.longest, errors.empty[field as keyof typeof errors.empty], long);
}

/** The form, or the state that shows it again with its errors. */
export function parsePitch(data: FormData): { form: PitchForm } | { state: PitchState } {
  const values = valuesOf(BLANK_PITCH, data);
  const noteLevel = values.noteLevel || usualNoteLevel(values.kind as PitchKind);
  const asked = { id: data.get("id"), ...values, noteLevel, busy: besides(data).busy };
  const { success, data: form, error } = shape().safeParse(asked, { error: () => refusal.bad_input.what });
  if (success) return { form };
  return { state: { ...unsent(data), errors: complain(data, error).errors } };
}

/** Names with commas between. Null when there are too many, or one is too long. */
export function parseHosts(data: FormData, field = "hosts", most: number = MOST.hosts): string[] | null {
  const names = String(data.get(field) ?? "").split(",");
  const hosts = names.map(oneLine).filter(Boolean);
  return hosts.length > most || hosts.some((name) => name.length > LONGEST.personName) ? null : hosts;
}

export function refusePitch(data: FormData, code: Refusal): PitchState {
  return { ...unsent(data), refusal: { code, ...refusal[code] } };
}

/** The form as it was typed, and the pitch of the same title that came before it. */
export function tellSame(data: FormData, same: Pitched): PitchState {
  return { ...unsent(data), same };
}

function unsent(data: FormData): PitchState {
  return { ...typedState(valuesOf(BLANK_PITCH, data)), ...besides(data) };
}

/** Whom somebody would like to host their pitch with them, or the form with what is wrong about it. */
export function parseCohosts(data: FormData): { names: string[] } | { state: PitchState } {
  const names = parseHosts(data, "cohosts", MOST.hosts - 1);
  if (names) return { names };
  return { state: { ...unsent(data), errors: { cohosts: errors.cohosts } } };
}
