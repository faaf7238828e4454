/** Whatever is wrong with a row, its organiser hears what and how to mend it, in whole sentences. */
import { describe, expect, test } from "vitest";
import type { Problem } from "#domain/import/problem.ts";
import { readFile } from "#domain/import/read.ts";
import { ROWS_MAX } from "#domain/import/table.ts";
import { imports } from "#messages/en/import.ts";

const grid = (...rows: string[]) => `start,end,room,seats,title\n${rows.join("\n")}\n`;

/** One bad file for every problem a file alone can have. */
const FILES: Record<Exclude<Problem["code"], "cell_taken" | "pitch_unknown">, string> = {
  missing: "title,line\n,nothing\n",
  no_time: grid("soon,10:45,Loft,,A"),
  ends_first: grid("10:45,10:00,Loft,,A"),
  overlaps: grid("10:00,10:45,Loft,,A", "10:30,11:30,Hall,,B"),
  cell_twice: grid("10:00,10:45,Loft,,A", "10:00,10:45,Loft,,B"),
  kind_unknown: "title,kind\nA,karaoke\n",
  seats_unknown: grid("10:00,10:45,Loft,many,A"),
  rating_unknown: "person,pitch,rating\n1,2,9\n",
  tick_unknown: "person,pitch,tick\n1,2,perhaps\n",
  quote_open: 'title\n"A\n',
  header_unknown: "colour\nred\n",
  too_many_rows: `title\n${"A\n".repeat(ROWS_MAX + 1)}`,
};

describe("every problem of a file", () => {
  test.each(Object.entries(FILES))("%s", (code, text) => {
    const { problems } = readFile(text, { zone: "UTC", day: "2026-07-14", slots: [] });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [what, mend] = imports.problem(problems[0]!);
    for (const sentence of [what, mend]) {
      expect(sentence).toMatch(/[.]$/);
      expect(sentence).not.toMatch(/undefined|null|“”/);
    }
  });
});

test.each([
  [
    { code: "cell_taken", column: "room", value: "Loft", other: "Bins" },
    "“Loft” has “Bins” at that time already.",
  ],
  [{ code: "pitch_unknown", column: "pitch", value: "Bins", other: "" }, "There is no pitch called “Bins”."],
] as const)("a problem with what is there: %o", (problem, what) => {
  expect(imports.problem({ ...problem, line: 2 })[0]).toBe(what);
});
