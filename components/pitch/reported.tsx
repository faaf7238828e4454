import type { FormAction } from "#components/form/answer.ts";
import { Card, Stack } from "#components/ui/card.tsx";
import { worded } from "#components/ui/words.tsx";
import type { HiddenPitch, ReportedPitch } from "#domain/pitch/report.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import { HidePitch } from "./hide.tsx";
import { Ands, Meta } from "./meta.tsx";
import styles from "./pitch.module.css";
import report from "./report.module.css";

const { desk: words } = wordsOf("pitchReport");

type Deciding = {
  /** Takes a form with `pitch` and `act`: keep or show. */
  decide: Act;
  hide: FormAction;
  /** Whether the phase lets the crew decide. */
  open: boolean;
};

/** What was reported, each with what was said of it, and what can be done about it. */
export function ReportedPitches({
  reported,
  decide,
  hide,
  open,
}: Deciding & { reported: readonly ReportedPitch[] }) {
  return (
    <section className={report.decide}>
      <h2>{words.reported}</h2>
      <p className={styles.quiet}>{reported.length > 0 ? words.unnamed : words.none}</p>
      <Stack as="ul">
        {reported.map(({ pitch, people, reasons }) => (
          <Card as="li" level={3} key={pitch.id} title={pitch.title}>
            {pitch.line ? <p>{worded(pitch.line)}</p> : null}
            <p className={styles.quiet}>
              <Meta pitch={pitch} />
            </p>
            <Ands merged={pitch.merged} lines />
            <p className={report.said}>{count(people, words.people, readerLocale())}</p>
            <ul className={styles.happens}>
              {reasons.map((reason, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
                <li key={nth}>{worded(reason)}</li>
              ))}
            </ul>
            {open ? (
              <div className={report.decisions}>
                <ActForm
                  act={decide}
                  name="keep"
                  pitchId={pitch.id}
                  pendingWords={words.keeping}
                  label={words.keepAbout(pitch.title)}
                >
                  {words.keep}
                </ActForm>
                <HidePitch pitchId={pitch.id} title={pitch.title} action={hide} />
              </div>
            ) : null}
          </Card>
        ))}
      </Stack>
    </section>
  );
}

type HiddenProps = Pick<Deciding, "decide" | "open"> & { hidden: readonly HiddenPitch[] };

/** What nobody sees but its hosts and the crew. */
export function HiddenPitches({ hidden, decide, open }: HiddenProps) {
  return (
    <section className={styles.section}>
      <h2>{words.hidden}</h2>
      {hidden.length === 0 ? <p className={styles.quiet}>{words.nothingHidden}</p> : null}
      <ul className={styles.withdrawn}>
        {hidden.map((pitch) => (
          <li key={pitch.id}>
            <span>
              <strong>{worded(pitch.title)}</strong>
              {pitch.line ? <span className={styles.also}>{worded(pitch.line)}</span> : null}
              <span className={styles.also}>
                <Meta pitch={{ kind: "discuss", hosts: [...pitch.hosts] }} />
              </span>
              {pitch.reason ? (
                <span className={styles.also}>{worded(words.because(pitch.reason))}</span>
              ) : null}
            </span>
            {open ? (
              <ActForm
                act={decide}
                name="show"
                pitchId={pitch.id}
                pendingWords={words.showing}
                label={words.showAbout(pitch.title)}
              >
                {words.show}
              </ActForm>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
