import { Banner } from "#components/ui/banner.tsx";
import { wordsOf } from "#messages/words.ts";
import type { Unsent } from "./safe.ts";

const pitchForm = wordsOf("pitchForm");

/** Says that a form did not arrive, and that it is still there. */
export function NotSent({ unsent }: { unsent: Unsent | null }) {
  if (!unsent) return null;
  const { title, body } = pitchForm.unsent[unsent];
  return (
    <Banner tone={unsent === "offline" ? "offline" : "bad"} role="alert" title={title}>
      {body}
    </Banner>
  );
}
