import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { worded } from "#components/ui/words.tsx";
import type { Wait } from "#domain/pitch/wait.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { PitchState } from "./state.ts";

const pitchForm = wordsOf("pitchForm");

type PitchSentProps = {
  slug: string;
  sent: NonNullable<PitchState["sent"]>;
  change?: boolean | undefined;
};

export function PitchSent({ slug, sent, change }: PitchSentProps) {
  const { title, voice, wait, late, asked } = sent;
  const see = <ButtonLink href={`/e/${slug}/pitches`}>{pitchForm.done.see}</ButtonLink>;
  if (change) {
    return (
      <>
        <Heading title={pitchForm.change} />
        <Spotlight>
          <Card tone="good" as="section" title={pitchForm.changed.title} foot={see}>
            <p role="status">{pitchForm.changed.shown[sent.shown]}</p>
          </Card>
        </Spotlight>
      </>
    );
  }
  return (
    <>
      <Heading title={late ? pitchForm.done.late.title : pitchForm.done.title} />
      <Spotlight>
        <Card
          tone="good"
          as="section"
          title={title}
          foot={
            <Buttons>
              {see}
              <ButtonLink kind="quiet" href={`/e/${slug}/pitch/${sent.id}`}>
                {pitchForm.done.changeIt}
              </ButtonLink>
              <ButtonLink kind="quiet" href={`/e/${slug}/pitch/${sent.id}/hosts`}>
                {pitchForm.done.hosts}
              </ButtonLink>
            </Buttons>
          }
        >
          <p role="status">
            <strong>
              <Figures>{wait ? waitWords(wait) : null}</Figures>
              {late ? pitchForm.done.late.body : null}
            </strong>
          </p>
          {late ? null : <p>{pitchForm.done[voice]}</p>}
          {asked?.whom.length ? (
            <p>{worded(pitchForm.done.asked(list(asked.whom, readerLocale())))}</p>
          ) : null}
          {asked?.unknown.length ? (
            <p>{worded(pitchForm.done.unknown(list(asked.unknown, readerLocale())))}</p>
          ) : null}
        </Card>
      </Spotlight>
    </>
  );
}

function waitWords({ before, minutes }: Wait): string {
  if (before === 0) return pitchForm.done.next;
  const first = count(before, pitchForm.done.before, readerLocale());
  return minutes ? `${first} ${count(minutes, pitchForm.done.about, readerLocale())}` : first;
}

export function PitchClosed({ slug, why }: { slug: string; why: { title: string; body: string } }) {
  return (
    <>
      <Heading title={why.title}>{why.body}</Heading>
      <ButtonLink kind="quiet" href={`/e/${slug}/pitches`}>
        {pitchForm.done.see}
      </ButtonLink>
    </>
  );
}
