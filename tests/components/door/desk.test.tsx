import { expect, test } from "vitest";
import { DeskDoor } from "#components/door/desk.tsx";
import { said } from "#tests/support/day-of-grid.tsx";

test("once more have come than were expected, as many as have come were", () => {
  const desk = (here: number) =>
    said(
      <DeskDoor
        figures={{ places: 146, here, lately: 4, left: 0, standby: 7, called: 0 }}
        forecast={102}
        missing={[]}
        before={null}
      />,
    );
  expect(desk(90)).toMatch(/90 in 102 expected 146 with a place/);
  expect(desk(121)).toMatch(/121 in 121 expected 146 with a place/);
});

test("once the camp is over nobody is expected, and no pace is said", () => {
  const figures = { places: 146, here: 90, lately: 4, left: 20, standby: 7, called: 0 };
  const missing = [{ id: "ama", name: "Ama" }];
  const over = said(<DeskDoor {...{ figures, missing }} forecast={102} before={null} over />);
  expect(over).toMatch(/Did not come: 36 people/);
  expect(over).not.toMatch(/expected|an hour|stand by/);
});

test("who has left came, and who stands by is counted", () => {
  const figures = { places: 146, here: 90, lately: 4, left: 20, standby: 7, called: 2 };
  const desk = (
    <DeskDoor {...{ figures }} forecast={102} missing={[]} before={{ name: "Fen", share: 0.62 }} />
  );
  expect(said(desk)).toMatch(/110 expected 146 with a place 7 stand by 2 called now 20 have left/);
  expect(said(desk)).toMatch(/At Fen 62 of a hundred/);
});
