import { datesOf } from "#components/event/life.ts";
import { Link } from "#components/ui/link.tsx";
import type { Guest } from "#domain/door/guest.ts";
import type { EventView } from "#domain/event.ts";
import { fold } from "#domain/search.ts";
import { saidCode } from "#domain/ticket.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./paper.module.css";
import { PrintButton } from "./print-button.tsx";

const words = wordsOf("door");

/** Everybody with a place in the order of their names, each with a box to tick. */
export function DoorPaper({ event, guests }: { event: EventView; guests: readonly Guest[] }) {
  const { columns } = words.paper;
  const sorted = [...guests].sort((a, b) => fold(a.name).localeCompare(fold(b.name), readerLocale()));
  return (
    <main className={styles.paper} id="main">
      <h1>
        {words.paper.title} · {event.name}
      </h1>
      <p>
        {datesOf(event)}. {words.paper.lede(guests.length)}
      </p>
      <p data-print="no" className={styles.acts}>
        <PrintButton>{words.paper.print}</PrintButton>
        <Link href={`/e/${event.slug}/door`}>{words.title}</Link>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.here}</th>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.notes}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, name, code, firstTime, photos, here }) => (
            <tr key={id}>
              <td className={styles.box}>
                {here ? (here.left === undefined ? words.state.in : words.state.left) : "☐"}
              </td>
              <th scope="row">{name}</th>
              <td className={styles.code}>{saidCode(code)}</td>
              <td>
                {[photos ? "" : words.lanyard.no, firstTime ? words.firstTime : ""]
                  .filter(Boolean)
                  .join(". ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
