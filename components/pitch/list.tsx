"use client";

import { type ComponentProps, memo, type ReactNode, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Stack } from "#components/ui/card.tsx";
import { drawsTheSame, type Raising } from "#components/voting/raising.ts";
import { EVERYTHING, type Reader } from "#domain/pitch/filter.ts";
import type { Row } from "#domain/pitch/still.ts";
import type { PitchView } from "#domain/pitch.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Act } from "./act.tsx";
import { PitchCard } from "./card.tsx";
import { GonePitch } from "./gone.tsx";
import { useLaid } from "./laid.ts";
import styles from "./looking.module.css";
import { Looking } from "./looking.tsx";
import { NoneFound } from "./none-found.tsx";
import { type Owner, readSeen, useSeen } from "./seen.ts";
import { Beside } from "./stand.tsx";

const words = wordsOf("pitch");

type PitchListProps = {
  slug: string;
  pitches: readonly PitchView[];
  /** The pitch that is being said; null while none is. */
  front: string | null;
  raising: Raising;
  /** Who holds this phone, and which pitches they host. */
  owner: Owner;
  hosting: readonly string[];
  own: readonly string[];
  /** Words that the page was asked to find, where there is no script. */
  find: string;
  /** Null where nobody may stand beside a host now. */
  standWith: Act | null;
  onStood: () => void;
  /** Where one says of a pitch that it does not belong; null while nobody can. */
  reportAt: ((pitchId: string) => string) | null;
  /** The way to see them one at a time. */
  children: ReactNode;
};

/**
 * In the order they came, which no hand changes. Nothing moves under a thumb: what is gone leaves its room, and what is
 * new waits behind a button.
 */
export function PitchList({
  slug,
  pitches,
  front,
  raising,
  owner,
  hosting,
  own,
  find,
  standWith,
  onStood,
  reportAt,
  children,
}: PitchListProps) {
  const list = useLaid(slug, find, pitches, () => readerOf(slug, owner, hosting, raising), owner);
  const { wanted, rows, came } = list;
  const here = rows.filter(({ gone }) => gone === null);
  useSeen(slug, owner, here.map(({ pitch }) => pitch.id).join(" "));
  const beside = useMemo(
    () => standWith && { action: standWith, hosting, own, onStood },
    [standWith, hosting, own, onStood],
  );
  const see = () => {
    list.ask(wanted);
    const [first] = came;
    requestAnimationFrame(() => {
      const card = document.getElementById(`pitch-${first?.id}`);
      card?.scrollIntoView({ block: "center" });
      const hand = card?.querySelector("button") ?? document.getElementById("main");
      hand?.focus({ preventScroll: true });
    });
  };
  // The fields keep what is typed: cleared, they are others.
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    list.ask(EVERYTHING);
    setCleared(cleared + 1);
    requestAnimationFrame(() => document.getElementById("shown-first")?.focus());
  };
  return (
    <>
      <Looking key={cleared} wanted={wanted} onWant={list.ask} found={here.length} all={pitches.length}>
        {children}
      </Looking>
      {rows.length === 0 ? <NoneFound wanted={wanted} onClear={clear} /> : null}
      <Stack as="ul">
        {rows.map(({ pitch, gone }) => (
          <Listed
            key={pitch.id}
            {...{ pitch, gone, raising, beside }}
            yours={hosting.includes(pitch.id)}
            atTheFront={pitch.id === front}
            report={reportAt?.(pitch.id) ?? null}
          />
        ))}
      </Stack>
      <div className={styles.fresh} aria-live="polite">
        {came.length > 0 ? (
          <Button onClick={see}>{count(came.length, words.list.fresh, readerLocale())}</Button>
        ) : null}
      </div>
    </>
  );
}

type ListedProps = Row & {
  raising: Raising;
  yours: boolean;
  atTheFront: boolean;
  report: string | null;
  beside: Omit<ComponentProps<typeof Beside>, "pitch"> | null;
};

/** A row, which is drawn anew only where something of it is another: somebody's hand is no reason for all of them. */
const Listed = memo(
  function Listed({ pitch, gone, raising, yours, atTheFront, report, beside }: ListedProps) {
    const card = {
      ...{ pitch, yours, atTheFront, ...(report && { report }) },
      action: beside ? <Beside {...beside} pitch={pitch} /> : null,
    };
    if (!gone) return <PitchCard {...card} raising={raising} />;
    return (
      <GonePitch title={pitch.title} into={gone.into}>
        <PitchCard as="div" {...card} raising={uncounted(raising)} />
      </GonePitch>
    );
  },
  ({ raising, gone, ...row }, { raising: nowRaising, gone: nowGone, ...now }) =>
    drawsTheSame(raising, nowRaising, row.pitch.id) &&
    gone?.into === nowGone?.into &&
    (gone === null) === (nowGone === null) &&
    (Object.keys(row) as (keyof typeof row)[]).every((name) => row[name] === now[name]),
);

/** What is known of the reader at this moment. What they saw is looked up once, and only where it is asked for. */
function readerOf(slug: string, owner: Owner, hosting: readonly string[], raising: Raising): Reader {
  let seen: ReadonlySet<string> | null = null;
  return {
    seen: (id) => {
      seen ??= readSeen(slug, owner);
      return seen.has(id);
    },
    mine: (id) => hosting.includes(id) || raising.up(id),
  };
}

/** The hand's room without its count, which is nobody's any more. */
function uncounted(raising: Raising): Raising {
  return raising.raise ? { ...raising, count: () => null } : raising;
}
