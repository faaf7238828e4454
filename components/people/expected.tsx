import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { type ExpectedPeople, type Forecast, type Turnout, withCompanions } from "#domain/forecast.ts";
import { crowding } from "#domain/registration/inside.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("forecast");

type ExpectedProps = {
  forecast: Forecast;
  people: ExpectedPeople;
  /** How many come along with these. */
  companions: number;
  past: readonly Turnout[];
  /** Most people inside; null where the camp has no such number. */
  insideLimit: number | null;
};

/** How many are expected on the day, and what that rests on. Nothing while nobody has a place. */
export function ExpectedOnTheDay({ forecast, people, companions, past, insideLimit }: ExpectedProps) {
  if (forecast.places === 0) return null;
  const said = (["yes", "unsure", "silent", "unasked"] as const)
    .filter((kind) => people[kind] > 0)
    .map((kind) => words[kind](people[kind]));
  const before =
    past.length > 0
      ? past.map(({ name, day, places, came }) => words.past(name, day.slice(0, 4), came, places))
      : [words.usual];
  const heads = withCompanions(forecast, companions);
  const all = forecast.places + companions;
  const crowded = crowding({ ...heads, places: forecast.places }, { insideLimit });
  const sentences = [
    words.about(forecast),
    ...(companions > 0 ? [words.along(heads)] : []),
    ...(insideLimit !== null ? [words.inside(insideLimit)] : []),
    ...(insideLimit !== null && crowded ? [words.ifAllCome(all, insideLimit)] : []),
  ];
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      <p>
        <Figures>{sentences.join(" ")}</Figures>
      </p>
      {insideLimit !== null && crowded === "expected" ? (
        <Banner tone="wait" title={words.crowded.title}>
          <p>
            <Figures>{words.crowded.body(heads.high, insideLimit)}</Figures>
          </p>
        </Banner>
      ) : null}
      <p>
        <Figures>{words.restsOn(list(said, readerLocale()), list(before, readerLocale()))}</Figures>
      </p>
    </section>
  );
}
