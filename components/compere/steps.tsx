import { useEffect, useState } from "react";
import { worded } from "#components/ui/words.tsx";
import type { LineView } from "#domain/pitch/line.ts";
import type { PitchView } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./compere.module.css";
import type { StepState } from "./step.ts";
import { StepButton } from "./step-button.tsx";

const words = wordsOf("compere");

type StepBarProps = {
  state: StepState;
  send: (form: FormData) => void;
  pitches: readonly PitchView[];
  line: LineView;
  offline: boolean;
};

/** What became of the last step, and the three at the thumb: done, hold, not here. */
export function StepBar({ state, send, pitches, line, offline }: StepBarProps) {
  const front = line.front?.id ?? null;
  const titleOf = (id: string | null | undefined) => pitches.find((pitch) => pitch.id === id)?.title ?? "";
  const next = line.waiting[0];
  const says = front ? (next ? words.next : words.last) : words.start;
  const undo = undoable(state, front);
  const soon = !useLooked(front);
  const [said, setSaid] = useState({ state, front });
  if (said.state !== state) setSaid({ state, front });
  // What was not saved was about whoever was at the front then.
  const overtaken = state.unsent !== null && said.state === state && said.front !== front;
  const bad = offline || state.unsent !== null || state.refusal !== null;
  return (
    <div className={styles.bar}>
      <div className={styles.told} data-bad={bad}>
        <output aria-live="polite">
          {worded(
            overtaken
              ? words.overtaken
              : offline && !state.unsent
                ? words.offline
                : toldOf(state, line, titleOf),
          )}
        </output>
        {undo ? (
          <StepButton {...{ send, front }} {...undo} label={words.about(words.undo, titleOf(undo.pitch))}>
            {words.undo}
          </StepButton>
        ) : null}
      </div>
      {front || next ? (
        <StepButton {...{ send, front, soon }} step="next" primary wide>
          <span className={styles.next}>
            {says}
            {next ? <span>{worded(titleOf(next))}</span> : null}
          </span>
        </StepButton>
      ) : null}
      {front ? (
        <div className={styles.two}>
          <StepButton {...{ send, front, soon }} step="hold" wide>
            {words.hold}
          </StepButton>
          <StepButton {...{ send, front, soon }} step="away" wide>
            {words.away}
          </StepButton>
        </div>
      ) : null}
    </div>
  );
}

/** Milliseconds in which nobody at the front has said a word, and a thumb may still mean whoever was there before. */
const LOOK_MS = 800;

/** Whether whoever presses has had the time to see who is at the front. */
function useLooked(front: string | null): boolean {
  const [seen, see] = useState(front);
  useEffect(() => {
    const timer = setTimeout(() => see(front), LOOK_MS);
    return () => clearTimeout(timer);
  }, [front]);
  return seen === front;
}

type Undo = { step: "undo" | "back"; pitch: string; again?: boolean; before?: string | null };

/**
 * How the last step is undone, while whoever it called is still at the front: whoever was there before is called back, or
 * where nobody was, whoever was called waits again.
 */
function undoable({ did }: StepState, front: string | null): Undo | null {
  if (!did?.pitch) return null;
  const { step, pitch, called, before = null, again = false, ahead = null } = did;
  if (step === "call" && pitch === front) {
    if (before && before !== pitch) return { step: "undo", pitch: before, again, before: ahead };
    return again ? null : { step: "back", pitch };
  }
  const isOver = step === "next" || step === "hold" || step === "away";
  return isOver && called === front ? { step: "undo", pitch } : null;
}

function toldOf(
  { did, refusal, unsent }: StepState,
  { waiting }: LineView,
  titleOf: (id: string | null) => string,
): string {
  if (unsent) return words.unsent[unsent];
  if (refusal) return `${refusal.what} ${refusal.next}`;
  if (!did) return "";
  const title = titleOf(did.pitch);
  const place = did.pitch ? waiting.indexOf(did.pitch) + 1 : 0;
  switch (did.step) {
    case "next":
      return did.pitch ? words.did.next(title) : words.did.call(titleOf(did.called));
    case "hold":
    case "away":
      return place > 0 ? words.did[did.step](title, place) : "";
    case "move":
      return place > 0 ? words.did.move(title, place, waiting.length) : "";
    default:
      return words.did[did.step](title);
  }
}
