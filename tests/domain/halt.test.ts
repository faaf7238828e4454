import { expect, test } from "vitest";
import { HALT_ACTS, isAhead } from "#domain/halt.ts";

const camp = { is: "2026-07-14", today: "2026-07-10" };

test("a camp takes place on no day that is past, and is put off to another than it has", () => {
  const days = ["2026-07-09", "2026-07-10", "2026-07-14", "2026-07-21"];
  const may = HALT_ACTS.map((act) => [act, days.filter((day) => isAhead(act, day, camp))]);
  expect(Object.fromEntries(may)).toEqual({
    call_off: days.slice(1),
    put_off: ["2026-07-10", "2026-07-21"],
    take_place: days.slice(1),
  });
});
