import type { ReactNode } from "react";
import type { Guest } from "#domain/door/guest.ts";
import { fold } from "#domain/search.ts";
import { type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./paper.module.css";

const { inside: words } = wordsOf("door");

type InsideListProps = {
  camp: string;
  /** Who is in and has not left. */
  inside: readonly Guest[];
  /** How many came and have left again. */
  left: number;
  here: Place;
  /** How old all of it is, in words. */
  asOf: string;
  /** What may be missing, in words. */
  missing: readonly string[];
  acts: ReactNode;
};

/** Who is inside, in the order of their names, each with a box to tick at the assembly point. */
export function InsideList({ camp, inside, left, here, asOf, missing, acts }: InsideListProps) {
  const sorted = [...inside].sort((a, b) => fold(a.name).localeCompare(fold(b.name), here.locale));
  return (
    <main className={styles.paper} id="main">
      <h1>
        {words.heading(inside.length)} · {camp}
      </h1>
      <p>
        {asOf} {words.lede(left)}
      </p>
      {missing.map((said) => (
        <p key={said}>
          <strong>{said}</strong>
        </p>
      ))}
      <p data-print="no" className={styles.acts}>
        {acts}
      </p>
      {sorted.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.safe}</th>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.since}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ id, name, here: is }) => (
              <tr key={id}>
                <td className={styles.box}>☐</td>
                <th scope="row">{name}</th>
                <td>{is ? time(new Date(is.at), here) : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}
