import { describe, expect, test } from "vitest";
import { type KnownCamp, NEW_CAMP } from "#domain/import/additions.ts";
import { fitInto } from "#domain/import/fit.ts";
import { joined, readFile } from "#domain/import/read.ts";

const EMPTY: KnownCamp = { ...NEW_CAMP, capacity: 3, holding: 2 };
const called = { person: "Person #", session: "Session #" };

function fitted(camp: KnownCamp, ...files: string[]) {
  const read = files.map((text) => readFile(text, { zone: "UTC", day: "2026-07-14", slots: camp.slots }));
  return fitInto(joined(read), camp, called);
}

describe("ballots", () => {
  test("find their pitch by its key in the other file, or by its title", () => {
    const { hands, pitches, problems } = fitted(
      { ...EMPTY, pitches: [{ id: "p", title: "Pools" }] },
      "id,title\n7,Bins\n",
      "person,pitch,tick\n1,7,x\n1,pools,x\n",
    );
    expect(problems).toEqual([]);
    expect(pitches.map((pitch) => pitch.title)).toEqual(["Bins"]);
    expect(hands.map((hand) => hand.pitch)).toEqual([{ at: 0 }, { id: "p" }]);
  });

  test("about keys nobody knows make pitches of them, the same ones when they come again", () => {
    const ballots = "person,pitch,rating\n1,90,5\n2,91,1\n";
    const first = fitted(EMPTY, ballots);
    expect(first.pitches.map((pitch) => pitch.title)).toEqual(["Session 90", "Session 91"]);
    const known = first.pitches.map(({ title }) => ({ id: title, title }));
    const again = fitted({ ...EMPTY, pitches: known, people: first.people }, ballots);
    expect([again.pitches, again.people]).toEqual([[], []]);
    expect(again.hands.map((hand) => hand.pitch)).toEqual([{ id: "Session 90" }]);
  });

  test("about a title nobody knows are named, row by row", () => {
    const { problems, hands } = fitted(
      EMPTY,
      "person,pitch,tick\nAma,Bins and pools,x\nRhys,Bins and pools,x\n",
    );
    expect(hands).toEqual([]);
    expect(problems.map(({ row, code }) => `${row} ${code}`)).toEqual(["2 pitch_unknown", "3 pitch_unknown"]);
  });

  test("raise the places where people would not fit, and only then", () => {
    expect(fitted(EMPTY, "person,pitch,tick\n1,1,x\n").capacity).toBe(3);
    expect(fitted(EMPTY, "person,pitch,tick\n1,1,x\n2,1,x\n").capacity).toBe(4);
    expect(fitted(EMPTY, "title\nBins\n").capacity).toBe(3);
  });

  test("name people by their key, or as the file does", () => {
    expect(fitted(EMPTY, "person,pitch,tick\n1,1,x\nAma,1,x\n").people.map(({ name }) => name)).toEqual([
      "Person 1",
      "Ama",
    ]);
  });
});

test("rooms of which every row is left out are not brought", () => {
  const grid = "start,end,room,title\n10:00,11:00,Loft,A\n10:00,11:00,Loft,B\n";
  expect(fitted(EMPTY, grid).rooms.map((room) => room.name)).toEqual(["Loft"]);
});

test("slots of which every row is left out are not brought either", () => {
  expect(fitted(EMPTY, "start,end,room,title\n10:00,11:00,,A\n").slots).toEqual([]);
});

describe("names that look alike", () => {
  const ballots = "person,pitch,rating\nZoë,Alpha,5\nZoe,Beta,5\nकिरण,Alpha,5\nकरण,Beta,5\n";

  test("are two people with a ballot each, until somebody says that they are one", () => {
    const first = fitted(EMPTY, "title\nAlpha\nBeta\n", ballots);
    expect(first.people.map(({ name }) => name)).toEqual(["Zoë", "Zoe", "किरण", "करण"]);
    const files = ["title\nAlpha\nBeta\n", ballots].map((text) =>
      readFile(text, { zone: "UTC", day: "2026-07-14", slots: [] }),
    );
    const answered = fitInto(joined(files), EMPTY, called, [first.alike[0]!.id]);
    expect(answered.people.map(({ name }) => name)).toEqual(["Zoë", "किरण", "करण"]);
    expect(answered.hands).toHaveLength(4);
  });

  test("are two rooms, of which the camp's may be meant", () => {
    const camp = { ...EMPTY, rooms: [{ id: "r", name: "Café" }] };
    const grid = readFile("start,end,room,title\n10:00,11:00,Cafe,A\n", {
      zone: "UTC",
      day: "2026-07-14",
      slots: [],
    });
    const first = fitInto(joined([grid]), camp, called);
    expect(first.rooms.map(({ name }) => name)).toEqual(["Cafe"]);
    const answered = fitInto(joined([grid]), camp, called, [first.alike[0]!.id]);
    expect([answered.rooms, answered.placements[0]!.room]).toEqual([[], "Café"]);
  });

  test("can be the pitch a ballot means", () => {
    const camp = { ...EMPTY, pitches: [{ id: "p", title: "Bins & pools" }] };
    const file = joined([
      readFile("person,pitch,tick\nAma,Bins pools,x\n", { zone: "UTC", day: "2026-07-14", slots: [] }),
    ]);
    const first = fitInto(file, camp, called);
    expect(first.problems).toMatchObject([{ code: "pitch_unknown" }]);
    expect(fitInto(file, camp, called, [first.alike[0]!.id])).toMatchObject({
      problems: [],
      hands: [{ pitch: { id: "p" } }],
    });
  });
});

test("people beyond the most places a camp can have are named", () => {
  const full = { ...EMPTY, holding: 9_999, capacity: 10_000 };
  const { people, capacity, problems, rows } = fitted(full, "person,pitch,tick\n1,1,x\n2,1,x\n");
  expect([people.length, capacity]).toEqual([1, 10_000]);
  expect(problems).toMatchObject([{ row: 3, code: "places_many" }]);
  expect(rows).toEqual({ all: 2, brought: 1, there: 0, silent: 0, left: 1 });
});
