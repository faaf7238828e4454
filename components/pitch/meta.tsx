/** Who hosts a pitch, and what became one with it. */
import { Words, worded } from "#components/ui/words.tsx";
import type { PitchView } from "#domain/pitch.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";

const words = wordsOf("pitch");

/** "Ask for help · with Ama and Rhys". A discussion is the usual kind, so only others are named. */
export function Meta({ pitch }: { pitch: Pick<PitchView, "kind" | "hosts"> }) {
  const by = pitch.hosts.length > 0 ? words.by(list(pitch.hosts, readerLocale())) : words.nobodyYet;
  return <Words>{pitch.kind === "discuss" ? by : `${words.choices.kind[pitch.kind]} · ${by}`}</Words>;
}

/** “And “Short videos”, from Rhys”, of each pitch that became one with it. */
export function Ands({ merged, lines }: { merged: PitchView["merged"]; lines?: boolean }) {
  return (merged ?? []).map(({ id, title, hosts, line }) => (
    <p key={id} className={styles.and}>
      <strong>
        <Words>{words.and(title, list(hosts, readerLocale()))}</Words>
      </strong>
      {lines && line ? <span>{worded(line)}</span> : null}
    </p>
  ));
}
