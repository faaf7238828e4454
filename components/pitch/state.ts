/** The state of the pitch form before and after it was sent. */
import type { Answer } from "#components/form/answer.ts";
import type { Wait } from "#domain/pitch/wait.ts";
import { BLANK_PITCH, type PitchForm } from "#domain/pitch.ts";
import type { ShownAs } from "#domain/retold.ts";
import type { Pitched } from "./pitched.ts";
import type { Unsent } from "./safe.ts";

/** As typed: a text where one answer is allowed, a list where several are. */
export type PitchValues = {
  [Field in keyof typeof BLANK_PITCH]: (typeof BLANK_PITCH)[Field] extends string
    ? string
    : readonly string[];
};

export type Asked = { whom: readonly string[]; unknown: readonly string[] };

export type PitchState = Pick<Answer, "errors" | "refusal"> & {
  values: PitchValues;
  /** Why it did not arrive; everything typed is still here. */
  unsent: Unsent | null;
  /** Whom they would like to ask to host it with them, as typed. */
  cohosts?: string;
  /** Slots at whose times they cannot, as chosen; left out where that was not asked. */
  busy?: readonly string[];
  /** A pitch of the same title, which whoever sent this was not shown before. Nothing was sent then. */
  same?: Pitched;
  /** Once it arrived: how it will be said and when, null where that is not asked; or where a change is to be seen. */
  sent: {
    id: string;
    title: string;
    voice: PitchForm["voice"];
    wait: Wait | null;
    /** Nobody is called to the front any more. */
    late?: boolean;
    shown: ShownAs;
    /** Whom they asked to host it with them, and of whom that could not be. */
    asked?: Asked;
  } | null;
};

/** A form with these answers in it, of which nothing has been said yet. */
export function typedState(values: PitchValues, unsent: Unsent | null = null): PitchState {
  return { values, errors: {}, refusal: null, unsent, sent: null };
}

/** Of a new pitch what is agreed follows its kind, unless its host chooses: nothing is chosen for them. */
export const unchosen = (values: PitchValues): PitchValues => ({ ...values, noteLevel: "" });

export function valuesOf(form: PitchValues, data?: FormData): PitchValues {
  if (!data) return form;
  const values = typedIn(form, data);
  return data.has("noteLevel") ? values : unchosen(values);
}

function typedIn(form: PitchValues, data: FormData): PitchValues {
  const typed = Object.keys(BLANK_PITCH).map((name) => {
    const otherwise = form[name as keyof PitchValues];
    const several = typeof otherwise !== "string";
    return [name, several ? data.getAll(name).map(String) : String(data.get(name) ?? otherwise)];
  });
  return Object.fromEntries(typed);
}

/** What was typed beside the questions of the pitch itself. */
export function besides(data: FormData): Pick<PitchState, "cohosts" | "busy"> {
  const cohosts = String(data.get("cohosts") ?? "");
  const busy = data.getAll("busy").map(String).filter(Boolean);
  return { ...(cohosts && { cohosts }), ...(data.has("busy") && { busy }) };
}
