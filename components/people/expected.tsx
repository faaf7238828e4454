import { Figures } from "#components/ui/figures.tsx";
import type { ExpectedPeople, Forecast, Turnout } from "#domain/forecast.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("forecast");

type ExpectedProps = {
  forecast: Forecast;
  people: ExpectedPeople;
  past: readonly Turnout[];
  /** Most people inside; null where the camp has no such number. */
  insideLimit: number | null;
};

/** How many are expected on the day, and what that rests on. Nothing while nobody has a place. */
export function ExpectedOnTheDay({ forecast, people, past, insideLimit }: ExpectedProps) {
  if (forecast.places === 0) return null;
  const said = (["yes", "unsure", "silent", "unasked"] as const)
    .filter((kind) => people[kind] > 0)
    .map((kind) => words[kind](people[kind]));
  const before =
    past.length > 0
      ? past.map(({ name, day, places, came }) => words.past(name, day.slice(0, 4), came, places))
      : [words.usual];
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      <p>
        <Figures>{words.about(forecast)}</Figures>{" "}
        {insideLimit === null ? null : <Figures>{words.inside(insideLimit)}</Figures>}
      </p>
      <p>
        <Figures>{words.restsOn(list(said, readerLocale()), list(before, readerLocale()))}</Figures>
      </p>
    </section>
  );
}
