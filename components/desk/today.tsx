"use client";

import { datesOf } from "#components/event/life.ts";
import { phaseOf } from "#components/event/phase.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Numbers } from "#components/ui/figures.tsx";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./today.module.css";

const desk = wordsOf("desk");

const said = desk.today;
const n = (count: number) => number(count, readerLocale());

/** @param sets whether the reader may change the settings */
export function Today({ daysAway, sets }: { daysAway: number; sets: boolean }) {
  const { event, people, pitches, draft, placements } = useSnapshot();
  const at = `/e/${event.slug}/desk`;
  const board = draft && draft.rooms.length > 0 && draft.slots.some((slot) => slot.kind === "session");
  const rest: [value: number, label: string][] = [
    [people?.waiting ?? 0, said.waiting],
    [people?.offered ?? 0, said.offered],
    [pitches.length, said.pitches],
    [placements?.length ?? 0, said.placed(n(pitches.length))],
    [draft?.published ?? 0, said.published],
  ];
  const items = [
    ...(people ? [{ value: n(people.confirmed), label: said.have(n(event.capacity)) }] : []),
    ...rest.filter(([value]) => value > 0).map(([value, label]) => ({ value: n(value), label })),
  ];
  return (
    <div className={styles.today}>
      <Card title={phaseOf(event)} above={<When daysAway={daysAway} />}>
        <p className={styles.step}>{desk.steps[event.phase]}</p>
      </Card>
      {people?.idleSince ? (
        <Banner
          tone="wait"
          role="status"
          title={said.idle(people.free)}
          action={
            <ButtonLink kind="quiet" href={`${at}/people`}>
              {said.toPeople}
            </ButtonLink>
          }
        >
          <p>{said.idleBody}</p>
        </Banner>
      ) : null}
      {items.length > 0 ? <Numbers items={items} /> : null}
      {board || !draft ? null : (
        <Empty
          title={said.noRooms.title}
          action={sets && <ButtonLink href={`${at}/settings#rooms`}>{said.noRooms.next}</ButtonLink>}
        >
          {said.noRooms.body}
        </Empty>
      )}
      <section>
        <h2>{said.links}</h2>
        <ul className={styles.links}>
          {(["front", "register", "wall", "plain"] as const).map((page) => (
            <li key={page}>
              {/* Plain links: they are opened on other screens, and the router cannot fetch the plain page. */}
              <a href={`/e/${event.slug}${page === "front" ? "" : `/${page}`}`}>{said[page]}</a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function When({ daysAway }: { daysAway: number }) {
  const { event } = useSnapshot();
  const away = daysAway > 0 ? said.inDays(daysAway) : daysAway === 0 ? said.isToday : said.wasDays(-daysAway);
  return (
    <>
      {datesOf(event)} · {away}
    </>
  );
}
