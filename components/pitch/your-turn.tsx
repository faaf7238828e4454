import type { LineView, PlaceInLine } from "#domain/pitch/line.ts";
import { placeInLine } from "#domain/pitch/line.ts";
import { ordinal } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import { Answer, Answers } from "./answers.tsx";
import styles from "./your-turn.module.css";

const words = wordsOf("yourTurn");

type YourTurnProps = {
  place: PlaceInLine | null;
  /** Somebody else reads it out. */
  read: boolean;
  comeBack: Act;
};

/** Where whoever reads it stands in the line to pitch; at the front and next it is said louder. */
export function YourTurn({ place, read, comeBack }: YourTurnProps) {
  return (
    <Answers>
      <div className={styles.yours} data-at={place?.at}>
        <output aria-live="polite">
          {place ? (
            <>
              <strong>{whereOf(place, read)}</strong> {howOf(place, read)}
            </>
          ) : null}
        </output>
        {place?.at === "called" ? (
          <ActForm
            act={comeBack}
            name="here"
            pitchId={place.id}
            pendingWords={words.coming}
            done={words.back}
            at="turn"
            primary
          >
            {words.here}
          </ActForm>
        ) : null}
        {place?.at === "called" ? null : <Answer at="turn" />}
      </div>
    </Answers>
  );
}

const HOW = { front: "frontHow", next: "nextHow", called: "calledHow" } as const;

const READ = { front: "frontRead", next: "nextRead", called: "called" } as const;

function howOf({ at }: PlaceInLine, read: boolean): string {
  if (at === "behind") return words.standBy;
  return read && at !== "called" ? words.readHow : words[HOW[at]];
}

function whereOf(place: PlaceInLine, read: boolean): string {
  if (place.at !== "behind") return words[read ? READ[place.at] : place.at];
  return words.waiting(ordinal(place.place, words.nth, readerLocale()));
}

/** Where somebody stands, as far as a page says it: one that says who waits how long itself is told of nothing but their turn. */
export function turnToSay(line: LineView, own: readonly string[], nearOnly: boolean): PlaceInLine | null {
  const place = placeInLine(line, own);
  return place?.at === "behind" && nearOnly ? null : place;
}
