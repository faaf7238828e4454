import { Banner } from "#components/ui/banner.tsx";
import { wordsOf } from "#messages/words.ts";
import type { Unsent } from "./safe.ts";

const pitchForm = wordsOf("pitchForm");

export function NotSent({ unsent }: { unsent: Unsent | null }) {
  if (!unsent) return null;
  const { title, body } = pitchForm.unsent[unsent];
  return (
    <Banner tone={unsent === "offline" ? "offline" : "bad"} role="alert" title={title}>
      {body}
    </Banner>
  );
}
