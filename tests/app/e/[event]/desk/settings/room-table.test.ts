/** The buttons of the table of rooms, by what they make of the rows that were sent. */
import { expect, test } from "vitest";
import { roomStep } from "#app/e/[event]/desk/settings/room-table.ts";
import { settingsTable } from "#messages/en/settings-table.ts";
import { type Fields, formOf, rows } from "#tests/support/forms.ts";

const LINK = "https://meet.example/secret";
const sent = (all: readonly Fields[], more: Fields) =>
  roomStep(formOf({ ...rows("room", "", all), ...more }));

test("one more room like another has all of it but its private link", () => {
  const hall = { id: "1", letter: "A", name: "Hall", capacity: "60", features: ["loop"], link: LINK };
  const copied = sent([{ ...hall, directions: "Upstairs" }], { step: "copy.0" })!;
  expect(copied.values).toMatchObject({
    "room.0.link": LINK,
    "room.1.name": "Hall 2",
    "room.1.capacity": "60",
    "room.1.features": "loop",
    "room.1.directions": "Upstairs",
  });
  for (const part of ["id", "letter", "link"]) expect(copied.values).not.toHaveProperty(`room.1.${part}`);
});

test("a row with nothing but a link is kept by what is copied and pasted, and an empty one is not copied", () => {
  const typed = [{ name: "Hall" }, { name: "", link: LINK }, { name: "" }];
  for (const act of [{ step: "copy.0" }, { step: "paste", sheet: "Den\t12" }]) {
    const { values } = sent(typed, act)!;
    expect(values).toMatchObject({ "room.1.link": LINK });
    expect(values["room.2.name"]).toMatch(/^(Hall 2|Den)$/);
  }
  const { values } = sent(typed, { step: "copy.2" })!;
  expect(values).toMatchObject({ rows: "3", at: "room.2.name", "room.1.link": LINK, "room.2.name": "" });
});

test("a sheet with a column of one feature changes no other of a room that is there", () => {
  const hall = { id: "1", name: "Hall", capacity: "60", features: ["step_free", "loop"], unofficial: "yes" };
  const pasted = (sheet: string) => sent([hall], { step: "paste", sheet })!;
  const screen = pasted("Name\tScreen\nHall\tx");
  expect(screen.done).toBe(settingsTable.put(0, 1));
  expect(screen.values).toMatchObject({
    "room.0.features": ["step_free", "screen", "loop"],
    "room.0.unofficial": "yes",
  });
  const loop = pasted("Name\tLoop\nHall\tno");
  expect(loop.values).toMatchObject({ "room.0.features": "step_free", "room.0.unofficial": "yes" });
  const all = pasted("Hall\t60\tScreen");
  expect(all.values).toMatchObject({ "room.0.features": "screen", "room.0.unofficial": [] });
});
