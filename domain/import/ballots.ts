/** Ballots: `person, pitch, rating or tick`. Four or five of five, or any tick, is a raised hand. */

import type { Sheet } from "#domain/import/columns.ts";
import { placeholderAddress } from "#domain/import/person.ts";
import type { Ballot, Imported, Problem, ProblemCode } from "#domain/import/problem.ts";
import type { Column } from "#domain/import/sheets.ts";
import type { Row } from "#domain/import/table.ts";
import { LONGEST } from "#domain/limits.ts";

const WOULD_COME = 4;
const BEST = 5;

const YES = ["x", "✓", "✔", "yes", "y", "true", "1", "tick", "up", "i'd come"];
const NO = ["", "no", "n", "false", "0", "-"];

/** Reads the sheet. Whoever rated anything is a person, hands or none; a bad row is a problem and left out. */
export function readBallots(sheet: Sheet, rows: Iterable<Row>): Pick<Imported, "ballots" | "problems"> {
  const ballots: Ballot[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const wrong = misfit(sheet, row);
    if (wrong) problems.push({ row: row.number, other: "", value: sheet.cell(row, wrong.column), ...wrong });
    else {
      const [person, pitch] = [sheet.cell(row, "person"), sheet.cell(row, "pitch")];
      ballots.push({ row: row.number, person, pitch, up: isRaised(sheet, row) });
    }
  }
  return { ballots, problems };
}

type Wrong = { column: Column; code: ProblemCode; other?: string };

function misfit(sheet: Sheet, row: Row): Wrong | null {
  for (const column of ["person", "pitch"] as const) {
    if (sheet.cell(row, column) === "") return { column, code: "missing" };
  }
  if (isLong(sheet.cell(row, "person")))
    return { column: "person", code: "person_long", other: String(LONGEST.personName) };
  const rating = readRating(sheet.cell(row, "rating"));
  if (Number.isNaN(rating) || rating < 0 || rating > BEST)
    return { column: "rating", code: "rating_unknown" };
  const tick = sheet.cell(row, "tick").toLowerCase();
  return [...YES, ...NO].includes(tick) ? null : { column: "tick", code: "tick_unknown" };
}

/** Also a name whose address, which spells out every letter that is not Latin, would be none. */
function isLong(person: string): boolean {
  return person.length > LONGEST.personName || placeholderAddress(person).length > LONGEST.email;
}

function isRaised(sheet: Sheet, row: Row): boolean {
  return (
    readRating(sheet.cell(row, "rating")) >= WOULD_COME || YES.includes(sheet.cell(row, "tick").toLowerCase())
  );
}

function readRating(cell: string): number {
  return Number(cell.replace(",", "."));
}
