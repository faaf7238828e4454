"use client";

import { useEffect, useState } from "react";
import { useAwake } from "#components/compere/awake.ts";
import { useNow } from "#components/event/clock.ts";
import { Refused, readCalled } from "#components/queries.ts";
import { Link } from "#components/ui/link.tsx";
import { Wall, WallClock, WallTitle } from "#components/ui/wall.tsx";
import { shutsOut } from "#domain/door/news.ts";
import type { Called } from "#domain/registration/standby.ts";
import { type Place, time, wallClock } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./standby-wall.module.css";

const { wall: words } = wordsOf("standby");

/** So often it is asked who is called, in milliseconds. */
const ASK_MS = 3_000;

type StandbyWallProps = {
  slug: string;
  camp: string;
  zone: string;
  first: Called;
  /** When the server rendered the page, ISO 8601. */
  served: string;
};

/** The screen by the door: for whom a place is free, by first name only where they agreed. */
export function StandbyWall({ slug, camp, zone, first, served }: StandbyWallProps) {
  const { called, heardAt, lost, refused } = useCalled(slug, first, Date.parse(served));
  const now = useNow(served, 1_000);
  const here = { locale: readerLocale(), zone };
  useAwake();
  const { open, people, others, waiting } = called;
  const many = people.length + others;
  return (
    <Wall
      hour={many > 0 ? 2 : 1}
      above={`${camp} · ${words.title}`}
      lost={lost ? words.lost(time(new Date(heardAt).toISOString(), here)) : null}
      join={
        <span className={styles.join}>
          {refused ? null : words.waiting(waiting)}
          <WallClock>{wallClock(new Date(now), here)}</WallClock>
        </span>
      }
      foot={<Link href={`/e/${slug}/door`}>{words.back}</Link>}
    >
      {refused ? (
        <>
          <WallTitle>{words.shutOut}</WallTitle>
          <p className={styles.others}>{words.askAtDoor}</p>
        </>
      ) : !open ? (
        <WallTitle by={words.shutWhat}>{words.shut}</WallTitle>
      ) : many === 0 ? (
        <WallTitle by={words.noneWhat}>{words.none}</WallTitle>
      ) : (
        <div aria-live="polite">
          <h1 className={styles.title}>{words.places(many)}</h1>
          <Names people={people} here={here} />
          {others > 0 ? (
            <p className={styles.others}>
              {people.length > 0 ? words.others(others) : words.othersOnly(others)}
            </p>
          ) : null}
          <p className={styles.others}>{words.come}</p>
        </div>
      )}
    </Wall>
  );
}

function Names({ people, here }: { people: Called["people"]; here: Place }) {
  return (
    <ul className={styles.names} data-many={people.length > 12}>
      {people.map(({ name, until }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may be called the same
        <li key={index}>
          {name} {until ? <small>{words.by(time(until, here))}</small> : null}
        </li>
      ))}
    </ul>
  );
}

type State = {
  called: Called;
  heardAt: number;
  lost: boolean;
  /** This screen may name nobody any more: why is said at the door, and not to a whole room. */
  refused: boolean;
};

const NOBODY: Called = { open: true, people: [], others: 0, waiting: 0 };

/** Who is called, asked every few seconds. Without a network it stays as it was, and says so; cut off it forgets who was. */
function useCalled(slug: string, first: Called, served: number) {
  const [state, setState] = useState<State>({ called: first, heardAt: served, lost: false, refused: false });
  useEffect(() => {
    const stopped = new AbortController();
    const ask = () =>
      readCalled(slug, stopped.signal).then(
        (called) => setState({ called, heardAt: Date.now(), lost: false, refused: false }),
        (fault) => {
          if (stopped.signal.aborted) return;
          if (fault instanceof Refused && shutsOut(fault.code))
            setState((before) => ({ ...before, called: NOBODY, lost: false, refused: true }));
          else setState((before) => ({ ...before, lost: true }));
        },
      );
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => {
      stopped.abort();
      clearInterval(timer);
    };
  }, [slug]);
  return state;
}
