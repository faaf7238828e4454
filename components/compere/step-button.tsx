import type { ReactNode } from "react";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import type { Step } from "./step.ts";

const words = wordsOf("compere");

type StepButtonProps = {
  send: (form: FormData) => void;
  step: Step;
  /** Whom whoever presses sees at the front; null for nobody. */
  front: string | null;
  /** It takes no tap yet: somebody has only just come to the front. */
  soon?: boolean;
  /** The pitch that it is about, where that is not the one at the front. */
  pitch?: string | null;
  /** Before which one it is put; null for the end. */
  before?: string | null;
  /** Where whoever is at the front comes from, for an undo: "said", before which other one, or empty for the end. */
  was?: string;
  primary?: boolean;
  wide?: boolean;
  id?: string;
  /** For screen readers, where the words alone do not say which pitch. */
  label?: string;
  children: ReactNode;
};

/** One button that takes one step, and carries what was seen at the front. */
export function StepButton({
  send,
  step,
  front,
  soon = false,
  pitch,
  before,
  was,
  primary,
  wide,
  id,
  label,
  children,
}: StepButtonProps) {
  return (
    <form action={send} onSubmit={(event) => soon && event.preventDefault()}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="front" value={front ?? ""} />
      {pitch === undefined ? null : <input type="hidden" name="pitch" value={pitch ?? ""} />}
      {before === undefined ? null : <input type="hidden" name="before" value={before ?? ""} />}
      {was === undefined ? null : <input type="hidden" name="was" value={was} />}
      <Submit
        kind={primary ? "primary" : "quiet"}
        pendingWords={words.saving}
        {...(soon && { "aria-disabled": true })}
        {...(wide && { wide })}
        {...(id !== undefined && { id })}
        {...(label !== undefined && { "aria-label": label })}
      >
        {children}
      </Submit>
    </form>
  );
}
