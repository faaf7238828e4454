import type { ReactNode } from "react";
import type { HostedPitch } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import styles from "./pitch.module.css";

const common = wordsOf("common");
const pitchDesk = wordsOf("pitchDesk");

type One = Pick<HostedPitch, "id" | "title">;

export function RestorePitch({ pitch: { id, title }, act }: { pitch: One; act: Act }) {
  return (
    <ActForm
      act={act}
      name="restore"
      pitchId={id}
      pendingWords={common.connection.connecting}
      label={pitchDesk.about(pitchDesk.restore, title)}
    >
      {pitchDesk.restore}
    </ActForm>
  );
}

type WithdrawnPitchesProps = {
  pitches: readonly HostedPitch[];
  open: boolean;
  act: Act | null;
  /** The way to the other pages of them. */
  children: ReactNode;
};

/** @param open whether the phase lets them be restored @param act null for somebody who only looks */
export function WithdrawnPitches({ pitches, open, act, children }: WithdrawnPitchesProps) {
  if (pitches.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{pitchDesk.withdrawnHead}</h2>
      <ul className={styles.withdrawn}>
        {pitches.map((pitch) => (
          <li key={pitch.id}>
            <span>{pitch.title}</span>
            {open && act ? <RestorePitch pitch={pitch} act={act} /> : null}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
