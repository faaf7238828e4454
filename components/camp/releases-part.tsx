"use client";

import { wordsOf } from "#messages/words.ts";
import { type Of, Part } from "./part.tsx";
import { type ReleaseFields, ReleaseRows } from "./releases.tsx";
import styles from "./rows.module.css";

const said = wordsOf("release").settings;

type ReleasesView = {
  /** Those that are still to open, and an empty one. */
  rows: readonly ReleaseFields[];
  /** Those that have opened stay as they are. */
  begun: readonly string[];
  kept: string;
};

export function ReleasesPart({ begin, ...part }: Of<ReleasesView>) {
  return (
    <Part id="releases" {...part}>
      {(fields) => (
        <>
          <p className={styles.hint}>{said.hint}</p>
          {begin.begun.length > 0 ? (
            <>
              <h3>{said.begun.title}</h3>
              <ul className={styles.begun}>
                {begin.begun.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          ) : null}
          <p className={styles.hint}>{begin.kept}</p>
          <ReleaseRows fields={fields} rows={begin.rows} />
        </>
      )}
    </Part>
  );
}
