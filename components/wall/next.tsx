/** What comes next, in the colour of its hour, and what moved. */
import { linesOf, widthOf } from "#components/ui/letters.ts";
import { Words, worded } from "#components/ui/words.tsx";
import type { SlotOfDay } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { count } from "#messages/counts.ts";
import { type Place, timeAway } from "#messages/format.ts";
import { changeSentences } from "#messages/grid-change.ts";
import { wordsOf } from "#messages/words.ts";
import { asManyAsFit, cut } from "./fit.ts";
import styles from "./wall.module.css";

const words = wordsOf("wall");

// In hundredths of the screen's width, as in wall.module.css.
const WIDTH = 94.8;
const TITLE = 2.33;
const LETTERS = 1.65;
const LINE = 1.3;
/** Names are set in a lighter weight than what is measured. */
const LIGHTER = 1.05;
const PADDING = 2.1;
const GAP = 2;

/** So many lines of sessions: what is on is what people look for. */
const LINES = 2;
/** Shorter than this a title says nothing. */
const SHORTEST = 14;

export type Told = readonly { id: string; sentence: string }[];
type Coming = { key: string; letter: string; title: string };
export type Band = {
  title: string;
  coming: readonly Coming[];
  /** Sessions for whose names there is no room. */
  more: number;
  told: Told;
  /** In hundredths of the screen's width. */
  height: number;
};

/** The band, in as many words as there is room for: titles are cut before one is left out. */
export function bandOf(day: SlotOfDay, grid: GridView, now: number, place: Place): Band {
  const title = nextTitle(day, now, place);
  const told = toldOf(day, grid, now, place);
  const width = ((WIDTH - GAP - widthOf(title) * TITLE) / LETTERS) * LIGHTER;
  const all = day.sessions.map(({ pitch, room }) => ({
    key: `${pitch.id} ${room.id}`,
    letter: room.letter,
    title: pitch.title,
  }));
  const { coming, more, lines } = named(all, width, LINES);
  const said = told.map(({ sentence }) => sentence).join(" · ");
  const saidLines = said === "" ? 0 : linesOf(said, WIDTH / LETTERS);
  const height = PADDING + Math.max(TITLE * 1.2, lines * LETTERS * LINE) + saidLines * LETTERS * LINE;
  return { title, coming, more, told, height };
}

function named(all: readonly Coming[], width: number, most: number) {
  for (let shown = all.length; shown > 0; shown--) {
    for (let letters = 90; letters >= SHORTEST; letters -= 1) {
      const coming = all.slice(0, shown).map((it) => ({ ...it, title: cut(it.title, letters) }));
      const lines = linesOf(coming.map((it) => `${it.letter}\u00a0${it.title}\u00a0· `).join(""), width);
      if (lines <= most) return { coming, more: all.length - shown, lines };
    }
  }
  return { coming: [], more: all.length, lines: 1 };
}

export function nextTitle({ slot }: SlotOfDay, now: number, place: Place): string {
  const at = timeAway(slot.startsAt, now, place);
  return slot.kind === "break" ? `${slot.title || words.breakName} · ${at}` : words.next(at);
}

/** Letters of what moved: two sentences of the usual length. */
const TOLD_LETTERS = 220;

/** What moved since the day was published and is still to come, as much of it as fits. */
function toldOf({ slot }: SlotOfDay, grid: GridView, now: number, place: Place): Told {
  const changes = changeSentences(grid, place, now, Date.parse(slot.startsAt));
  const told = asManyAsFit(changes, ({ sentence }) => sentence, TOLD_LETTERS);
  const more = changes.length - told.length;
  if (told.length === 0 || more === 0) return told;
  return [...told, { id: "more", sentence: count(more, words.more, place.locale) }];
}

export function Next({ band: { title, coming, more, told }, place }: { band: Band; place: Place }) {
  return (
    <>
      <p className={styles.next}>{worded(title)}</p>
      {coming.length > 0 ? (
        <ul className={styles.coming}>
          {coming.map(({ key, letter, title }) => (
            <li key={key}>
              <strong>{letter}</strong>
              {"\u00a0"}
              <Words>{title}</Words>
            </li>
          ))}
          {more > 0 ? <li>{count(more, words.more, place.locale)}</li> : null}
        </ul>
      ) : null}
      {told.length > 0 ? (
        <ul className={styles.changes} aria-live="polite">
          {told.map(({ id, sentence }) => (
            <li key={id}>{worded(sentence)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
