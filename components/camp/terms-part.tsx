"use client";

import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { ROUNDS } from "#domain/registration/reconfirmation.ts";
import type { Terms } from "#domain/terms.ts";
import { wordsOf } from "#messages/words.ts";
import { type Of, Part } from "./part.tsx";

const words = wordsOf("terms");
const { optional } = wordsOf("camp").fields;

const typed = (value: number | null) => String(value ?? "");

/** What becomes of places between getting one and the day. */
export function TermsPart({ begin, ...part }: Of<Terms>) {
  return (
    <Part id="terms" title={words.title} {...part}>
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
        </>
      )}
    </Part>
  );
}
