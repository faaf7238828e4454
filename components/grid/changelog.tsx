import { Empty } from "#components/ui/empty.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import { type Entry, type Told, VERSIONS_TOLD } from "#domain/changelog.ts";
import type { EventView } from "#domain/event.ts";
import type { Spot } from "#domain/grid.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { count, number } from "#messages/counts.ts";
import { type Place, timeAway, timeOn } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./changelog.module.css";

const words = wordsOf("changelog");

type ChangelogProps = {
  camp: Pick<EventView, "slug" | "days">;
  entries: readonly Entry[];
  /** Whether there are older ones. */
  cut: boolean;
  /** Milliseconds since 1970. */
  now: number;
  place: Place;
};

/** Every version of the grid with what it changed, the newest first. The same for everybody. */
export function Changelog({ camp, entries, cut, now, place }: ChangelogProps) {
  const several = onSeveralDays(
    [...camp.days, ...entries.flatMap(({ told }) => told.flatMap(startsIn))],
    place.zone,
  );
  if (entries.length === 0)
    return (
      <>
        <Heading title={words.title} />
        <Empty title={words.none.title}>{words.none.body}</Empty>
      </>
    );
  return (
    <>
      <Heading title={words.title}>{words.lede}</Heading>
      <p data-print="no">
        <a href={`/e/${camp.slug}/grid`}>{words.back}</a>
      </p>
      {entries.map((entry) => (
        <section key={entry.number} className={styles.version} id={`version-${entry.number}`}>
          <h2>
            <Figures>{words.version(entry.number)}</Figures>
          </h2>
          <p className={styles.when}>
            <Figures>{whenWords(entry, now, place)}</Figures>
          </p>
          <Changes {...{ entry, several, now, place }} />
        </section>
      ))}
      {cut ? <p>{words.cut(number(VERSIONS_TOLD, place.locale))}</p> : null}
    </>
  );
}

function whenWords({ publishedAt, takenBackAt, since, sessions }: Entry, now: number, place: Place): string {
  const out = timeAway(publishedAt, now, place);
  if (takenBackAt) return words.out(out);
  return since === null
    ? words.outWith(out, count(sessions, words.sessions, place.locale))
    : words.beside(out, since);
}

type ChangesProps = { entry: Entry; several: boolean; now: number; place: Place };

function Changes({ entry: { told, more, since, takenBackAt }, several, now, place }: ChangesProps) {
  if (takenBackAt) return <p>{words.takenBack(timeAway(takenBackAt, now, place))}</p>;
  if (since === null) return <p>{words.first}</p>;
  if (told.length === 0) return <p>{words.same}</p>;
  return (
    <ul className={styles.told}>
      {told.map((change) => (
        <li key={`${change.kind} ${change.id}`}>
          <p>
            <strong>
              <Words>{change.title}</Words>
            </strong>{" "}
            <Tag>{words.kinds[change.kind]}</Tag>
          </p>
          <p className={styles.how}>
            <Figures>{worded(howWords(change, several, place))}</Figures>
          </p>
        </li>
      ))}
      {more > 0 ? <li>{count(more, words.more, place.locale)}</li> : null}
    </ul>
  );
}

function howWords(change: Told, several: boolean, place: Place): string {
  const at = ({ startsAt }: Spot) => (startsAt ? timeOn(startsAt, several, place) : "");
  const cell = (spot: Spot) => words.cell(spot.room ?? "", at(spot));
  switch (change.kind) {
    case "added":
      return words.added(cell(change.to));
    case "moved":
      return words.moved(cell(change.from), cell(change.to));
    case "room":
      return words.room(change.from.room ?? "", change.to.room ?? "", at(change.to));
    case "retimed":
      return words.retimed(change.to.room ?? "", at(change.from), at(change.to));
    case "lasts":
      return words.lasts(cell(change.to), change.to.endsAt ? timeOn(change.to.endsAt, several, place) : "");
    case "taken_off":
      return words.takenOff(cell(change.from));
    default:
      return words.renamed(change.was);
  }
}

/** When the cells of a change begin. */
function startsIn(change: Told): { startsAt: string }[] {
  const spots = [...("from" in change ? [change.from] : []), ...("to" in change ? [change.to] : [])];
  return spots.flatMap(({ startsAt }) => (startsAt ? [{ startsAt }] : []));
}
