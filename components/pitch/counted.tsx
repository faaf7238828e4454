import { byWords, rangeWords } from "#components/audience/words.ts";
import type { Column } from "#components/ui/table.tsx";
import type { Counted, Expectation } from "#domain/audience.ts";
import { cardsOf, expectedAt } from "#domain/card.ts";
import { permits } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import type { PitchView } from "#domain/pitch.ts";
import { countsKept } from "#domain/voting.ts";
import { wordsOf } from "#messages/words.ts";
import { CountField, type TypeCount } from "./count-field.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("pitchDesk");

/** Those before the hands on phones, at the thumb of whoever counts, and those after. */
export type CountedColumns = Record<"typed" | "expected", Column<PitchView>[]>;

/**
 * What the crew counted by hand of each pitch, and how many that makes one expect. None where the desk knows no draft.
 * @param action null for somebody who only looks
 */
export function countedColumns(live: Snapshot, action: TypeCount | null): CountedColumns {
  const { draft, event } = live;
  if (!draft) return { typed: [], expected: [] };
  const hidden = countsKept(event);
  const may = permits(event.phase, "count") ? action : null;
  const cards = cardsOf(live, draft);
  const expected = expectedAt(cards, { ...draft, placements: live.placements ?? [] }, live.heads).sessions;
  const paper = new Map(cards.map((card) => [card.pitch.id, card.paper]));
  const counted = (what: keyof Counted): Column<PitchView> => ({
    id: what,
    label: words.columns[what],
    figures: true,
    end: true,
    cell: (pitch) => {
      const known = draft.pitches[pitch.id]?.[what] ?? null;
      if (!may) return hidden ? words.kept : known;
      return <CountField {...{ what, pitch, known, hidden }} crowd={draft.crowd} action={may} />;
    },
  });
  const range: Column<PitchView> = {
    id: "expected",
    label: words.columns.expected,
    figures: true,
    end: true,
    cell: ({ id }) => (
      <Expected expectation={expected.get(id)!} paper={paper.get(id) ?? 0} counted={live.hands !== null} />
    ),
  };
  return { typed: [counted("room"), counted("paper")], expected: [range] };
}

type ExpectedProps = { expectation: Expectation; paper: number; counted: boolean };

/** The range, and what it goes by. */
function Expected({ expectation, paper, counted }: ExpectedProps) {
  if (!counted && expectation.basis !== "organiser") return words.kept;
  return (
    <>
      {rangeWords(expectation)}
      <span className={styles.by}>{byWords(expectation, { paper })}</span>
    </>
  );
}
