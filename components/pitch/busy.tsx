import { Chips, type Option } from "#components/ui/choice.tsx";
import { wordsOf } from "#messages/words.ts";
import type { PitchState } from "./state.ts";

const pitchForm = wordsOf("pitchForm");

/** The times there are to choose from, by the ids of their slots, and those chosen so far. */
export type BusyChoice = { times: readonly Option[]; chosen: readonly string[] };

/** The times as a form that came back shows them; null where there are none to choose from. */
export function busyOf(state: PitchState, busy: BusyChoice | null) {
  return busy && { ...busy, chosen: state.busy ?? busy.chosen, error: state.errors.busy };
}

/** When they cannot. No field that everybody reads: the organisers and they alone see it. */
export function BusyTimes({ times, chosen, error }: NonNullable<ReturnType<typeof busyOf>>) {
  return (
    <>
      {/* That it was asked: without it, none chosen could not be told from not asked. */}
      <input type="hidden" name="busy" value="" />
      <Chips
        name="busy"
        legend={pitchForm.busy}
        hint={pitchForm.busyHint}
        error={error}
        options={times}
        many
        chosen={chosen}
      />
    </>
  );
}
