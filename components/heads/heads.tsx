import { Heading } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";
import { type CountAction, type Countable, Counter } from "./counter.tsx";
import styles from "./heads.module.css";

const words = wordsOf("heads");

/** What is on now, room by room, to be counted. @param crew whether somebody counts who runs the day, and not a host */
export function Heads({
  runs,
  crew,
  action,
}: {
  runs: readonly Countable[];
  crew: boolean;
  action: CountAction;
}) {
  if (runs.length === 0)
    return <Heading title={words.none.title}>{words.none[crew ? "crew" : "host"]}</Heading>;
  return (
    <>
      <Heading title={words.title}>{crew ? words.lede : words.hostLede}</Heading>
      <ul className={styles.runs}>
        {runs.map((run) => (
          <Counter key={run.key} of={run} action={action} />
        ))}
      </ul>
    </>
  );
}
