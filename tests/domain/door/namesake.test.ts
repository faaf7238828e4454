import { expect, test } from "vitest";
import { namesakeOf } from "#domain/door/namesake.ts";
import type { Status } from "#domain/registration.ts";

const NOON = new Date("2026-07-14T11:00:00Z");
const known = (status: Status, more = {}) =>
  namesakeOf({ status, checkedInAt: null, standsBySince: null, ...more });

test("somebody of the same name is known by where they stand, and by having come in above all", () => {
  const statuses: Status[] = ["confirmed", "offered", "held", "waiting", "entered", "released"];
  expect(statuses.map((status) => known(status))).toEqual([
    ...["place", "called", "held", "waiting", "waiting", "passed_on"],
  ]);
  expect(known("waiting", { standsBySince: NOON })).toBe("standsBy");
  expect(known("confirmed", { standsBySince: NOON })).toBe("place");
  expect(known("confirmed", { checkedInAt: NOON })).toBe("in");
});
