/** Last year's grid on this year's days. */
import { describe, expect, it } from "vitest";
import { NO_CHOICES } from "#domain/import/choices.ts";
import { moveDays } from "#domain/import/moved-days.ts";
import { readFile } from "#domain/import/read.ts";
import { localAt } from "#domain/time/local.ts";

const zone = "Europe/London";
const camp = { zone, day: "2027-05-08", days: ["2027-05-08", "2027-05-09"], slots: [] };
const header = "date,start,end,room,title";
const file = [header, "28/04/2012,10:00,10:45,Loft,Bins", "29/04/2012,23:30,00:30,Hall,Pools"].join("\n");
const starts = (read: ReturnType<typeof readFile>) =>
  read.slots.map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => `${localAt(at, zone).day} ${localAt(at, zone).time}`).join(" – "),
  );

describe("the days of a file", () => {
  it("are moved onto the camp’s, in their order and at the same times, where none of them is the camp’s", () => {
    const read = readFile(file, camp);
    expect(starts(read)).toEqual([
      "2027-05-08 10:00 – 2027-05-08 10:45",
      "2027-05-09 23:30 – 2027-05-10 00:30",
    ]);
    expect(read.reading.moved).toEqual({
      as: "camp",
      days: [
        { from: "2012-04-28", to: "2027-05-08" },
        { from: "2012-04-29", to: "2027-05-09" },
      ],
    });
    // Of its own days each row is still said.
    expect(read.reading.days).toEqual([
      { day: "2012-04-28", rows: [2] },
      { day: "2012-04-29", rows: [3] },
    ]);
  });

  it("stay where the organiser says so, where one of them is the camp’s, and where the camp has none yet", () => {
    const kept = ["2012-04-28 10:00 – 2012-04-28 10:45", "2012-04-29 23:30 – 2012-04-30 00:30"];
    expect(starts(readFile(file, camp, { ...NO_CHOICES, days: "file" }))).toEqual(kept);
    expect(starts(readFile(file, { ...camp, days: ["2012-04-20", "2012-04-29"] }))).toEqual(kept);
    const { days: _, ...none } = camp;
    expect(readFile(file, none).reading.moved).toBeNull();
    expect(starts(readFile(file, none))).toEqual(kept);
  });

  it("are moved also where one is the camp’s, if the organiser says so", () => {
    const second = { ...camp, days: ["2012-04-29", "2012-04-30"] };
    const read = readFile(file, second, { ...NO_CHOICES, days: "camp" });
    expect(starts(read)[0]).toBe("2012-04-29 10:00 – 2012-04-29 10:45");
  });

  it("beyond those of the camp are left out, each row with its day", () => {
    const { problems, pitches } = readFile(file, { ...camp, days: [camp.day] });
    expect(pitches.map(({ title }) => title)).toEqual(["Bins"]);
    expect(problems).toEqual([
      { row: 3, column: "start", code: "day_beyond", value: "2012-04-29", other: "1" },
    ]);
  });

  it("are left out at a time that the clocks skip on the other day", () => {
    const night = [header, "28/04/2012,01:30,03:30,Loft,Stars"].join("\n");
    const { problems, slots } = readFile(night, { ...camp, day: "2027-03-28", days: ["2027-03-28"] });
    expect(problems).toMatchObject([{ row: 2, column: "start", code: "clocks_skip", value: "01:30" }]);
    expect(slots).toEqual([]);
  });

  it("are the same a second time: nothing is moved where nothing would change", () => {
    expect(moveDays(camp.days, camp.days, null)).toBeNull();
    expect(moveDays([], camp.days, null)).toBeNull();
  });
});
