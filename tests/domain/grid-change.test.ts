import { expect, test } from "vitest";
import { newsOf } from "#domain/grid-change.ts";

test("what is marked about a session follows from where it was and is", () => {
  const spot = { slotId: "one", roomId: "a" };
  const news = (from: boolean, to: boolean) =>
    newsOf({ pitchId: "p", title: "", from: from ? spot : null, to: to ? spot : null });
  expect([news(false, true), news(true, true), news(true, false)]).toEqual(["added", "moved", "taken_off"]);
});
