"use client";

import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { TALLY_RULES, type TallyRule } from "#domain/event.ts";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import { type DayRow, DayRows } from "./days.tsx";
import { DetailsFields, type DetailsView } from "./details.tsx";
import { type Of, Part } from "./part.tsx";
import { type QuestionRow, QuestionRows } from "./questions.tsx";
import { type RoomRow, RoomRows } from "./rooms.tsx";
import styles from "./rows.module.css";
import { type SlotRow, SlotRows } from "./slots.tsx";
import { CopyDay, EnterSaves, PasteAndText } from "./table.tsx";

const camp = wordsOf("camp");

const table = wordsOf("settingsTable");
const words = camp.settings;

export function DetailsPart({ begin, ...part }: Of<DetailsView>) {
  return (
    <Part id="details" {...part}>
      {(fields) => (
        <>
          <DetailsFields fields={fields} begin={begin} />
          <p className={styles.hint}>{words.moved}</p>
        </>
      )}
    </Part>
  );
}

export function DaysPart({ begin, ...part }: Of<readonly DayRow[]>) {
  return (
    <Part id="days" {...part}>
      {(fields) => (
        <>
          <p className={styles.hint}>{camp.days.hint}</p>
          <DayRows fields={fields} rows={begin} />
        </>
      )}
    </Part>
  );
}

export type PlacesView = {
  capacity: string;
  lineLimit: string;
  holdHours: string;
  offerHours: string;
  offersOn: boolean;
  /** Whether places come in releases. */
  releases: boolean;
};

export function PlacesPart({ begin, ...part }: Of<PlacesView>) {
  return (
    <Part id="places" {...part}>
      {(fields) => (
        <>
          <div className={styles.pair}>
            <TextField
              label={camp.fields.capacity}
              hint={begin.releases ? words.raisedWithReleases : words.raised}
              name="capacity"
              inputMode="numeric"
              defaultValue={fields.text("capacity", begin.capacity)}
              error={fields.error("capacity")}
            />
            <TextField
              label={words.lineLimit}
              optional={camp.fields.optional}
              hint={words.lineLimitHint}
              name="lineLimit"
              inputMode="numeric"
              defaultValue={fields.text("lineLimit", begin.lineLimit)}
              error={fields.error("lineLimit")}
            />
          </div>
          <TextField
            label={words.holdHours}
            hint={words.holdHoursHint}
            name="holdHours"
            inputMode="numeric"
            defaultValue={fields.text("holdHours", begin.holdHours)}
            error={fields.error("holdHours")}
          />
          <TextField
            label={words.offerHours}
            hint={words.offerHoursHint}
            name="offerHours"
            inputMode="numeric"
            defaultValue={fields.text("offerHours", begin.offerHours)}
            error={fields.error("offerHours")}
          />
          <Check
            name="offersOn"
            value="yes"
            label={words.offersOn}
            hint={words.offersHint}
            defaultChecked={fields.ticked("offersOn", "yes", begin.offersOn)}
          />
        </>
      )}
    </Part>
  );
}

export function HandsPart({ begin, ...part }: Of<{ dots: string; tally: TallyRule }>) {
  return (
    <Part id="hands" {...part}>
      {(fields) => (
        <>
          <TextField
            label={words.dots}
            optional={camp.fields.optional}
            hint={words.dotsHint}
            name="dots"
            inputMode="numeric"
            defaultValue={fields.text("dots", begin.dots)}
            error={fields.error("dots")}
          />
          <Choice
            legend={words.tally}
            name="tally"
            options={TALLY_RULES.map((value) => ({ value, label: words.tallies[value] }))}
            chosen={[fields.text("tally", begin.tally)]}
          />
        </>
      )}
    </Part>
  );
}

type LanguageView = {
  locale: string;
  /** Those of this installation, each by the name its readers give it. */
  languages: readonly { locale: string; name: string }[];
};

export function LanguagePart({ begin, ...part }: Of<LanguageView>) {
  return (
    <Part id="language" {...part}>
      {(fields) => (
        <Choice
          legend={words.language}
          name="locale"
          hint={words.languageHint}
          options={begin.languages.map(({ locale, name }) => ({ value: locale, label: name }))}
          chosen={[fields.text("locale", begin.locale)]}
        />
      )}
    </Part>
  );
}

export function MailPart({ begin, ...part }: Of<{ replyTo: string }>) {
  return (
    <Part id="mail" {...part}>
      {(fields) => (
        <TextField
          label={words.replyTo}
          optional={camp.fields.optional}
          hint={words.replyToHint}
          name="replyTo"
          type="email"
          autoComplete="off"
          spellCheck={false}
          defaultValue={fields.text("replyTo", begin.replyTo)}
          error={fields.error("replyTo")}
        />
      )}
    </Part>
  );
}

/** The rows, and the text that spreadsheets take of what is saved. */
type TableView<Row> = { rows: readonly Row[]; text: string };

export function RoomsPart({ begin, ...part }: Of<TableView<RoomRow>>) {
  return (
    <Part id="rooms" {...part}>
      {(fields) => (
        <>
          <EnterSaves fields={fields} />
          <p className={styles.hint}>{camp.rooms.removeHint}</p>
          <PasteAndText fields={fields} text={begin.text} hint={table.paste.rooms} />
          <RoomRows fields={fields} rows={begin.rows} />
        </>
      )}
    </Part>
  );
}

type SlotsView = TableView<SlotRow> & { days: readonly { date: string; label: string }[] };

export function SlotsPart({ begin, ...part }: Of<SlotsView>) {
  return (
    <Part id="slots" {...part}>
      {(fields) => (
        <>
          <EnterSaves fields={fields} />
          <p className={styles.hint}>{camp.slots.removeHint}</p>
          <PasteAndText fields={fields} text={begin.text} hint={table.paste.slots} />
          <CopyDay fields={fields} days={begin.days} />
          <SlotRows fields={fields} rows={begin.rows} />
        </>
      )}
    </Part>
  );
}

export function QuestionsPart({ begin, ...part }: Of<readonly QuestionRow[]>) {
  return (
    <Part id="questions" {...part}>
      {(fields) => (
        <>
          <p className={styles.hint}>{camp.questions.hint}</p>
          <QuestionRows fields={fields} rows={begin} />
        </>
      )}
    </Part>
  );
}

export function PrivacyPart({ begin, ...part }: Of<{ keepDays: string }>) {
  return (
    <Part id="privacy" {...part}>
      {(fields) => (
        <TextField
          label={camp.privacy.keepDays}
          hint={camp.privacy.keepDaysHint}
          name="keepDays"
          inputMode="numeric"
          defaultValue={fields.text("keepDays", begin.keepDays)}
          error={fields.error("keepDays")}
        />
      )}
    </Part>
  );
}

export function SectorsPart({ begin, ...part }: Of<readonly { id: string; name: string }[]>) {
  return (
    <Part id="sectors" {...part}>
      {(fields) => (
        <>
          <p className={styles.hint}>{camp.sectors.hint}</p>
          <div className={styles.pair}>
            {begin.map(({ id, name }, index) => (
              <div key={id || index}>
                <input type="hidden" name={`sector.${index}.id`} value={id} />
                <TextField
                  label={id ? camp.sectors.name(index + 1) : camp.sectors.fresh}
                  name={`sector.${index}.name`}
                  maxLength={LONGEST.sectorName}
                  defaultValue={fields.text(`sector.${index}.name`, name)}
                  error={fields.error(`sector.${index}.name`)}
                />
              </div>
            ))}
          </div>
        </>
      )}
    </Part>
  );
}
