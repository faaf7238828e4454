"use client";

import { useState } from "react";
import { EVERYTHING, type Reader, type Wanted, wantedOf } from "#domain/pitch/filter.ts";
import { cameSince, joined, type Laid, layOut, type Row, rowsOf } from "#domain/pitch/still.ts";
import type { PitchView } from "#domain/pitch.ts";

/** What each camp's list was asked for last, so that it is the same after another tab. Of this document alone. */
const asked = new Map<string, Wanted>();

type List = {
  wanted: Wanted;
  /** Asks for others, or for the same anew. */
  ask: (wanted: Wanted) => void;
  rows: Row[];
  /** What came since, and would be among them. */
  came: PitchView[];
};

/**
 * A list that changes only when it is asked to: what is seen, or given a hand, does not leave it under the thumb.
 *
 * @param find what the page was opened with
 * @param readerNow told when it is asked, and kept as it was then
 * @param who the reader, by whom it is laid out anew once that is known
 */
export function useLaid(
  slug: string,
  find: string,
  pitches: readonly PitchView[],
  readerNow: () => Reader,
  who: string | null | undefined,
): List {
  const [wanted, setWanted] = useState<Wanted>(() => asked.get(slug) ?? { ...EVERYTHING, find });
  const lay = (want: Wanted): Laid & { for: Wanted; who: typeof who } => ({
    ...layOut(wantedOf(pitches, want, readerNow()), pitches),
    for: want,
    who,
  });
  const [laid, setLaid] = useState(() => lay(wanted));
  const came = wantedOf(cameSince(laid, pitches), wanted, readerNow());
  const another = wanted.show !== "all" && laid.who !== who;
  const whole = joined(laid, pitches, came);
  // Where nothing is, nothing moves.
  if (laid.for !== wanted || another || (laid.rows.length === 0 && came.length > 0)) setLaid(lay(wanted));
  else if (whole !== laid) setLaid({ ...laid, ...whole });
  const ask = (want: Wanted) => {
    asked.set(slug, want);
    setWanted({ ...want });
  };
  return { wanted, ask, rows: rowsOf(laid, pitches), came };
}
