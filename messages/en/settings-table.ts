/** Words of the tables in which rooms and the rows of the days are edited, copied and pasted. */
import { LONGEST } from "#domain/limits.ts";
import { count, number } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");
const upTo = `up to ${number(LONGEST.pastedTable, "en-GB")} characters`;

export const settingsTable = {
  more: (n: number) => `Add ${n} more`,
  copy: "Copy",
  acts: "Take away or copy",
  paste: {
    title: "Paste from a spreadsheet",
    label: "Rows of a spreadsheet",
    rooms:
      "One room in each line: name, seats, what it has, how to get there. Or with a head that says which column is which. A room that is in the table already is changed, the others are added.",
    slots:
      "One row in each line: date, from, until, and the name of a break. Or with a head that says which column is which. A row that begins when one in the table does changes that one, the others are added.",
    submit: "Put them into the table",
    empty: "Paste some rows first",
    long: `That is too much for one table: ${upTo}`,
    unreadable: (line: number) =>
      `That cannot be read as a table from line ${line} on. Copy the cells of a spreadsheet, or lines with commas between the cells`,
    unknown: (line: number, what: string) => `Line ${line}: nobody knows what “${what}” is`,
    known: (names: string) => `A room can have: ${names}`,
    untimed: (lines: string) => `No date or time that can be read, like 10:00 and 10:45, in line ${lines}`,
  },
  asText: {
    title: "Copy the table as text",
    label: "The table as it is saved",
    hint: "Copy all of it into a spreadsheet, or into the settings of another camp.",
  },
  days: {
    title: "Copy a day’s rows to another day",
    from: "Rows of",
    to: "To",
    submit: "Copy them into the table",
    hint: "A row goes with the date on which it begins, also just after midnight. Where that day has a row at the same time already, that one stays.",
    same: "Choose another day than the one they are copied from",
    none: "There is nothing to copy: that day has no rows, or the other has them all",
  },
  put: (added: number, changed: number) =>
    [
      many(added, "# row is added in the table", "# rows are added in the table"),
      ...(changed > 0 ? [many(changed, "# is changed", "# are changed")] : []),
    ].join(", "),
  unsaved: "Nothing is saved yet. Look through them, and save.",
  /** What one save did to a table. */
  saved: (what: "rooms" | "slots", [added, changed, removed]: readonly [number, number, number]) => {
    const [one, other] = what === "rooms" ? ["room", "rooms"] : ["row", "rows"];
    const parts = [
      ...(added > 0 ? [`added ${many(added, `# ${one}`, `# ${other}`)}`] : []),
      ...(changed > 0 ? [`changed ${many(changed, `# ${one}`, `# ${other}`)}`] : []),
      ...(removed > 0 ? [`took ${many(removed, `# ${one}`, `# ${other}`)} away`] : []),
    ];
    const said = parts.join(", ");
    return said === "" ? "Nothing had changed." : `${said[0]!.toUpperCase()}${said.slice(1)}.`;
  },
};
