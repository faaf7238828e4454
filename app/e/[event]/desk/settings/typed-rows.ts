/** The rows of a table in the settings as they are typed, before anything is judged. */
import { type FormState, typed } from "#app/respond.ts";
import { MOST } from "#domain/limits.ts";
import { oneLine } from "#domain/text.ts";

/** What each field of a row was sent with: several times where it is a list of boxes. */
export type TypedRow = Readonly<Record<string, readonly string[]>>;

/** @param noun the fields are named by: `room.0.name` */
export function typedRows(form: FormData, noun: string): TypedRow[] {
  const rows: Record<string, string[]>[] = [];
  for (const [name, value] of form.entries()) {
    const [, number, part = ""] = new RegExp(`^${noun}\\.(\\d{1,3})\\.(\\w+)$`).exec(name) ?? [];
    if (number === undefined) continue;
    const row = rows[Number(number)] ?? {};
    rows[Number(number)] = { ...row, [part]: [...(row[part] ?? []), String(value)] };
  }
  return Array.from(rows, (row) => row ?? {});
}

export const cellOf = (row: TypedRow, part: string): string => oneLine(row[part]?.[0] ?? "");

/** Whether a row is of nothing that exists and nothing was typed into it. @param parts that somebody types */
export const isBlank = (row: TypedRow, parts: readonly string[]): boolean =>
  ["id", ...parts].every((part) => cellOf(row, part) === "");

type Said = {
  /** The field that takes the focus. */
  at?: string;
  /** What was put into the table, which is not saved. */
  done?: string;
  errors?: FormState["errors"];
  /** What is left in the field for pasting. */
  sheet?: string;
};

/** The form again as it was sent, with other rows. Nothing is saved. */
export function withRows(
  form: FormData,
  noun: string,
  rows: readonly TypedRow[],
  { at = "", done, errors = {}, sheet }: Said,
): FormState {
  const others = Object.entries(typed(form)).filter(
    ([name]) => !name.startsWith(`${noun}.`) && !["step", "agreed", "tell"].includes(name),
  );
  const fields = rows.flatMap((row, index) =>
    Object.entries(row).map(([part, value]) => {
      return [`${noun}.${index}.${part}`, value.length === 1 ? value[0]! : [...value]] as const;
    }),
  );
  const values = {
    ...Object.fromEntries([...others, ...fields]),
    ...(sheet !== undefined && { sheet }),
    rows: String(rows.length),
    at,
  };
  return { values, errors, refusal: null, ...(done && { done }) };
}

/** What a form with these rows would be sent as, to be judged. */
export function formWith(form: FormData, noun: string, rows: readonly TypedRow[]): FormData {
  const made = new FormData();
  for (const [name, value] of form.entries()) if (!name.startsWith(`${noun}.`)) made.append(name, value);
  for (const [index, row] of rows.entries())
    for (const [part, values] of Object.entries(row))
      for (const value of values) made.append(`${noun}.${index}.${part}`, value);
  return made;
}

/** So many empty rows at the end of a table. */
export const blanks = (row: TypedRow, count: number): TypedRow[] => Array.from({ length: count }, () => row);

/** The rows with so many more that are empty, the first of which takes the focus. */
export function moreRows(
  form: FormData,
  noun: string,
  rows: readonly TypedRow[],
  blank: TypedRow,
  part: string,
): FormState {
  const free = Math.max(0, MOST.tableRows - rows.length);
  const all = [...rows, ...blanks(blank, Math.min(free, MOST.moreRows))];
  return withRows(form, noun, all, { at: `${noun}.${rows.length}.${part}` });
}
