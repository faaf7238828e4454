import type { ReactNode } from "react";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { worded } from "#components/ui/words.tsx";
import { type Phase, permits } from "#domain/event.ts";
import {
  becameOf,
  bringsAHost,
  type Hiding,
  type HostedPitch,
  isHostless,
  isWithdrawn,
  stands,
  WITHDRAWN_SHOWN,
} from "#domain/pitch.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import { Answer } from "./answers.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("myPitches");

type MyPitchesProps = {
  slug: string;
  pitches: readonly HostedPitch[];
  phase: Phase;
  /** Null before the first publication. */
  placed: ReadonlySet<string> | null;
  /** The pitch that is being said as the page is made; null while none is. */
  front: string | null;
  /** Takes a form with `pitch` and `act`: withdraw, restore or stepBack. */
  act: Act;
  /** What is said of it and others that say the same. */
  together: (pitch: HostedPitch) => ReactNode;
};

export function MyPitches({ slug, pitches, phase, placed, front, act, together }: MyPitchesProps) {
  return (
    <section className={styles.section}>
      <h2>{words.title}</h2>
      <Answer at={MINE} />
      {pitches.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      <Stack as="ul">
        {pitches.map((pitch) => {
          const became = becameOf(pitch, placed, permits(phase, "publish"), front, permits(phase, "call"));
          return (
            <Card
              as="li"
              level={3}
              key={pitch.id}
              title={pitch.title}
              above={<Tag>{words.became[became]}</Tag>}
              foot={<Choices slug={slug} pitch={pitch} phase={phase} act={act} />}
            >
              {pitch.line ? <p>{worded(pitch.line)}</p> : null}
              {pitch.hidden ? <Hidden {...pitch.hidden} /> : together(pitch)}
              {pitch.withdrawnByCrew ? (
                <p>{words.withdrawnByCrew[permits(phase, "restore") ? "back" : "closed"]}</p>
              ) : null}
              {became === "wished" ? <p>{worded(wishOf(pitch))}</p> : null}
              {words.next[became] ? <p>{words.next[became]}</p> : null}
              <Answer at={pitch.id} />
              {onlyTheCrewChanges(pitch, phase) ? <p className={styles.quiet}>{words.askTheCrew}</p> : null}
            </Card>
          );
        })}
      </Stack>
      {pitches.filter(isWithdrawn).length < WITHDRAWN_SHOWN ? null : (
        <p className={styles.quiet}>{words.lastWithdrawn(WITHDRAWN_SHOWN)}</p>
      )}
    </section>
  );
}

function Hidden({ reason }: Hiding) {
  return (
    <>
      {reason ? <p>{worded(words.hidden.why(reason))}</p> : null}
      <p>{words.hidden.next}</p>
    </>
  );
}

const onlyTheCrewChanges = (pitch: HostedPitch, phase: Phase) =>
  !isWithdrawn(pitch) && permits(phase, "amend") && !permits(phase, "change");

const wishOf = ({ hosts }: HostedPitch) =>
  hosts.length > 0 ? words.wish.hosted(list(hosts, readerLocale())) : words.wish.waits;

type ChoicesProps = { slug: string; pitch: HostedPitch; phase: Phase; act: Act };

function Choices({ slug, pitch, phase, act }: ChoicesProps) {
  if (pitch.hidden) return null;
  if (isWithdrawn(pitch))
    return permits(phase, "restore") ? <ActButton pitch={pitch} act={act} name="restore" /> : null;
  return (
    <Buttons>
      {permits(phase, "change") ? (
        <ButtonLink kind="quiet" href={`/e/${slug}/pitch/${pitch.id}`}>
          {words.change}
        </ButtonLink>
      ) : null}
      {pitch.own && stands(pitch) && permits(phase, "stand") ? (
        <ButtonLink kind="quiet" href={`/e/${slug}/pitch/${pitch.id}/hosts`}>
          {words.hosts.link}
        </ButtonLink>
      ) : null}
      {pitch.own && isHostless(pitch) && permits(phase, "stand") ? (
        <ActButton pitch={pitch} act={act} name="host" />
      ) : null}
      {pitch.own && pitch.hosting && !bringsAHost(pitch) && permits(phase, "withdraw") ? (
        <ActButton pitch={pitch} act={act} name="stepBack" says={words.notHost} />
      ) : null}
      {permits(phase, "withdraw") ? (
        <ActButton pitch={pitch} act={act} name={pitch.own ? "withdraw" : "stepBack"} />
      ) : null}
    </Buttons>
  );
}

/** Where it is said what became of a pitch that is no more among one's own. */
const MINE = "mine";

const PENDING = {
  host: "hostSending",
  withdraw: "withdrawing",
  restore: "restoring",
  stepBack: "steppingBack",
} as const;

/** Whoever withdraws a pitch takes it apart first. */
const didWords = (name: keyof typeof PENDING, { merged, mergedInto }: HostedPitch) =>
  name === "withdraw" && (merged ?? mergedInto) ? words.did.withdrawApart : words.did[name];

type ActButtonProps = { pitch: HostedPitch; act: Act; name: keyof typeof PENDING; says?: string };

function ActButton({ pitch, act, name, says = words[name] }: ActButtonProps) {
  const goes = name === "stepBack" && !pitch.own;
  return (
    <ActForm
      act={act}
      name={name}
      pitchId={pitch.id}
      pendingWords={words[PENDING[name]]}
      done={goes ? words.did.left(pitch.title) : didWords(name, pitch)}
      at={goes ? MINE : pitch.id}
    >
      {says}
    </ActForm>
  );
}
