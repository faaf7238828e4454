/** Whole files, the real ones among them. Those stay where they are; without them their tests say so and rest. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { writeCsv } from "#domain/csv.ts";
import { NO_CHOICES } from "#domain/import/choices.ts";
import { firstDay, joined, readFile } from "#domain/import/read.ts";
import { decode } from "#domain/import/text.ts";

const camp = { zone: "America/New_York", day: "2012-04-28", slots: [] };
const real = (name: string) => fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url));

function read(name: string) {
  return readFile(decode(readFileSync(real(name)))!, camp);
}

describe.skipIf(!existsSync(real("tcamp-2012-grid.csv")))("a real grid (skipped without shared/data)", () => {
  test("goes through whole: 112 sessions in 9 slots over two days, 8 breaks, a picnic pinned among sessions", () => {
    const { reading, pitches, slots, problems } = read("tcamp-2012-grid.csv");
    expect(reading.sheet).toBe("grid");
    expect(problems).toEqual([]);
    expect(pitches.filter((pitch) => !pitch.pinned)).toHaveLength(112);
    expect(pitches.filter((pitch) => pitch.pinned)).toHaveLength(1);
    expect(slots.filter((slot) => slot.kind === "session")).toHaveLength(9);
    expect(slots.filter((slot) => slot.kind === "break")).toHaveLength(8);
  });

  test("in the camp's own zone", () => {
    const { slots } = read("tcamp-2012-grid.csv");
    expect(new Date(slots[0]!.startsAt).toISOString()).toBe("2012-04-28T14:00:00.000Z");
  });
});

describe.skipIf(!existsSync(real("alpine-2019-ratings.csv")))(
  "real ballots (skipped without shared/data)",
  () => {
    test("go through whole: 147 people, 114 sessions, every 4 and 5 a hand", () => {
      const { reading, ballots, problems } = read("alpine-2019-ratings.csv");
      expect(reading.sheet).toBe("ballots");
      expect(problems).toEqual([]);
      const [people, pitches] = (["person", "pitch"] as const).map(
        (what) => new Set(ballots.map((one) => one[what])),
      );
      const hands = ballots.filter(({ up }) => up);
      expect([people!.size, pitches!.size, hands.length]).toEqual([147, 114, 1212]);
    });
  },
);

describe.skipIf(!existsSync(real("srccon-2014-grid.json")))(
  "a real grid with sessions of two slots (skipped without shared/data)",
  () => {
    test("every one of its sessions is placed, the long ones in both their slots", () => {
      const { sessions } = JSON.parse(readFileSync(real("srccon-2014-grid.json"), "utf8"));
      const columns = ["day", "time", "room", "kind", "title"];
      const rows = sessions.map((session: Record<string, string>) =>
        columns.map((name) => session[name] ?? ""),
      );
      const { reading, pitches, breaks, problems, notes } = readFile(writeCsv([columns, ...rows]), {
        ...camp,
        day: "2014-07-24",
      });
      expect(reading.days.map(({ day }) => day)).toEqual(["2014-07-24", "2014-07-25"]);
      expect([pitches.length, breaks.length, problems]).toEqual([35, 8, []]);
      const long = sessions.filter(({ length }: { length: string }) => length.startsWith("2.5"));
      expect(pitches.filter(({ cell }) => cell?.second)).toHaveLength(long.length);
      expect(notes.filter(({ code }) => code === "runs_on" || code === "within_slot")).toEqual([]);
    });
  },
);

test("a header that says nothing is one problem that quotes it", () => {
  expect(readFile("colour,size\nred,5\n", camp)).toMatchObject({
    reading: { sheet: null },
    pitches: [],
    problems: [{ row: 1, code: "header_unknown", value: "colour, size" }],
  });
});

describe("the order of day and month is decided from every cell a date may stand in", () => {
  const files: [string, string, string][] = [
    ["a date of its own", "date,start,end", "7/4/2026,10:00 AM,10:45 AM"],
    ["a start", "start,end", "7/4/2026 10:00 AM,10:45 AM"],
    ["an end", "date,start,end", "2026-07-04,10:00 AM,7/4/2026 10:45 AM"],
    ["a start beside the end", "when", "7/4/2026 10:00 AM – 10:45 AM"],
    ["both beside each other", "when", "7/4/2026 10:00 AM – 7/4/2026 10:45 AM"],
    ["an end beside the start", "date,when", "2026-07-04,10:00 AM to 7/4/2026 10:45 AM"],
    ["a start that is followed by a word", "when", "7/4/2026 10:00 AM until 10:45 AM"],
  ];
  test.each(files)("%s", (_, header, times) => {
    const read = readFile(`${header},title,room\n${times},A,Blue\n`, { ...camp, day: "2026-07-04" });
    expect(read.problems).toEqual([]);
    expect(read.slots.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      "2026-07-04T14:00:00.000Z",
    ]);
    expect(read.reading.order).toEqual({ order: "month", reason: "camp_day", example: "7/4/2026" });
  });
  test.each(files)("%s, and what the organiser says counts", (_, header, times) => {
    const text = `${header},title,room\n${times.replaceAll("2026-07-04", "2026-04-07")},A,Blue\n`;
    const read = readFile(text, camp, { ...NO_CHOICES, order: "day" });
    expect(read.reading.order).toEqual({ order: "day", reason: "told", example: "7/4/2026" });
    expect(read.slots.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      "2026-04-07T14:00:00.000Z",
    ]);
  });
});

test("files that are joined remember which of them a row stands in", () => {
  const all = joined([readFile("title\n,\nA\n", camp), readFile("person,pitch,tick\n1,A,hm\n2,A,x\n", camp)]);
  expect(all.pitches.map((pitch) => pitch.file)).toEqual([0]);
  expect(all.problems.map(({ file, code }) => `${file} ${code}`)).toEqual(["1 tick_unknown"]);
  expect(all.ballots.map(({ file }) => file)).toEqual([1]);
});

test("a camp begins on the first day any file names, else on its own", () => {
  const grid =
    "start,end,room,title\n2026-07-15 10:00,2026-07-15 11:00,Loft,B\n2026-07-14 10:00,2026-07-14 11:00,Loft,A\n";
  expect(firstDay(["title\nA\n", grid], camp)).toBe("2026-07-14");
  expect(firstDay(["title\nA\n"], camp)).toBe(camp.day);
});
