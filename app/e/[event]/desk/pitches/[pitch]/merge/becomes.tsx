/** What merging two pitches would come to, and to whom, in words. */
import { placeOf } from "#components/event/place.ts";
import { Meta } from "#components/pitch/meta.tsx";
import styles from "#components/pitch/pitch.module.css";
import { worded } from "#components/ui/words.tsx";
import type { MergePreview } from "#db/pitch/mergeable.ts";
import { type Counted, countedTogether } from "#domain/audience.ts";
import type { Hands, Snapshot } from "#domain/live.ts";
import { united } from "#domain/pitch/merging.ts";
import type { PitchView } from "#domain/pitch.ts";
import { count, list } from "#messages/counts.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("pitchMerging");
const pitch = wordsOf("pitch");

type HalfProps = {
  title: string;
  pitch: PitchView;
  hands: Hands | null;
  /** What was counted of it by hand; none where counts are kept. */
  counted: Counted;
};

/** What was counted of a pitch by hand, as the desk knows it. */
export function countedOf({ draft }: Snapshot, { id }: PitchView): Counted {
  const { room, paper } = draft?.pitches[id] ?? {};
  return { ...(room !== undefined && { room }), ...(paper !== undefined && { paper }) };
}

/** "12 hands · 23 in the room · 6 on paper". */
function handsWords(hands: number | null, { room, paper }: Counted): string[] {
  return [
    ...(hands === null ? [] : [count(hands, words.hands, readerLocale())]),
    ...(room === undefined ? [] : [count(room, words.counted.room, readerLocale())]),
    ...(paper === undefined ? [] : [count(paper, words.counted.paper, readerLocale())]),
  ];
}

export function Half({ title, pitch: half, hands, counted }: HalfProps) {
  return (
    <section>
      <h2>{title}</h2>
      <h3>{worded(half.title)}</h3>
      {half.line ? <p>{worded(half.line)}</p> : null}
      <p className={styles.quiet}>
        <Meta pitch={half} />
        {handsWords(hands && (hands[half.id] ?? 0), counted).map((line) => ` · ${line}`)}
      </p>
    </section>
  );
}

/** In the order in which one would ask. */
export function whatHappens(
  snapshot: Snapshot,
  { people }: MergePreview,
  stays: PitchView,
  goes: PitchView,
): string[] {
  const whole = united(stays, [goes]);
  const stricter = whole.noteLevel !== stays.noteLevel || whole.noteLevel !== goes.noteLevel;
  return [
    words.texts(goes.title, stays.title),
    whole.hosts.length > 0 ? words.hosts(list(whole.hosts, readerLocale())) : words.noHosts,
    people ? words.people(people.all, people.both) : words.kept,
    words.later,
    ...becomesOfCounts(countedOf(snapshot, stays), countedOf(snapshot, goes)),
    ...movedCells(snapshot, stays, goes),
    ...(stricter ? [words.notes(pitch.choices.noteLevel[whole.noteLevel])] : []),
    words.undo,
  ];
}

/** What becomes of hands that were counted by hand: nothing where there are none. */
function becomesOfCounts(stays: Counted, goes: Counted): string[] {
  const { room, paper } = countedTogether([stays, goes]);
  return [
    ...(room === undefined ? [] : [words.counted.roomThen(room)]),
    ...(paper === undefined ? [] : [words.counted.paperThen(paper)]),
  ];
}

function movedCells(
  { event, draft, placements, grid }: Snapshot,
  stays: PitchView,
  goes: PitchView,
): string[] {
  const from = placements?.find(({ pitchId }) => pitchId === goes.id);
  if (!from) return [];
  const room = draft?.rooms.find(({ id }) => id === from.roomId)?.name ?? "";
  const slot = draft?.slots.find(({ id }) => id === from.slotId);
  const cell = [room, slot ? time(slot.startsAt, placeOf(event)) : ""].filter(Boolean).join(", ");
  const moved = placements?.some(({ pitchId }) => pitchId === stays.id)
    ? words.freesCell(goes.title, cell)
    : words.takesCell(cell);
  const published = grid?.placements.some(({ pitchId }) => pitchId === goes.id);
  return published ? [moved, words.published] : [moved];
}
