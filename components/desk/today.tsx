"use client";

import { useNow } from "#components/event/clock.ts";
import { datesOf } from "#components/event/life.ts";
import { phaseOf } from "#components/event/phase.ts";
import type { FormAction } from "#components/form/answer.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Numbers } from "#components/ui/figures.tsx";
import { countPlaced } from "#domain/draft.ts";
import { type EventView, hasDate, isHalted, permits, wentBy } from "#domain/event.ts";
import { isOn } from "#domain/life.ts";
import type { DrawView } from "#domain/release.ts";
import { number } from "#messages/counts.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { NextOnChecklist, type NextProps } from "./checklist.tsx";
import { NextStep, type StepOn } from "./phase-box.tsx";
import { figuresOf, placeFigures } from "./place-figures.ts";
import { type Gap, Tasks } from "./tasks.tsx";
import styles from "./today.module.css";

const desk = wordsOf("desk");

const said = desk.today;
const MINUTE = 60_000;
/** Days before a camp. */
const NEAR = 14;
const n = (count: number) => number(count, readerLocale());

type TodayProps = {
  daysAway: number;
  /** What moves the camp on; its action is null for whoever may not. */
  step: StepOn;
  /** When the server rendered the page, ISO 8601. */
  served: string;
  /** Whether this is an hour at which places are offered. */
  awake: boolean;
  /** How many of those in the camp or its line are not reached by mail. */
  bounced: number;
  /** Offers what is free to the next in line; null for whoever may not. */
  offer: FormAction | null;
  /** Whether the reader may change the settings, and who is on the crew. */
  sets: boolean;
  hires: boolean;
  /** Whether they may decide about reported pitches. */
  decides: boolean;
  draws: readonly DrawView[];
  /** Null for whoever may not tick it. */
  checklist: NextProps | null;
  gaps: readonly Gap[];
  missing: number;
  rota: string;
};

/** The step the camp is at, what needs somebody now, and how things stand. */
export function Today({ daysAway, step, sets, hires, draws, checklist, ...tasks }: TodayProps) {
  const { event, people, pitches, draft, placements } = useSnapshot();
  const at = `/e/${event.slug}/desk`;
  const now = useNow(tasks.served, MINUTE);
  const over = wentBy(event.phase) || daysAway < 0;
  const open = draws.find(({ listHash, drawnAt, opensAt }) => {
    return listHash === null && drawnAt === null && Date.parse(opensAt) <= now;
  });
  const board = draft && draft.rooms.length > 0 && draft.slots.some((slot) => slot.kind === "session");
  // Before a camp can be seen, nobody can have come: noughts say nothing.
  const begun = permits(event.phase, "visit") || (people && people.confirmed + people.waiting > 0);
  const items = [
    ...(people && begun ? placeFigures(people, event.capacity, over) : []),
    ...figuresOf([
      [pitches.length, said.pitches(pitches.length)],
      [countPlaced(placements ?? []), said.placed(n(pitches.length))],
      [draft?.published ?? 0, said.published],
    ]),
  ];
  return (
    <div className={styles.today}>
      <Card title={phaseOf(event)} above={<When daysAway={daysAway} />}>
        <p className={styles.step}>{stepOf(event, now)}</p>
        {open ? (
          <p className={styles.step}>{said.draw.open(open.entries, moment(open.closesAt, event))}</p>
        ) : null}
        {people && people.idleSince === null && permits(event.phase, "offer") && !isOn(event.phase) ? (
          <p className={styles.step}>{people.offersOn ? desk.line.on : desk.line.off}</p>
        ) : null}
        {begun || !(sets || hires) ? null : (
          <Buttons>
            {sets ? <ButtonLink href={`${at}/settings`}>{said.beginning.settings}</ButtonLink> : null}
            {hires ? (
              <ButtonLink kind="quiet" href={`${at}/crew`}>
                {said.beginning.crew}
              </ButtonLink>
            ) : null}
          </Buttons>
        )}
        <NextStep event={event} people={people} {...step} />
      </Card>
      <Tasks
        at={at}
        sets={sets}
        draw={over ? null : (draws.find(waits) ?? null)}
        lacks={permits(event.phase, "visit") && !over ? step.lacks : []}
        near={!over && daysAway <= NEAR}
        {...tasks}
        gaps={over ? [] : tasks.gaps}
      />
      {checklist && !isOn(event.phase) && !isHalted(event.phase) ? (
        <NextOnChecklist at={at} {...checklist} />
      ) : null}
      {items.length > 0 ? <Numbers items={items} /> : null}
      {board || !draft || wentBy(event.phase) ? null : (
        <Empty
          title={said.noRooms.title}
          action={
            sets && (
              <ButtonLink kind="quiet" href={`${at}/settings/rooms`}>
                {said.noRooms.next}
              </ButtonLink>
            )
          }
        >
          {said.noRooms.body}
        </Empty>
      )}
      <section>
        <h2>{said.links}</h2>
        <ul className={styles.links}>
          {(over ? PAGES.over : PAGES.before).map((page) => (
            <li key={page}>
              {/* Plain links: they are opened on other screens, and the router cannot fetch the plain page. */}
              <a href={`/e/${event.slug}${page === "front" ? "" : `/${page}`}`}>{said[page]}</a>
            </li>
          ))}
          {(sets ? BESIDES : [])
            .filter(({ act }) => permits(event.phase, act) || wentBy(event.phase))
            .map(({ page, word }) => (
              <li key={page}>
                <a href={`${at}/${page}`}>{said[word]}</a>
              </li>
            ))}
          {draws.length > 0 ? (
            <li>
              <a href={`/e/${event.slug}/draw`}>{said.drawn}</a>
            </li>
          ) : null}
        </ul>
      </section>
    </div>
  );
}

/** What people do beside the programme, once they may. */
const BESIDES = [
  { act: "swap", page: "swaps", word: "swaps" },
  { act: "giveFeedback", page: "feedback", word: "feedback" },
  { act: "tidyWriteUps", page: "write-ups", word: "writeUps" },
  { act: "addLink", page: "round-up", word: "roundUp" },
] as const;

const PAGES = { before: ["front", "register", "wall", "plain"], over: ["front", "plain"] } as const;

/** A draw whose entries are closed, and whose number nobody has typed. */
const waits = ({ listHash, drawnAt }: DrawView) => listHash !== null && drawnAt === null;

const moment = (instant: string, { zone }: EventView) => {
  const here = { locale: readerLocale(), zone };
  return `${time(instant, here)}, ${weekday(instant, here)}`;
};

/** What to do now; where places come with a release that is still to open, when it does. */
function stepOf(event: EventView, now: number): string {
  const { phase, opensAt } = event;
  if (!opensAt) return desk.steps[phase];
  const soon = Date.parse(opensAt) > now;
  if (!permits(phase, "visit")) return soon ? desk.opens.draft(moment(opensAt, event)) : desk.opens.draftPast;
  return soon && permits(phase, "register") ? desk.opens.tickets(moment(opensAt, event)) : desk.steps[phase];
}

function When({ daysAway }: { daysAway: number }) {
  const { event } = useSnapshot();
  if (!hasDate(event.phase)) return <>{said.noDate}</>;
  const away = daysAway > 0 ? said.inDays(daysAway) : daysAway === 0 ? said.isToday : said.wasDays(-daysAway);
  return (
    <>
      {datesOf(event)} · {away}
    </>
  );
}
