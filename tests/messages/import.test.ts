/** Whatever is wrong with a row, its organiser hears what and how to mend it, in whole sentences. */

import { describe, expect, test } from "vitest";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import type { NoteCode, Problem } from "#domain/import/problem.ts";
import { readFile } from "#domain/import/read.ts";
import { ROWS_MAX } from "#domain/import/sheets.ts";
import { imports } from "#messages/en/import.ts";

const grid = (...rows: string[]) => `start,end,room,seats,title\n${rows.join("\n")}\n`;

/** What a file alone cannot have wrong: it takes a camp, or is told before there is a text. */
type NotOfAText =
  | "cell_taken"
  | "pitch_unknown"
  | "pitches_many"
  | "places_many"
  | "rooms_many"
  | "text_big"
  | "unreadable";

/** One bad file for every problem a file alone can have. */
const FILES: Record<Exclude<Problem["code"], NotOfAText>, string> = {
  missing: "title,line\n,nothing\n",
  no_time: grid("soon,10:45,Loft,,A"),
  no_day: grid("31/06/2026 10:00,10:45,Loft,,A"),
  clocks_skip: grid("2026-03-29T01:30,2026-03-29T02:00,Loft,,A"),
  ends_first: grid("10:45,10:00,Loft,,A"),
  too_long: grid("2026-07-14T10:00,2026-07-16T10:00,Loft,,A"),
  overlaps: grid("10:00,10:45,Loft,,A", "10:00,10:45,Den,,A", "10:30,11:30,Hall,,B"),
  cell_twice: grid("10:00,10:45,Loft,,A", "10:00,10:45,Loft,,B"),
  room_long: grid(`10:00,10:45,${"x".repeat(61)},,A`),
  slots_many: grid(...Array.from({ length: 201 }, (_, n) => `${clock(n)},${clock(n + 1)},Loft,,S${n}`)),
  days_many: grid(
    ...Array.from({ length: 31 }, (_, n) => `${dayAfter(n)}T10:00,${dayAfter(n)}T11:00,Loft,,D${n}`),
  ),
  kind_unknown: "title,kind\nA,karaoke\n",
  seats_unknown: grid("10:00,10:45,Loft,many,A"),
  seats_range: grid("10:00,10:45,Loft,40000,A"),
  person_long: `person,pitch,tick\n${"x".repeat(81)},2,x\n`,
  rating_unknown: "person,pitch,rating\n1,2,9\n",
  tick_unknown: "person,pitch,tick\n1,2,perhaps\n",
  day_beyond: "date,start,end,room,title\n2025-05-01,10:00,11:00,A,B\n2025-05-02,10:00,11:00,A,C\n",
  quote_open: 'title\n"A\n',
  header_unknown: "colour\nred\n",
  column_missing: "when\n10:00\n",
  people_list: "name,email\nAma,a@b.example\n",
  too_many_rows: `title\n${"A\n".repeat(ROWS_MAX + 1)}`,
};

function dayAfter(days: number): string {
  return new Date(Date.UTC(2026, 6, 14 + days)).toISOString().slice(0, 10);
}

function clock(quarter: number): string {
  const minutes = quarter * 5;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

describe("every problem of a file", () => {
  test.each(Object.entries(FILES))("%s", (code, text) => {
    const choices: Choices = code === "column_missing" ? { ...NO_CHOICES, sheet: "grid" } : NO_CHOICES;
    const camp = { zone: "Europe/London", day: "2026-07-14", slots: [] };
    const days = code === "day_beyond" ? [camp.day] : [];
    const { problems } = readFile(text, { ...camp, ...(days.length > 0 && { days }) }, choices);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [what, mend] = imports.problem(problems[0]!);
    for (const sentence of [what, mend]) expectWhole(sentence);
  });

  const remark = { row: 2, column: "pitch", value: "Bins", other: "200" } as const;
  const others: NotOfAText[] = [
    "cell_taken",
    "pitch_unknown",

    "pitches_many",
    "places_many",
    "rooms_many",
    "text_big",
    "unreadable",
  ];
  test.each(others)("%s", (code) => {
    for (const sentence of imports.problem({ ...remark, code })) expectWhole(sentence);
  });
});

function expectWhole(sentence: string) {
  expect(sentence).toMatch(/[.]$/);
  expect(sentence).not.toMatch(/undefined|null|NaN|“”/);
}

test.each<NoteCode>([
  "title_long",
  "title_twice",
  "line_long",
  "host_long",
  "hosts_many",
  "break_long",
  "already_there",
  "goes_on",
  "runs_on",
  "within_slot",
  "moved_slot",
  "past_midnight",
  "clocks_repeat",
])("what happens to a row that is taken: %s", (code) => {
  expectWhole(imports.note({ row: 2, column: "title", code, value: "A", other: "4" }));
});

test("the rows are summed up in one sentence, without what there is none of", () => {
  expect(imports.rows({ all: 43, brought: 33, there: 0, silent: 0, left: 10 })).toBe(
    "Of 43 rows: 33 are brought, 10 are left out.",
  );
  expect(imports.rows({ all: 1, brought: 0, there: 1, silent: 0, left: 0 })).toBe(
    "Of 1 row: 1 is here already.",
  );
});

test("rows of a day are drawn together", () => {
  expect(imports.read.day("14 July 2026", [2, 3, 4, 7])).toBe("14 July 2026: 4 rows, line 2–4, 7");
});

test("how dates are read is said with one of them and the reason", () => {
  expect(imports.read.orderWhy({ order: "month", reason: "together", example: "7/4/2026" })).toBe(
    "7/4/2026 is read with the month first, because they then lie within two weeks of each other.",
  );
});

test.each([
  [
    { code: "cell_taken", column: "room", value: "Loft", other: "Bins" },
    "“Loft” has “Bins” at that time already.",
  ],
  [{ code: "pitch_unknown", column: "pitch", value: "Bins", other: "" }, "There is no pitch called “Bins”."],
] as const)("a problem with what is there: %o", (problem, what) => {
  expect(imports.problem({ ...problem, row: 2 })[0]).toBe(what);
});
