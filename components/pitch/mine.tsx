import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { worded } from "#components/ui/words.tsx";
import type { HostedPitch } from "#domain/pitch.ts";
import { myPitches as words } from "#messages/en/myPitches.ts";
import styles from "./pitch.module.css";

type Act = (form: FormData) => Promise<void>;

type MyPitchesProps = {
  slug: string;
  pitches: readonly HostedPitch[];
  /** Whether the camp takes pitches now, and changes to them. */
  open: boolean;
  /** Takes a form with `pitch` and `act`: withdraw, restore or stepBack. */
  act: Act;
};

/** The pitches one hosts, and what can be done about each. */
export function MyPitches({ slug, pitches, open, act }: MyPitchesProps) {
  return (
    <section className={styles.section}>
      <h2>{words.title}</h2>
      {pitches.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      <Stack as="ul">
        {pitches.map((pitch) => (
          <Card
            as="li"
            level={3}
            key={pitch.id}
            title={pitch.title}
            above={<Tag>{stateOf(pitch)}</Tag>}
            foot={open ? <Choices slug={slug} pitch={pitch} act={act} /> : null}
          >
            {pitch.line ? <p>{worded(pitch.line)}</p> : null}
          </Card>
        ))}
      </Stack>
    </section>
  );
}

function stateOf(pitch: HostedPitch): string {
  if (pitch.withdrawnAt) return words.withdrawn;
  if (!pitch.own) return words.standing;
  return pitch.saidAt ? words.said : words.waiting;
}

function Choices({ slug, pitch, act }: { slug: string; pitch: HostedPitch; act: Act }) {
  if (pitch.withdrawnAt) return <ActButton pitch={pitch} act={act} name="restore" />;
  return (
    <Buttons>
      <ButtonLink kind="quiet" href={`/e/${slug}/pitch/${pitch.id}`}>
        {words.change}
      </ButtonLink>
      <ActButton pitch={pitch} act={act} name={pitch.own ? "withdraw" : "stepBack"} />
    </Buttons>
  );
}

const PENDING = { withdraw: "withdrawing", restore: "restoring", stepBack: "steppingBack" } as const;

function ActButton({ pitch, act, name }: { pitch: HostedPitch; act: Act; name: keyof typeof PENDING }) {
  return (
    <form action={act}>
      <input type="hidden" name="pitch" value={pitch.id} />
      <input type="hidden" name="act" value={name} />
      <Submit kind="quiet" pendingWords={words[PENDING[name]]}>
        {words[name]}
      </Submit>
    </form>
  );
}
