import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import type { StillComing } from "#domain/registration/reconfirmation.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";

const words = wordsOf("status");

/** Says beforehand that they will be asked, where silence has a consequence. @param by until when, ISO 8601 */
export function AskedLater({ by, zone }: { by: string; zone: string }) {
  const here = { locale: readerLocale(), zone };
  return (
    <p className={styles.part}>
      <Figures>{words.coming.later(`${time(by, here)}, ${weekday(by, here)}`)}</Figures>
    </p>
  );
}

type ComingProps = {
  coming: StillComing;
  zone: string;
  token: string;
  sayYes: Action;
  sayUnsure: Action;
  /** Gives the place back. */
  sayNo: Action;
};

/** Asks whether they still come, a button for each answer; and what they said, to be changed. */
export function Coming({
  coming: { answer, goesBackAt },
  zone,
  token,
  sayYes,
  sayUnsure,
  sayNo,
}: ComingProps) {
  const { coming } = words;
  const here = { locale: readerLocale(), zone };
  const by = answer === null && goesBackAt;
  const { title, what } = answer ? coming.said[answer] : coming;
  return (
    <div className={styles.coming}>
      <Card {...(answer ? {} : { tone: "wait" as const })}>
        <h2>{title}</h2>
        <p>
          {what}{" "}
          {by ? (
            <Figures>{coming.by(`${time(goesBackAt, here)}, ${weekday(goesBackAt, here)}`)}</Figures>
          ) : null}
        </p>
        <div className={styles.acts}>
          {answer === "yes" ? null : (
            <Act action={sayYes} token={token} wide>
              {coming.yes}
            </Act>
          )}
          {answer === "unsure" ? null : (
            <Act action={sayUnsure} token={token} kind="quiet" wide>
              {coming.unsure}
            </Act>
          )}
          <Act action={sayNo} token={token} kind="quiet" wide>
            {coming.no}
          </Act>
        </div>
      </Card>
    </div>
  );
}
