import { Words } from "#components/ui/words.tsx";
import { type RotaTask, whoIsWhere } from "#domain/rota.ts";
import { type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rota.module.css";

const { where: words } = wordsOf("rota");

type WhereNowProps = {
  tasks: readonly RotaTask[];
  /** Milliseconds since 1970. */
  now: number;
  place: Place;
};

/** Who of the crew is where now, with what and until when. */
export function WhereNow({ tasks, now, place }: WhereNowProps) {
  const there = whoIsWhere(tasks, now);
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      {there.length === 0 ? (
        <p className={styles.soft}>{words.none}</p>
      ) : (
        <dl className={styles.where}>
          {there.map(({ person, task }) => (
            <div key={`${person.id} ${task.id}`} className={styles.pair}>
              <dt>
                <Words>{person.name}</Words>
              </dt>
              <dd>
                <Words>{task.place ? `${task.task}, ${task.place}` : task.task}</Words>{" "}
                {words.until(time(task.until, place))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
