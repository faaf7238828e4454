import { expect, test, vi } from "vitest";
import { RANGES } from "#domain/limits.ts";
import { readRooms } from "../../../../../../app/e/[event]/desk/settings/read.ts";

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
