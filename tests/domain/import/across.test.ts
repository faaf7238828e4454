/** A grid drawn by hand, with its rooms across, is read as the list that says the same. */
import { expect, it } from "vitest";
import { listed } from "#domain/import/across.ts";
import { pagesOf } from "#domain/import/pages.ts";
import { workbook } from "#tests/support/workbook.ts";

it("reads a row for every cell, with breaks of all rooms", () => {
  const drawn =
    "Time\tHall\tDen\n10:00 - 10:45\tJob swaps\tDrones\n10:45–11.30\tLunch\t\n13:00 to 14:00\t\tGrief, bad news\n";
  expect(listed(drawn)).toBe(
    [
      "start,end,room,kind,title",
      "10:00,10:45,Hall,,Job swaps",
      "10:00,10:45,Den,,Drones",
      "10:45,11.30,,break,Lunch",
      '13:00,14:00,Den,,"Grief, bad news"',
      "",
    ].join("\n"),
  );
});

it("takes a start and an end of their own, and where there are no ends the next start, and as long again for the last", () => {
  expect(listed("Start,End,Hall\n10:00,10:45,A\n")).toContain("10:00,10:45,Hall,,A");
  const lines = listed(",Hall\n10:00,A\n10:45,B\n11:30,C\n")!.split("\n");
  expect(lines.slice(1, 4)).toEqual(["10:00,10:45,Hall,,A", "10:45,11:30,Hall,,B", "11:30,12:15,Hall,,C"]);
  expect(listed("When,Hall\n10:00,A\n")).toContain("10:00,,Hall,,A");
});

it("takes a lone session in the first room for a session", () => {
  expect(listed("Time,Hall,Den\n10:00-11:00,Job swaps,\n")).toContain("10:00,11:00,Hall,,Job swaps");
});

it("leaves lists, people, ballots and what has no times alone", () => {
  for (const text of [
    "start,end,room,kind,title\n10:00,11:00,Hall,,A\n",
    "title,host\nA,Ama\n",
    "name,email\nAma,a@example.org\n",
    "person,pitch,rating\nAma,A,5\n",
    "Slot,Hall\nfirst,A\nsecond,B\n",
    "Room,Hall\n10:00,A\n",
    "",
  ])
    expect(listed(text), text).toBeNull();
});

it("is found on any page of a workbook, and is still bounded where it grows", async () => {
  const pages = {
    Old: [
      ["Time", "Hall"],
      ["10:00-10:45", "Job swaps"],
    ],
  };
  expect(await pagesOf(workbook(pages), 1_000)).toEqual({
    pages: [{ name: "Old", text: "start,end,room,kind,title\n10:00,10:45,Hall,,Job swaps\n" }],
  });
  const long = `Time,${"Hall".repeat(15)}\n${"10:00-10:45,A\n".repeat(100)}`;
  expect(await pagesOf(new TextEncoder().encode(long), long.length)).toEqual({ wrong: "text_big" });
});
