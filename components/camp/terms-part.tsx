"use client";

import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { Inside } from "#domain/registration/inside.ts";
import { ROUNDS } from "#domain/registration/reconfirmation.ts";
import type { Terms } from "#domain/terms.ts";
import { wordsOf } from "#messages/words.ts";
import { type Of, Part } from "./part.tsx";
import styles from "./rows.module.css";

const words = wordsOf("terms");
const { optional } = wordsOf("camp").fields;

const typed = (value: number | null) => String(value ?? "");

/** The legal number, and how many places may be given out against it; never without a reason. */
export function InsidePart({ begin, ...part }: Of<Inside>) {
  const { inside } = words;
  return (
    <Part id="inside" {...part}>
      {(fields) => (
        <>
          <div className={styles.pair}>
            <TextField
              label={inside.limit}
              optional={optional}
              hint={inside.limitHint}
              name="insideLimit"
              inputMode="numeric"
              defaultValue={fields.text("insideLimit", typed(begin.insideLimit))}
              error={fields.error("insideLimit")}
            />
            <TextField
              label={inside.overbook}
              optional={optional}
              hint={inside.overbookHint}
              name="overbookTo"
              inputMode="numeric"
              defaultValue={fields.text("overbookTo", typed(begin.overbookTo))}
              error={fields.error("overbookTo")}
            />
          </div>
          <TextField
            label={inside.reason}
            name="reason"
            maxLength={LONGEST.reason}
            defaultValue={fields.text("reason")}
            error={fields.error("reason")}
          />
        </>
      )}
    </Part>
  );
}

/** What becomes of places between getting one and the day. */
export function TermsPart({ begin, ...part }: Of<Terms>) {
  return (
    <Part id="terms" {...part}>
      {(fields) => (
        <>
          <TextField
            label={words.transferHours}
            optional={optional}
            hint={words.transferHoursHint}
            name="transferHours"
            inputMode="numeric"
            defaultValue={fields.text("transferHours", typed(begin.transferHours))}
            error={fields.error("transferHours")}
          />
          <Choice
            legend={words.rounds}
            name="rounds"
            many
            hint={words.roundsHint}
            options={ROUNDS.map((round) => ({ value: String(round), label: words.round(round) }))}
            chosen={ROUNDS.filter((round) =>
              fields.ticked("rounds", String(round), begin.rounds.includes(round)),
            ).map(String)}
          />
          <TextField
            label={words.backDays}
            optional={optional}
            hint={words.backDaysHint}
            name="backDays"
            inputMode="numeric"
            defaultValue={fields.text("backDays", typed(begin.backDays))}
            error={fields.error("backDays")}
          />
          <TextField
            label={words.passOn}
            optional={optional}
            hint={words.passOnHint}
            name="passOnMinutes"
            inputMode="numeric"
            defaultValue={fields.text("passOnMinutes", typed(begin.passOnMinutes))}
            error={fields.error("passOnMinutes")}
          />
        </>
      )}
    </Part>
  );
}
