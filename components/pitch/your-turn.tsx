import type { LineView, PlaceInLine } from "#domain/pitch/line.ts";
import { placeInLine } from "#domain/pitch/line.ts";
import { ordinal } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("yourTurn");

type YourTurnProps = { place: PlaceInLine | null; comeBack: Act };

/** Where whoever reads it stands in the line to pitch; at the front and next it is said louder. */
export function YourTurn({ place, comeBack }: YourTurnProps) {
  return (
    <div className={styles.yours} data-at={place?.at}>
      <output aria-live="polite">
        {place ? (
          <>
            <strong>{whereOf(place)}</strong> {place.at === "behind" ? words.standBy : words[HOW[place.at]]}
          </>
        ) : null}
      </output>
      {place?.at === "called" ? (
        <ActForm act={comeBack} name="here" pitchId={place.id} pendingWords={words.coming} primary>
          {words.here}
        </ActForm>
      ) : null}
    </div>
  );
}

const HOW = { front: "frontHow", next: "nextHow", called: "calledHow" } as const;

function whereOf(place: PlaceInLine): string {
  if (place.at !== "behind") return words[place.at];
  return words.waiting(ordinal(place.place, words.nth, readerLocale()));
}

/** Where somebody stands, as far as a page says it: one that says who waits how long itself is told of nothing but their turn. */
export function turnToSay(line: LineView, own: readonly string[], nearOnly: boolean): PlaceInLine | null {
  const place = placeInLine(line, own);
  return place?.at === "behind" && nearOnly ? null : place;
}
