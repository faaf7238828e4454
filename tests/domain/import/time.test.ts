import { describe, expect, test } from "vitest";
import { readInstant, splitSpan } from "#domain/import/time.ts";

const DAY = "2026-07-14";
const how = { order: "day", fractions: false } as const;
const read = (text: string, day = DAY) => readInstant(text, day, "Europe/London", how);
const london = (text: string, day?: string) => {
  const instant = read(text, day);
  return "at" in instant ? new Date(instant.at).toISOString() : instant.wrong;
};

describe("times people write", () => {
  test.each([
    ["2026-07-14T13:30", "2026-07-14T12:30:00.000Z"],
    ["2026-07-14 13:30:00", "2026-07-14T12:30:00.000Z"],
    ["2026-04-07T00:00", "2026-04-06T23:00:00.000Z"],
    ["14/07/2026 13:30", "2026-07-14T12:30:00.000Z"],
    ["7/4/2026 10:00 AM", "2026-04-07T09:00:00.000Z"],
    ["1.12.2026 09:00", "2026-12-01T09:00:00.000Z"],
    ["14 July 2026 at 1.30pm", "2026-07-14T12:30:00.000Z"],
    ["July 14, 2026 1:30 p.m.", "2026-07-14T12:30:00.000Z"],
    ["2026-07-14T10:00Z", "2026-07-14T10:00:00.000Z"],
    ["2026-07-14T10:00:00+02:00", "2026-07-14T08:00:00.000Z"],
    ["46217.4375", "2026-07-14T09:30:00.000Z"],
    ["46217.447916667", "2026-07-14T09:45:00.000Z"],
    ["0.4375", "2026-07-14T09:30:00.000Z"],
    ["13:30", "2026-07-14T12:30:00.000Z"],
    ["13.30", "2026-07-14T12:30:00.000Z"],
    ["1.30pm", "2026-07-14T12:30:00.000Z"],
    ["9 am", "2026-07-14T08:00:00.000Z"],
    ["noon", "2026-07-14T11:00:00.000Z"],
    ["12 noon", "2026-07-14T11:00:00.000Z"],
    ["12am", "2026-07-13T23:00:00.000Z"],
    ["24:00", "2026-07-14T23:00:00.000Z"],
  ])("%s", (text, instant) => {
    expect(london(text)).toBe(instant);
  });

  test.each(["", "soon", "25:00", "24:01", "13:75", "13pm", "0pm", "9", "2026-07-14"])("not %j", (text) => {
    expect(london(text)).toBe("no_time");
  });

  test.each(["2026-02-30T10:00", "31/06/2026 10:00", "0026-07-14T10:00", "99999.5"])(
    "no such day: %s",
    (text) => {
      expect(london(text)).toBe("no_day");
    },
  );
});

describe("nights on which the clocks change", () => {
  test.each(["2026-03-29T01:00", "2026-03-29T01:30", "29/03/2026 1:59am"])("%s does not exist", (text) => {
    expect(london(text)).toBe("clocks_skip");
  });

  test("an hour that comes twice is the first, and says so", () => {
    expect(read("01:30", "2026-10-25")).toEqual({
      at: Date.parse("2026-10-25T00:30Z"),
      repeated: true,
      dated: false,
    });
    expect(read("02:00", "2026-10-25")).toMatchObject({ repeated: false });
  });
});

test("a local time is an instant of its zone", () => {
  const at = Date.parse("2012-04-28T14:00:00Z");
  expect(readInstant("2012-04-28T10:00", DAY, "America/New_York", how)).toMatchObject({ at, dated: true });
});

describe("a start and an end in one cell", () => {
  test.each([
    ["11am-noon", "11am", "noon"],
    ["10:00 – 10:45", "10:00", "10:45"],
    ["10.00 to 10.45", "10.00", "10.45"],
    ["1:30-2:30pm", "1:30pm", "2:30pm"],
    ["11-1pm", "11am", "1pm"],
    ["11am-1:30pm", "11am", "1:30pm"],
  ])("%s", (text, start, end) => {
    expect(splitSpan(text)).toEqual([start, end]);
  });

  test.each(["morning", "10:00", "2026-07-14", "-", "1-2-3"])("not %j", (text) => {
    expect(splitSpan(text)).toBeNull();
  });
});
