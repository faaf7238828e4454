import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { pitch as words } from "#messages/en/pitch.ts";
import { count } from "#messages/format.ts";
import type { PitchState } from "./state.ts";

type PitchSentProps = {
  slug: string;
  sent: NonNullable<PitchState["sent"]>;
  change?: boolean | undefined;
};

/** After a pitch arrived: where it stands in the line, and what happens then. */
export function PitchSent({ slug, sent, change }: PitchSentProps) {
  const { before, voice } = sent;
  const see = <ButtonLink href={`/e/${slug}/pitches`}>{words.form.done.see}</ButtonLink>;
  if (change) return <Card tone="good" as="section" title={words.form.changed} foot={see} />;
  return (
    <Card
      tone="good"
      as="section"
      title={words.form.done.title}
      foot={
        <Buttons>
          {see}
          <ButtonLink kind="quiet" href={`/e/${slug}/pitch/${sent.id}`}>
            {words.form.done.changeIt}
          </ButtonLink>
        </Buttons>
      }
    >
      <p role="status">
        <Figures>
          {before > 0 ? count(before, words.form.done.before, "en-GB") : words.form.done.next}
        </Figures>
      </p>
      <p>{words.form.done[voice]}</p>
    </Card>
  );
}
