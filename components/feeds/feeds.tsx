import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { RoomName } from "#components/ui/room.tsx";
import type { EventView } from "#domain/event.ts";
import type { RoomView } from "#domain/room.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./feeds.module.css";

const words = wordsOf("feeds");

type FeedsProps = {
  camp: Pick<EventView, "slug">;
  /** Of the published grid; null before there is one. */
  rooms: readonly RoomView[] | null;
  /** Of this installation, as `https://camps.example.org`. */
  origin: string;
};

/** Where calendars, conference apps and programs read the grid. The same for everybody. */
export function Feeds({ camp, rooms, origin }: FeedsProps) {
  const here = `/e/${camp.slug}`;
  return (
    <>
      <Heading title={words.title}>{words.lede}</Heading>
      <p data-print="no">
        <a href={`${here}/grid`}>{words.back}</a>
      </p>
      {rooms ? null : <p>{words.none}</p>}
      <section className={styles.part}>
        <h2>{words.calendar.title}</h2>
        <p>{words.calendar.body}</p>
        <Buttons>
          <ButtonLink kind="primary" href={followed(origin, `${here}/calendar.ics`)}>
            {words.calendar.follow}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`${here}/calendar.ics`} download={`${camp.slug}.ics`}>
            {words.calendar.download}
          </ButtonLink>
        </Buttons>
      </section>
      {rooms && rooms.length > 0 ? <Rooms {...{ rooms, here, origin }} slug={camp.slug} /> : null}
      <section className={styles.part}>
        <h2>{words.apps.title}</h2>
        <p>{words.apps.body}</p>
        <p className={styles.address}>
          <code translate="no">{`${origin}${here}/schedule.xml`}</code>
        </p>
        <p className={styles.links}>
          <a href={`${here}/schedule.xml`}>{words.apps.xml}</a>
          <a href={`${here}/schedule.json`}>{words.apps.json}</a>
        </p>
      </section>
      <section className={styles.part}>
        <h2>{words.programs.title}</h2>
        <p>{words.programs.body}</p>
        <p className={styles.links}>
          <a href={`/api/v1/events/${camp.slug}`}>{words.programs.read}</a>
          <a href="/api/v1/openapi.json">{words.programs.described}</a>
        </p>
      </section>
    </>
  );
}

type RoomsProps = { rooms: readonly RoomView[]; here: string; origin: string; slug: string };

function Rooms({ rooms, here, origin, slug }: RoomsProps) {
  return (
    <section className={styles.part}>
      <h2>{words.rooms.title}</h2>
      <p>{words.rooms.body}</p>
      <ul className={styles.rooms}>
        {rooms.map(({ id, letter, name }) => {
          const file = `${here}/rooms/${letter}/calendar.ics`;
          return (
            <li key={id}>
              <RoomName letter={letter}>{name}</RoomName>
              <span className={styles.links}>
                <a href={followed(origin, file)} aria-label={words.rooms.followOf(name)}>
                  {words.rooms.follow}
                </a>
                <a href={file} download={`${slug}-${letter}.ics`} aria-label={words.rooms.downloadOf(name)}>
                  {words.rooms.download}
                </a>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** An address that a calendar opens, to follow it and not to take a copy. */
const followed = (origin: string, path: string) => `${origin.replace(/^https?:/, "webcal:")}${path}`;
