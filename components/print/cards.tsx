import { worded } from "#components/ui/words.tsx";
import type { PitchView } from "#domain/pitch.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./cards.module.css";
import type { PrintedDay } from "./day.ts";
import type { Paper } from "./fit.ts";
import { Sheet } from "./sheet.tsx";

const words = wordsOf("print");
const pitchWords = wordsOf("pitch");

/** A card is as large as a postcard on either paper. */
const ON_A_SHEET: Record<Paper, number> = { a4: 4, a3: 8 };

/** Pitches to cut apart and stick on a board. */
export function PitchCards({ day }: { day: Pick<PrintedDay, "camp" | "day" | "paper" | "pitches"> }) {
  const pitches = [...day.pitches.values()];
  const most = ON_A_SHEET[day.paper];
  const sheets = Math.ceil(pitches.length / most);
  return Array.from({ length: sheets }, (_, n) => {
    const some = pitches.slice(n * most, (n + 1) * most);
    return (
      <Sheet
        key={some[0]!.id}
        day={day}
        title={sheets > 1 ? words.part(words.cards, n + 1, sheets) : words.cards}
      >
        <ul className={styles.cards} data-paper={day.paper}>
          {some.map((pitch) => (
            <Card key={pitch.id} pitch={pitch} />
          ))}
        </ul>
      </Sheet>
    );
  });
}

function Card({ pitch }: { pitch: PitchView }) {
  const { choices } = pitchWords;
  const notes = pitch.noteLevel === "open" ? null : choices.noteLevel[pitch.noteLevel];
  const needs = pitch.needs.map((need) => choices.needs[need]);
  const foot = [needs.length > 0 ? words.needs(list(needs, readerLocale())) : null, notes].filter(Boolean);
  // Of a pitch that is not listed nobody reads who brings it.
  const by =
    pitch.hosts.length > 0
      ? pitchWords.by(list(pitch.hosts, readerLocale()))
      : pitch.noteLevel === "unlisted"
        ? ""
        : pitchWords.noHost;
  return (
    <li>
      <p>{choices.kind[pitch.kind]}</p>
      <h3 data-long={pitch.title.length > 72 ? "longest" : pitch.title.length > 44 ? "long" : undefined}>
        {worded(pitch.title)}
      </h3>
      <p data-long={by.length > 120}>{worded(by)}</p>
      {foot.length > 0 ? <p className={styles.needs}>{foot.join(" · ")}</p> : null}
    </li>
  );
}
