import type { HostedPitch } from "#domain/pitch.ts";
import { pitchDesk } from "#messages/en/pitchDesk.ts";
import styles from "./pitch.module.css";
import { ActForm } from "./queue.tsx";

type WithdrawnPitchesProps = { pitches: readonly HostedPitch[]; act: (form: FormData) => Promise<void> };

/** What was withdrawn, each with the way back. */
export function WithdrawnPitches({ pitches, act }: WithdrawnPitchesProps) {
  if (pitches.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{pitchDesk.withdrawnHead}</h2>
      <ul className={styles.withdrawn}>
        {pitches.map((pitch) => (
          <li key={pitch.id}>
            <span>{pitch.title}</span>
            <ActForm act={act} name="restore" pitch={pitch}>
              {pitchDesk.restore}
            </ActForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
