import { FocusHeading } from "#components/registration/focus-heading.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { wordsOf } from "#messages/words.ts";
import { type Heard, isOutdated } from "./act.ts";

const refusals = wordsOf("refusal");
const second = wordsOf("secondAddress");
const status = wordsOf("status");

/** What the last act came to, where the page does not show it by itself. */
export function LastAct({ heard }: { heard: Heard | null }) {
  if (!heard) return null;
  if (heard === "done") return <FocusHeading />;
  if (isOutdated(heard))
    return (
      <Spotlight>
        <Banner tone="wait" role="status" title={refusals[heard].what}>
          <p>{refusals[heard].next}</p>
        </Banner>
      </Spotlight>
    );
  const title = heard === "proven" ? status.verify.proven : second.said[heard];
  return (
    <Spotlight>
      <Banner tone="good" role="status" title={title} />
    </Spotlight>
  );
}
