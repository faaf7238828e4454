import { HOSTS_MAX, type PitchView } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("pitch");

/** Whether the pitch asks for a co-host. */
export function wantsCompany(pitch: PitchView): boolean {
  return pitch.voice === "with_me" && pitch.hosts.length < HOSTS_MAX;
}

type StandWithProps = {
  pitchId: string;
  action: Act;
  onStood: () => void;
  /** Whoever reads it hosts it. That is known late, so the button's room stays. */
  already: boolean;
};

/** A plain form, so that it works without JavaScript. */
export function StandWith({ pitchId, action, onStood, already }: StandWithProps) {
  return (
    <div className={already ? styles.room : undefined}>
      <ActForm
        act={action}
        name="stand"
        pitchId={pitchId}
        pendingWords={words.list.standing}
        onDone={onStood}
      >
        {words.list.standWith}
      </ActForm>
    </div>
  );
}
