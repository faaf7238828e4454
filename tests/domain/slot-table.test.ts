import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST } from "#domain/limits.ts";
import { copiedDay, nextRow, readSlotTable, type SlotWords, slotsAsText } from "#domain/slot-table.ts";
import { laterDay } from "#domain/time/local.ts";
import { clockOf, type LocalSlot, overlap, spanOf } from "#domain/time/slot-times.ts";
import { writtenText } from "#tests/support/texts.ts";

const words: SlotWords = {
  ...{ day: "Date", starts: "From", ends: "Until", kind: "What it is", title: "Name of the break" },
  ...{ session: "Sessions", break: "Break for everybody" },
};
const camp = { day: "2026-07-14", zone: "Europe/London" };

const clock = fc.integer({ min: 0, max: 1439 }).map(clockOf);
const slotOf = fc
  .record({
    kind: fc.constantFrom("session" as const, "break" as const),
    title: writtenText(LONGEST.slotTitle).filter((title) => title !== ""),
    day: fc.integer({ min: 0, max: 400 }).map((days) => laterDay("2026-01-01", days)),
    starts: clock,
    ends: clock,
  })
  .map((slot): LocalSlot => (slot.kind === "break" ? slot : { ...slot, title: "" }));

const tea = (day: string, starts: string, ends: string): LocalSlot => {
  return { kind: "break", title: "Tea", day, starts, ends };
};

describe("rows of the days as a table", () => {
  it("come back out of their text as they went in, on any days, with breaks of any name", () => {
    fc.assert(
      fc.property(fc.array(slotOf, { minLength: 1, maxLength: 12 }), (slots) => {
        expect(readSlotTable(slotsAsText(slots, words), words, camp)).toEqual({
          slots,
          whenAlone: [],
          unreadable: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it("are told apart by what they are where there is no head; a date holds until the next", () => {
    const pasted =
      "9:30–10:00\tWelcome\n10:00\t10:45\n15/07/2026\t10am\t10.45am\tSessions\n11:00\t12 noon\tTea";
    expect(readSlotTable(pasted, words, camp)).toEqual({
      slots: [
        { kind: "break", title: "Welcome", day: "2026-07-14", starts: "09:30", ends: "10:00" },
        { kind: "session", title: "", day: "2026-07-14", starts: "10:00", ends: "10:45" },
        { kind: "session", title: "", day: "2026-07-15", starts: "10:00", ends: "10:45" },
        tea("2026-07-15", "11:00", "12:00"),
      ],
      whenAlone: [1],
      unreadable: [],
    });
  });

  it("read dates as they are written where the camp is", () => {
    const pasted = "7/8/2026\t10:00\t11:00\tTea";
    const on = (zone: string) => readSlotTable(pasted, words, { day: "2026-01-01", zone });
    expect(on("Europe/London")).toMatchObject({ slots: [{ day: "2026-08-07" }] });
    expect(on("America/New_York")).toMatchObject({ slots: [{ day: "2026-07-08" }] });
  });

  it("name the lines of those without a date or times", () => {
    expect(readSlotTable("10:00\t11:00\n12:00\tLunch\nDate of Tea", words, camp)).toMatchObject({
      unreadable: [2, 3],
    });
  });
});

it("a day is copied to another without what is there already", () => {
  const rows = [tea("2026-07-14", "10:00", "10:30"), tea("2026-07-14", "15:00", "15:30")];
  const there = tea("2026-07-15", "10:00", "11:00");
  expect(copiedDay([...rows, there], "2026-07-14", "2026-07-15")).toEqual([
    tea("2026-07-15", "15:00", "15:30"),
  ]);
});

it("a row after midnight is copied with the day on which it begins; one that ends after midnight with its own", () => {
  const [party, tidying] = [tea("2026-07-14", "22:00", "00:30"), tea("2026-07-15", "00:30", "01:30")];
  expect(copiedDay([party, tidying], "2026-07-14", "2026-07-21")).toEqual([
    tea("2026-07-21", "22:00", "00:30"),
  ]);
  expect(copiedDay([party, tidying], "2026-07-15", "2026-07-22")).toEqual([
    tea("2026-07-22", "00:30", "01:30"),
  ]);
});

it("one more row is as long as its like, and comes after the last of its day", () => {
  const rows = [tea("2026-07-14", "10:00", "10:45"), tea("2026-07-14", "11:00", "12:30")];
  expect(nextRow(rows[0]!, rows)).toEqual(tea("2026-07-14", "12:30", "13:15"));
  const late = tea("2026-07-14", "23:00", "23:30");
  expect(nextRow(late, [late])).toEqual(tea("2026-07-14", "23:30", "00:00"));
});

it("one more row after a night is on the next day, after what is there", () => {
  const rows = [tea("2026-07-14", "10:00", "11:00"), tea("2026-07-14", "22:00", "00:30")];
  const next = nextRow(rows[0]!, rows);
  expect(next).toEqual(tea("2026-07-15", "00:30", "01:30"));
  expect(nextRow(rows[0]!, [...rows, next])).toEqual(tea("2026-07-15", "01:30", "02:30"));
});

it("one more row is as long as its like and meets none of those there are, whatever they are", () => {
  const near = slotOf.map((slot) => ({
    ...slot,
    day: laterDay("2026-07-14", Number(slot.day.slice(-2)) % 3),
  }));
  fc.assert(
    fc.property(fc.array(near, { minLength: 1, maxLength: 12 }), (rows) => {
      const next = nextRow(rows[0]!, rows);
      const [own, ...spans] = [next, rows[0]!, ...rows].map((row) => spanOf(row, "UTC"));
      expect(own!.endsAt - own!.startsAt).toBe(spans[0]!.endsAt - spans[0]!.startsAt);
      expect(spans.filter((span) => overlap(span, own!))).toEqual([]);
      expect(next.day >= rows[0]!.day).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it("one more row like one without readable times is that row again, and such rows hold up no other", () => {
  const [empty, odd] = [tea("2026-07-14", "", ""), tea("", "10:00", "late")];
  expect(nextRow(empty, [empty, odd])).toEqual(empty);
  const whole = tea("2026-07-14", "10:00", "11:00");
  expect(nextRow(whole, [whole, empty, odd])).toEqual(tea("2026-07-14", "11:00", "12:00"));
});
