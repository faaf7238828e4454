import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Words } from "#components/ui/words.tsx";
import { type EventView, isHalted } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./halted.module.css";
import { datesOf } from "./life.ts";

const words = wordsOf("halt");

/** That a camp is called off or put off, and what its organisers say of it; nothing where it is neither. */
export function Halted({ event }: { event: EventView }) {
  const { phase, haltNote } = event;
  if (!isHalted(phase)) return null;
  return (
    <Banner tone="bad" title={words.state[phase].title}>
      <p>
        <Figures>{words.state[phase].what(datesOf(event))}</Figures>
      </p>
      {haltNote ? (
        <>
          <p>{words.says}</p>
          <blockquote className={styles.note}>
            <Words>{haltNote}</Words>
          </blockquote>
        </>
      ) : null}
    </Banner>
  );
}
