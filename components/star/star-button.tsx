"use client";

import { Hand } from "#components/ui/hand.tsx";
import { readRunKey } from "#domain/star.ts";
import { wordsOf } from "#messages/words.ts";
import { earlyStar } from "./tapped.ts";
import { useStarring } from "./use-mine.ts";

const words = wordsOf("star");

type StarProps = {
  /** The key of the run. */
  run: string;
  /** Of its session, which a screen reader says with it. */
  title: string;
};

/**
 * "I go here", of one run: filled is yes, and pressing it again takes it off. Whoever hosts it goes there, and need not
 * say so. Nothing in a phase without stars.
 */
export function Star({ run, title }: StarProps) {
  const { whose, starred, state, star } = useStarring();
  if (!star) return null;
  const hosts = whose.hosting.includes(readRunKey(run)?.pitchId ?? "");
  const now = hosts ? "closed" : state(run);
  return (
    <Hand
      icon="star"
      up={hosts || starred.has(run)}
      state={now}
      label={
        <>
          {words.go}
          <span className="visually-hidden">: {title}</span>
        </>
      }
      early={{ about: earlyStar(run), note: words.early }}
      note={now === "queued" ? words.queued : now === "sending" ? words.sending : undefined}
      onToggle={(next) => star(run, next)}
    />
  );
}
