import { z } from "zod";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import { DAYS_OF } from "#domain/import/moved-days.ts";
import type { Reading } from "#domain/import/reading.ts";
import { COLUMNS, COLUMNS_MAX, SHEET_KINDS } from "#domain/import/sheets.ts";

const ANSWERS_MAX = 200;
const KEY_MAX = 500;

const column = z.union([z.enum(COLUMNS), z.literal("")]);

/** These come back from the browser, so they are parsed like any input. */
export const choices = z.object({
  page: z.number().int().min(0).max(100),
  sheet: z.enum(SHEET_KINDS).nullable(),
  columns: z.record(z.string().regex(/^\d{1,2}$/), column),
  order: z.enum(["day", "month"]).nullable(),
  days: z.enum(DAYS_OF).nullable().default(null),
  same: z.array(z.string().max(KEY_MAX)).max(ANSWERS_MAX),
});

/**
 * The choices a form makes over those it was shown with. Unchanged ones are left open, so that they are worked out
 * anew: another page or another kind of sheet has other columns.
 */
export function chosen(form: FormData, before: Choices, shown: Reading): Choices {
  const page = z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .catch(before.page)
    .parse(form.get("page") ?? before.page);
  if (page !== before.page) return { ...NO_CHOICES, page, same: before.same };
  const said = z.enum(SHEET_KINDS).nullable().catch(null).parse(form.get("kind"));
  const sheet = said === shown.sheet ? before.sheet : said;
  const columns = sheet === before.sheet ? { ...before.columns } : {};
  for (const [at, { means }] of shown.columns.slice(0, COLUMNS_MAX).entries()) {
    const told = column.safeParse(form.get(`column.${at}`));
    if (told.success && told.data !== (means ?? "")) columns[at] = told.data;
  }
  const order = z.enum(["day", "month"]).nullable().catch(null).parse(form.get("order"));
  const days = z.enum(DAYS_OF).nullable().catch(null).parse(form.get("days"));
  return {
    page,
    sheet,
    columns,
    order: order === (shown.order?.order ?? null) ? before.order : order,
    days: days === (shown.moved?.as ?? null) ? before.days : days,
    same: form
      .getAll("same")
      .filter((id): id is string => typeof id === "string" && id.length <= KEY_MAX)
      .slice(0, ANSWERS_MAX),
  };
}
