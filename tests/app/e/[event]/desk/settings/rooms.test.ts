import { expect, test, vi } from "vitest";
import { RANGES } from "#domain/limits.ts";
import { readRooms, readSectors } from "../../../../../../app/e/[event]/desk/settings/read.ts";

vi.mock("server-only", () => ({}));

function typed(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [part, value] of Object.entries({ id: "", name: "Canal side", capacity: "", ...fields }))
    form.set(`room.0.${part}`, value);
  return form;
}

test("a place whose seats nobody knows needs no number, and whatever is typed it has none", () => {
  for (const capacity of ["", "12", "many"]) {
    const { rows, errors } = readRooms(typed({ capacity, unofficial: "yes" }));
    expect(errors).toEqual({});
    expect(rows).toMatchObject([{ name: "Canal side", capacity: RANGES.seats.max, unofficial: true }]);
  }
});

test("every other room needs one", () => {
  expect(Object.keys(readRooms(typed({})).errors)).toEqual(["room.0.capacity"]);
  expect(readRooms(typed({ capacity: "12" })).rows).toMatchObject([{ capacity: 12, unofficial: false }]);
});

test("a link for those who join from afar is a public https address, or none", () => {
  const read = (link: string) => readRooms(typed({ capacity: "12", link }));
  expect(read(" https://meet.example.org/hall#quiet ").rows).toMatchObject([
    { link: "https://meet.example.org/hall#quiet" },
  ]);
  expect(read("").rows).toMatchObject([{ link: "" }]);
  const wrong = ["http://meet.example.org", "javascript:alert(1)", "meet.example.org", "https://10.0.0.1/x"];
  for (const link of [...wrong, `https://meet.example.org/${"x".repeat(500)}`])
    expect([link, Object.keys(read(link).errors)]).toEqual([link, ["room.0.link"]]);
});

/** @param names of rows, as they are typed */
function table(noun: string, names: readonly string[]): FormData {
  const form = new FormData();
  for (const [row, name] of names.entries()) {
    for (const [part, value] of Object.entries({ id: "", name, capacity: "12" }))
      form.set(`${noun}.${row}.${part}`, value);
  }
  return form;
}

test("each row with the name of one before it is said, with both", () => {
  const { errors } = readRooms(table("room", ["Hall", "Attic", " Hall ", "Hall"]));
  expect(errors).toEqual({
    "room.2.name": "Row 3 has the name of Row 1: “Hall”. Give one of them another name",
    "room.3.name": "Row 4 has the name of Row 1: “Hall”. Give one of them another name",
  });
  expect(readSectors(table("sector", ["Council", "", "", "Council"])).errors).toEqual({
    "sector.3.name": "“Council” is there already: leave one of the two out",
  });
});

test("names that only differ in how they are written are two rooms", () => {
  expect(readRooms(table("room", ["Hall", "hall"])).errors).toEqual({});
});
