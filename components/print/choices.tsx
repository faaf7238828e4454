import { SelectField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { dateAt } from "#domain/time/date.ts";
import { wordsOf } from "#messages/words.ts";
import { PAPERS, type Paper } from "./fit.ts";
import styles from "./print.module.css";
import { PrintButton } from "./print-button.tsx";

const words = wordsOf("print");

export const WHAT = ["pack", "grid", "signs", "cards", "empty"] as const;

type ChoicesProps = {
  chosen: {
    what: (typeof WHAT)[number];
    paper: Paper;
    which: "published" | "draft";
    /** The first instant of the day. */
    day: string | null;
  };
  days: readonly { value: string; said: string }[];
  zone: string;
  /** Whether there is a published grid, so that the draft is another one. */
  published: boolean;
};

/** What is printed. A plain form: without a script it leads to the same address. */
export function Choices({ chosen, days, zone, published }: ChoicesProps) {
  const day = chosen.day ? dateAt(Date.parse(chosen.day), zone) : "";
  return (
    <div data-print="no">
      <p>{words.lede}</p>
      {/* A new key draws the fields anew where another address was opened. */}
      <search>
        <form className={styles.choices} key={JSON.stringify(chosen)}>
          <SelectField name="what" label={words.what} defaultValue={chosen.what}>
            {WHAT.map((what) => (
              <option key={what} value={what}>
                {words.choices[what]}
              </option>
            ))}
          </SelectField>
          {days.length > 1 ? (
            <SelectField name="day" label={words.day} defaultValue={day}>
              {days.map(({ value, said }) => (
                <option key={value} value={value}>
                  {said}
                </option>
              ))}
            </SelectField>
          ) : null}
          <SelectField name="paper" label={words.paper} defaultValue={chosen.paper}>
            {PAPERS.map((paper) => (
              <option key={paper} value={paper}>
                {words.papers[paper]}
              </option>
            ))}
          </SelectField>
          {published ? (
            <SelectField name="which" label={words.which} defaultValue={chosen.which}>
              {(["published", "draft"] as const).map((which) => (
                <option key={which} value={which}>
                  {words.whichOf[which]}
                </option>
              ))}
            </SelectField>
          ) : null}
          <Submit kind="quiet" pendingWords={words.show}>
            {words.show}
          </Submit>
          <PrintButton>{words.go}</PrintButton>
        </form>
      </search>
    </div>
  );
}
