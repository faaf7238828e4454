import { unchosen } from "#components/pitch/state.ts";
import type { TypedState } from "#components/pitch/type.tsx";
import { newId } from "#db/id.ts";
import { BLANK_PITCH } from "#domain/pitch.ts";

export function blankCard(): TypedState {
  const nothing = { errors: {}, refusal: null, unsent: null, sent: null, added: null };
  return { ...nothing, values: unchosen(BLANK_PITCH), id: newId(), hosts: "" };
}
