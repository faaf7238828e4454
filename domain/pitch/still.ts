/** A list that stays as it was laid out until its reader asks for it anew, so that nothing moves under a thumb. */
import type { PitchView } from "#domain/pitch.ts";

export type Laid = {
  rows: readonly PitchView[];
  /** Ids of all pitches that were there when it was laid out, shown or not. */
  known: ReadonlySet<string>;
  /** Whether any of them was not listed: a page that everybody gets has none. */
  unlisted: boolean;
};

const isUnlisted = ({ noteLevel }: PitchView) => noteLevel === "unlisted";

export function layOut(rows: readonly PitchView[], pitches: readonly PitchView[]): Laid {
  return { rows, known: new Set(pitches.map(({ id }) => id)), unlisted: pitches.some(isUnlisted) };
}

/**
 * A list that was laid out as everybody gets it, once its reader is known: what they alone may read joins at its end, so
 * that nothing above moves. The same list where there is nothing to join.
 *
 * @param came what would be among the rows (`cameSince`)
 */
export function joined(laid: Laid, pitches: readonly PitchView[], came: readonly PitchView[]): Laid {
  if (laid.unlisted || !pitches.some(isUnlisted)) return laid;
  const ids = pitches.filter(isUnlisted).map(({ id }) => id);
  return {
    rows: [...laid.rows, ...came.filter(isUnlisted)],
    known: new Set([...laid.known, ...ids]),
    unlisted: true,
  };
}

/** `gone` keeps its room: it was withdrawn, or is a part of the pitch named by `into`. */
export type Row = { pitch: PitchView; gone: { into: string | null } | null };

/** What stands in the list's places by now: each as it reads today, and what is gone as it was. */
export function rowsOf({ rows }: Laid, pitches: readonly PitchView[]): Row[] {
  const here = new Map(pitches.map((pitch) => [pitch.id, pitch]));
  const roots = new Map(pitches.flatMap(({ title, merged = [] }) => merged.map(({ id }) => [id, title])));
  return rows.map((row) => {
    const pitch = here.get(row.id);
    return pitch ? { pitch, gone: null } : { pitch: row, gone: { into: roots.get(row.id) ?? null } };
  });
}

/** What came since it was laid out. */
export function cameSince({ known }: Laid, pitches: readonly PitchView[]): PitchView[] {
  return pitches.filter(({ id }) => !known.has(id));
}
