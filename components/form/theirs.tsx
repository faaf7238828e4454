import { wordsOf } from "#messages/words.ts";
import type { Answer } from "./answer.ts";

const common = wordsOf("common");

/** Leads to what somebody else saved first, beside the page with what was typed here. */
export function Theirs({ refusal }: { refusal: NonNullable<Answer["refusal"]> }) {
  if (!refusal.theirs) return null;
  return (
    <p>
      <a href={refusal.theirs} target="_blank" rel="noreferrer">
        {common.theirs}
      </a>
    </p>
  );
}
