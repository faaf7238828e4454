/** A bench's answer: a table for people, and one last line for programs. */

/** Prints rows of cells under a title, aligned. */
export function printTable(title: string, rows: readonly (readonly (string | number)[])[]): void {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}\n`);
  for (const row of cells) {
    const line = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
    );
    console.log(`  ${line.join("   ")}`);
  }
  console.log();
}

/** With `--json` among the arguments: one last line. */
export function printJson(args: readonly string[], result: Record<string, string | number>): void {
  if (args.includes("--json")) console.log(JSON.stringify(result));
}

/** The number after a flag, or what it is without one. */
export function numberAfter(args: readonly string[], flag: string, otherwise: number): number {
  const at = args.indexOf(flag);
  const given = at < 0 ? otherwise : Number(args[at + 1]);
  if (!(given > 0)) throw new Error(`${flag} takes a number greater than 0`);
  return given;
}
