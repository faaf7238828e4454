"use client";

import { Figures } from "#components/ui/figures.tsx";
import { wordsOf } from "#messages/words.ts";
import { useNow } from "./clock.ts";

const words = wordsOf("release").soon;

/** Further away than this the time alone says enough. */
const NEAR = 24 * 3_600_000;

/**
 * How long it still takes, by the server's clock, second by second. Nobody is read a clock that ticks: beside it stands
 * the time. @param at when it opens @param served when the server rendered the page, both ISO 8601
 */
export function Countdown({ at, served }: { at: string; served: string }) {
  const left = Date.parse(at) - useNow(served, 1_000);
  if (left > NEAR) return null;
  return (
    <p role="timer" aria-live="off">
      <Figures>{left > 0 ? words.left(Math.ceil(left / 1_000)) : words.now}</Figures>
    </p>
  );
}
