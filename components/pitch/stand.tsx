import { HOSTS_MAX, isHostless, type PitchView } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import { Answer, Answers } from "./answers.tsx";
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
function StandWith({ pitchId, action, onStood, already }: StandWithProps) {
  return (
    <div className={already ? styles.room : undefined}>
      <ActForm
        act={action}
        name="stand"
        pitchId={pitchId}
        pendingWords={words.list.standing}
        done={words.list.did.stand}
        onDone={onStood}
      >
        {words.list.standWith}
      </ActForm>
    </div>
  );
}

type HostItProps = Omit<StandWithProps, "already"> & {
  title: string;
  /** Whoever reads it is its one host, and may undo that here. */
  hosts: boolean;
  /** They wished for it, and say so on their own page. That is known late, so the button's room stays. */
  wished: boolean;
};

/** "I'll host it", on a pitch that nobody hosts. */
function HostIt({ pitchId, action, onStood, title, hosts, wished }: HostItProps) {
  return (
    <div className={wished ? styles.room : undefined}>
      <ActForm
        act={action}
        name={hosts ? "stepBack" : "host"}
        pitchId={pitchId}
        pendingWords={words.list.standing}
        label={hosts ? words.list.notHostAbout(title) : words.list.hostAbout(title)}
        done={words.list.did[hosts ? "stepBack" : "host"]}
        onDone={onStood}
      >
        {hosts ? words.list.notHost : words.list.host}
      </ActForm>
    </div>
  );
}

type BesideProps = Pick<StandWithProps, "action" | "onStood"> & {
  pitch: PitchView;
  hosting: readonly string[];
  own: readonly string[];
};

/** What whoever reads a pitch may do about who hosts it, and what that did: it stays, whatever the stream says meanwhile. */
export function Beside(props: BesideProps) {
  return (
    <Answers>
      <Choice {...props} />
      <Answer at={props.pitch.id} />
    </Answers>
  );
}

function Choice({ pitch, hosting, own, ...send }: BesideProps) {
  const already = hosting.includes(pitch.id);
  const asked = { pitchId: pitch.id, ...send };
  if (wantsCompany(pitch)) return <StandWith {...asked} already={already} />;
  const hosts = already && !own.includes(pitch.id) && pitch.hosts.length === 1;
  if (!isHostless(pitch) && !hosts) return null;
  return <HostIt {...asked} title={pitch.title} hosts={hosts} wished={already && !hosts} />;
}
