import { expect, test } from "vitest";
import { DeskDoor } from "#components/door/desk.tsx";
import { said } from "#tests/support/day-of-grid.tsx";

test("once more have come than were expected, as many as have come were", () => {
  const desk = (here: number) =>
    said(<DeskDoor figures={{ places: 146, here, lately: 4 }} forecast={102} missing={[]} />);
  expect(desk(90)).toMatch(/90 in 102 expected 146 with a place/);
  expect(desk(121)).toMatch(/121 in 121 expected 146 with a place/);
});
