import type { ComponentProps, ReactNode } from "react";
import type { Filled } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Check } from "#components/ui/check.tsx";
import { SelectField, TextArea, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST, MOST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./table.module.css";

const words = wordsOf("settingsTable");
const common = wordsOf("common");

/** How many rows its form has to show: as many as it was sent with, else those it begins with. */
export const rowsIn = (fields: Filled, begin: readonly unknown[]) =>
  Math.min(Number(fields.text("rows")) || begin.length, MOST.tableRows);

type EditTableProps = {
  fields: Filled;
  caption: string;
  heads: readonly { id: string; label: string }[];
  count: number;
  children: ReactNode;
};

/** Before all other buttons of a form: Enter saves, wherever it is pressed. */
export function EnterSaves({ fields }: { fields: Filled }) {
  if (fields.asked) return null;
  return <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />;
}

/** A table that is saved as a whole. */
export function EditTable({ fields, caption, heads, count, children }: EditTableProps) {
  return (
    <>
      <input type="hidden" name="rows" value={count} />
      {fields.done ? (
        <Banner tone="wait" role="status" title={fields.done}>
          <p>{words.unsaved}</p>
        </Banner>
      ) : null}
      <div className={styles.frame}>
        <table className={styles.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {heads.map(({ id, label }) => (
                <th key={id} scope="col" data-of={id}>
                  {label}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{words.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      <div className={styles.more}>
        <Submit kind="quiet" name="step" value="more" pendingWords={common.sending}>
          {words.more(MOST.moreRows)}
        </Submit>
      </div>
    </>
  );
}

type OfRow = { fields: Filled; name: string; of: string; label: string };

const Named = ({ of, label }: { of: string; label: string }) => (
  <>
    <span className="visually-hidden">{of}: </span>
    {label}
  </>
);

type TextCellProps = OfRow & { otherwise: string } & Omit<
    ComponentProps<typeof TextField>,
    "label" | "name" | "error"
  >;

/** What can be typed into a row. It takes the focus where an act has just made it. */
export function TextCell({ fields, name, of, label, otherwise, ...input }: TextCellProps) {
  return (
    <td className={styles.cell} data-of={name.split(".").at(-1)}>
      <TextField
        {...input}
        label={<Named of={of} label={label} />}
        name={name}
        autoComplete="off"
        autoFocus={fields.text("at") === name}
        defaultValue={fields.text(name, otherwise)}
        error={fields.error(name)}
      />
    </td>
  );
}

/** A choice in a row. @param children its options */
export function SelectCell({
  fields,
  name,
  of,
  label,
  otherwise,
  children,
}: OfRow & { otherwise: string; children: ReactNode }) {
  return (
    <td className={styles.cell} data-of={name.split(".").at(-1)}>
      <SelectField
        label={<Named of={of} label={label} />}
        name={name}
        defaultValue={fields.text(name, otherwise)}
      >
        {children}
      </SelectField>
    </td>
  );
}

/** @param value that it is sent with, where several boxes have one name */
export function TickCell({
  fields,
  name,
  of,
  label,
  value = "yes",
  otherwise,
}: OfRow & { value?: string; otherwise: boolean | undefined }) {
  return (
    <td className={styles.tick}>
      <Check
        id={value === "yes" ? name : `${name}.${value}`}
        name={name}
        value={value}
        label={<Named of={of} label={label} />}
        defaultChecked={fields.ticked(name, value, otherwise)}
      />
    </td>
  );
}

/** Takes a row away once the table is saved, and until then back again; or puts one like it below. */
export function ActsCell({
  fields,
  row,
  of,
  remove,
}: {
  fields: Filled;
  row: string;
  of: string;
  remove: string;
}) {
  return (
    <td className={styles.acts}>
      <div className={styles.both}>
        <Check
          name={`${row}.remove`}
          value="yes"
          label={
            <>
              {remove}
              <span className="visually-hidden"> {of}</span>
            </>
          }
          defaultChecked={fields.ticked(`${row}.remove`, "yes")}
        />
        <Button kind="quiet" type="submit" name="step" value={`copy.${row.split(".").at(-1)}`}>
          {words.copy}
          <span className="visually-hidden"> {of}</span>
        </Button>
      </div>
    </td>
  );
}

/** @param text of the table as it is saved @param hint which columns it takes */
export function PasteAndText({ fields, text, hint }: { fields: Filled; text: string; hint: string }) {
  const error = fields.error("sheet");
  return (
    <>
      <details className={styles.tool} open={error !== undefined || fields.text("sheet") !== ""}>
        <summary>{words.paste.title}</summary>
        <TextArea
          label={words.paste.label}
          hint={hint}
          name="sheet"
          rows={6}
          maxLength={LONGEST.pastedTable}
          spellCheck={false}
          defaultValue={fields.text("sheet")}
          error={error}
        />
        <Submit kind="quiet" name="step" value="paste" pendingWords={common.sending}>
          {words.paste.submit}
        </Submit>
      </details>
      {text === "" ? null : (
        <details className={styles.tool}>
          <summary>{words.asText.title}</summary>
          <div className={styles.text}>
            <label htmlFor="table-text">{words.asText.label}</label>
            <p>{words.asText.hint}</p>
            <textarea id="table-text" rows={8} readOnly value={text} spellCheck={false} />
          </div>
        </details>
      )}
    </>
  );
}

type CopyDayProps = { fields: Filled; days: readonly { date: string; label: string }[] };

/** Copies the rows of a day to another; nothing where a camp has one day. */
export function CopyDay({ fields, days }: CopyDayProps) {
  const error = fields.error("toDay");
  if (days.length < 2) return null;
  const options = days.map(({ date, label }) => (
    <option key={date} value={date}>
      {label}
    </option>
  ));
  return (
    <details className={styles.tool} open={error !== undefined}>
      <summary>{words.days.title}</summary>
      <div className={styles.pair}>
        <SelectField
          label={words.days.from}
          name="fromDay"
          defaultValue={fields.text("fromDay", days[0]!.date)}
        >
          {options}
        </SelectField>
        <SelectField
          label={words.days.to}
          hint={words.days.hint}
          name="toDay"
          defaultValue={fields.text("toDay", days[1]!.date)}
          error={error}
        >
          {options}
        </SelectField>
      </div>
      <Submit kind="quiet" name="step" value="days" pendingWords={common.sending}>
        {words.days.submit}
      </Submit>
    </details>
  );
}
