import { worded } from "#components/ui/words.tsx";
import type { HostAsk } from "#domain/pitch/host-ask.ts";
import { wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import { Answer } from "./answers.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("pitchHosts");
const { hosts: asked } = wordsOf("myPitches");

const QUESTIONS = "questions";

/** Whom somebody asked about hosting a pitch, and the way to take that back. @param act takes a form with `pitch` and `other`, the question's id */
export function QuestionsAsked({ asks, act }: { asks: readonly HostAsk[]; act: Act }) {
  if (asks.length === 0) return <Answer at={QUESTIONS} />;
  return (
    <section className={styles.section}>
      <h2>{words.questions}</h2>
      <Answer at={QUESTIONS} />
      <ul className={styles.withdrawn}>
        {asks.map(({ id, pitchId, name, kind, declined }) => {
          const whom = name || asked.badge;
          return (
            <li key={id}>
              <span>{worded(declined ? asked.declined(whom) : asked.asked[kind](whom))}</span>
              <ActForm
                act={act}
                name="takeBack"
                pitchId={pitchId}
                otherId={id}
                pendingWords={words.takingBack}
                at={QUESTIONS}
                done={declined ? words.awayPut : words.takenBack(whom)}
                label={declined ? words.putAwayAbout(whom) : words.takeBackAbout(whom)}
              >
                {declined ? words.putAway : words.takeBack}
              </ActForm>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
