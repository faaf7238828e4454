import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { Line, State } from "#domain/rehearsal.ts";
import { type Place, time, weekday } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rehearsal.module.css";

const words = wordsOf("rehearsal");

type Result = {
  id: string;
  state: State;
  people: number;
  lines: readonly Line[];
  /** ISO 8601. */
  askedAt: string;
};

type ResultsProps = { results: readonly Result[]; place: Place };

/** The last one whole, and the few before it to be opened. */
export function RehearsalResults({ results: [last, ...earlier], place }: ResultsProps) {
  return (
    <section className={styles.part}>
      <h2>{words.results}</h2>
      {last ? <One result={last} place={place} /> : <p>{words.none}</p>}
      {earlier.length > 0 ? (
        <details className={styles.earlier}>
          <summary>{words.earlier}</summary>
          {earlier.map((one) => (
            <One key={one.id} result={one} place={place} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function One({ result: { state, people, lines, askedAt }, place }: { result: Result; place: Place }) {
  const of = (passed: boolean | null) => lines.filter((line) => line.passed === passed).length;
  const when = `${weekday(askedAt, place)}, ${time(askedAt, place)}`;
  return (
    <div className={styles.result}>
      <h3>{words.verdicts[state]}</h3>
      <p>
        {words.at(when, people)}. {words.tally(of(true), of(false), of(null))}.
      </p>
      <ol className={styles.lines}>
        {lines.map((line) => (
          <ResultLine key={line.what} line={line} />
        ))}
      </ol>
    </div>
  );
}

const ICONS: Readonly<Record<"passed" | "failed" | "open", IconName>> = {
  passed: "check",
  failed: "warn",
  open: "info",
};

function ResultLine({ line }: { line: Line }) {
  const { what, passed, why } = line;
  const is = passed === null ? "open" : passed ? "passed" : "failed";
  const figures = words.figures(line);
  return (
    <li className={styles.line} data-is={is}>
      <p className={styles.verdict}>
        <Icon name={ICONS[is]} />
        {words[is]}
      </p>
      <div className={styles.said}>
        <p>
          <strong>{words.whats[what]}</strong>
        </p>
        {figures ? <p className={styles.small}>{figures}</p> : null}
        {why ? <p>{words.whys[why]}</p> : null}
        {passed === false || why === "not_asked" ? (
          <p>
            <strong>{words.next}:</strong> {words.fixes[what]}
          </p>
        ) : null}
      </div>
    </li>
  );
}
