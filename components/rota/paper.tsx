import { PrintButton } from "#components/door/print-button.tsx";
import { placeOf } from "#components/event/place.ts";
import { Link } from "#components/ui/link.tsx";
import type { EventView } from "#domain/event.ts";
import { type RotaTask, shortBy } from "#domain/rota.ts";
import { timeRange } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rota.module.css";
import { byDay } from "./times.ts";

const words = wordsOf("rota");

/** The rota for a wall: day by day, with a line to write on for everybody who is missing. */
export function RotaPaper({ event, tasks }: { event: EventView; tasks: readonly RotaTask[] }) {
  const place = placeOf(event);
  const { columns } = words.desk;
  return (
    <main className={styles.paper} id="main">
      <h1>
        {words.paper.title} · {event.name}
      </h1>
      <p data-print="no" className={styles.acts}>
        <PrintButton>{words.desk.printPage}</PrintButton>
        <Link href={`/e/${event.slug}/desk/rota`}>{words.desk.member.back}</Link>
      </p>
      {tasks.length === 0 ? <p>{words.paper.nobody}</p> : null}
      {byDay(tasks, place).map(({ day, tasks: some }) => (
        <section key={day}>
          <h2>{day}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{columns.when}</th>
                <th scope="col">{columns.task}</th>
                <th scope="col">{columns.place}</th>
                <th scope="col">{columns.people}</th>
              </tr>
            </thead>
            <tbody>
              {some.map((task) => (
                <tr key={task.id}>
                  <td>{timeRange(task.from, task.until, place)}</td>
                  <th scope="row">{task.task}</th>
                  <td>{task.place}</td>
                  <td>
                    {[
                      ...task.people.map(({ name }) => name),
                      ...Array.from({ length: shortBy(task) }, () => "________"),
                    ].join(", ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </main>
  );
}
