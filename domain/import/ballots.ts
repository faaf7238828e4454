/** Ballots: `person, pitch, rating or tick`. Four or five of five, or any tick, is a raised hand. */
import type { Sheet } from "#domain/import/columns.ts";
import type { Column, Imported, ProblemCode } from "#domain/import/problem.ts";
import type { Row } from "#domain/import/table.ts";

/** The rating from which somebody would come. */
const WOULD_COME = 4;
const BEST = 5;

const YES = ["x", "✓", "✔", "yes", "y", "true", "1", "tick", "up", "i'd come"];
const NO = ["", "no", "n", "false", "0", "-"];

/** Reads the sheet. A hand raised twice is one hand; whoever rated anything is a person, hands or none. */
export function readBallots(
  sheet: Sheet,
  rows: readonly Row[],
): Pick<Imported, "people" | "hands" | "rated" | "problems"> {
  const people = new Set<string>();
  const hands = new Map<string, { row: number; person: string; pitch: string }>();
  const rated = new Map<string, number>();
  const problems: Imported["problems"] = [];
  for (const row of rows) {
    const [person, pitch] = [sheet.cell(row, "person"), sheet.cell(row, "pitch")];
    const wrong = misfit(sheet, row);
    if (wrong) {
      problems.push({ line: row.line, other: "", value: sheet.cell(row, wrong.column), ...wrong });
      continue;
    }
    people.add(person);
    if (!rated.has(pitch)) rated.set(pitch, row.line);
    const key = JSON.stringify([person, pitch]);
    if (isRaised(sheet, row) && !hands.has(key)) hands.set(key, { row: row.line, person, pitch });
  }
  return {
    people: [...people],
    hands: [...hands.values()],
    rated: [...rated].map(([pitch, row]) => ({ row, pitch })),
    problems,
  };
}

function misfit(sheet: Sheet, row: Row): { column: Column; code: ProblemCode } | null {
  for (const column of ["person", "pitch"] as const) {
    if (sheet.cell(row, column) === "") return { column, code: "missing" };
  }
  const rating = readRating(sheet.cell(row, "rating"));
  if (Number.isNaN(rating) || rating < 0 || rating > BEST)
    return { column: "rating", code: "rating_unknown" };
  const tick = sheet.cell(row, "tick").toLowerCase();
  return [...YES, ...NO].includes(tick) ? null : { column: "tick", code: "tick_unknown" };
}

function isRaised(sheet: Sheet, row: Row): boolean {
  return (
    readRating(sheet.cell(row, "rating")) >= WOULD_COME || YES.includes(sheet.cell(row, "tick").toLowerCase())
  );
}

function readRating(cell: string): number {
  return Number(cell.replace(",", "."));
}
