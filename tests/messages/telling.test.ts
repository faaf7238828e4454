import { expect, test } from "vitest";
import type { Said } from "#domain/telling.ts";
import { toldWords } from "#messages/telling.ts";

const place = { locale: "en-GB", zone: "Europe/London" };
const on = (room: string, day = 14, hour = 13) => ({
  room,
  startsAt: `2026-07-${day}T${hour}:00:00Z`,
  endsAt: `2026-07-${day}T${hour + 1}:00:00Z`,
});
const said = (title: string, news: Said["news"], ...is: Said["is"]): Said => ({
  pitchId: title,
  title,
  news,
  is,
});

test("a session that changed is said in one sentence, as it is now", () => {
  expect(toldWords([said("Tea", "moved", on("Studio 2"))], null, place)).toBe(
    "“Tea” has moved to Studio 2, 2pm.",
  );
  expect(toldWords([said("Tea", "added", on("Studio 2"))], null, place)).toBe("“Tea” is on: Studio 2, 2pm.");
  expect(toldWords([said("Tea", "taken_off")], null, place)).toBe("“Tea” is off.");
  expect(toldWords([said("Tea", "ends", on("Studio 2"))], null, place)).toBe(
    "“Tea” has another end: 2pm to 3pm.",
  );
  // The last time it was on is over, so that what it moved to is as well.
  expect(toldWords([said("Tea", "moved")], null, place)).toBe("“Tea” is off.");
});

test("the day is named where there are several, be it in the grid alone", () => {
  const slots = [{ startsAt: "2026-07-15T09:00:00Z" }] as never;
  const words = "“Tea” has moved to Studio 2, 2pm on Tue 14 Jul.";
  expect(toldWords([said("Tea", "moved", on("Studio 2"))], { slots }, place)).toBe(words);
  const twice = said("Tea", "moved", on("Den"), on("Hall", 15));
  expect(toldWords([twice], null, place)).toBe(
    "“Tea” has moved to Den, 2pm on Tue 14 Jul and Hall, 2pm on Wed 15 Jul.",
  );
});

test("of many the first are named and the others counted", () => {
  const off = ["A", "B", "C", "D", "E"].map((title) => said(title, "taken_off"));
  expect(toldWords(off, null, place)).toBe("“A” is off. “B” is off. “C” is off. 2 more have changed.");
  expect(toldWords(off.slice(0, 4), null, place)).toBe("“A” is off. “B” is off. “C” is off. “D” is off.");
});
