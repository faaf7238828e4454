import { Banner } from "#components/ui/banner.tsx";
import { pitchForm } from "#messages/en/pitch-form.ts";
import type { Unsent } from "./safe.ts";

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
