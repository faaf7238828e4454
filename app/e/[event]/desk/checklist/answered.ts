import type { Answered } from "#components/desk/said.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("checklist");

/** The answer to what was done to the list; null for other acts. */
export function answeredOf(code: string): Answered | null {
  const said: Readonly<Record<string, string>> = {
    ticked: words.ticked,
    unticked: words.unticked,
    added: words.added,
    removed: words.removed,
  };
  return said[code] ? { title: said[code] } : null;
}
