import fc from "fast-check";
import { expect, test } from "vitest";
import { type Alike, GROUPS, LIST_ORDER, statusesIn, summarise, whyNotByHand } from "#domain/people.ts";
import { STATUSES, takesPart } from "#domain/registration.ts";

test("every status is in one part of the list, and in one place of its order", () => {
  const parts = (["line", "places", "gone"] as const).flatMap(statusesIn);
  expect(parts.sort()).toEqual([...STATUSES].sort());
  expect([...LIST_ORDER].sort()).toEqual([...STATUSES].sort());
  expect(statusesIn("all")).toEqual([...STATUSES]);
  expect(statusesIn("line")).toEqual(["waiting", "entered", "offered"]);
  expect(statusesIn("places")).toEqual(["held", "confirmed"]);
});

const alike: fc.Arbitrary<Alike> = fc.record({
  status: fc.constantFrom(...STATUSES),
  bounced: fc.boolean(),
  silent: fc.boolean(),
  sector: fc.constantFrom("Health", "Charity", "Somewhere else"),
  firstTime: fc.boolean(),
  people: fc.integer({ min: 1, max: 50 }),
});

test("what is counted by kind adds up to what counting one by one gives", () => {
  fc.assert(
    fc.property(fc.array(alike), (rows) => {
      const people = rows.flatMap((row) => Array.from({ length: row.people }, () => row));
      const of = (group: (typeof GROUPS)[number]) =>
        people.filter(
          (one) =>
            statusesIn(group).includes(one.status) &&
            (group !== "bounced" || one.bounced) &&
            (group !== "silent" || one.silent),
        );
      const inside = people.filter(({ status }) => takesPart(status));
      const { groups, sectors, ...sums } = summarise(rows);
      expect(groups).toEqual(Object.fromEntries(GROUPS.map((group) => [group, of(group).length])));
      expect(sums).toEqual({
        inside: inside.length,
        firstTimers: inside.filter(({ firstTime }) => firstTime).length,
      });
      for (const { sector, people: many } of sectors)
        expect(many).toBe(inside.filter((one) => one.sector === sector).length);
      expect(sectors.reduce((sum, { people: many }) => sum + many, 0)).toBe(inside.length);
    }),
  );
});

test("mail that came back counts only while somebody is in the camp or its line, and silence while they have a place", () => {
  const one = { sector: "Health", firstTime: false, people: 1, bounced: true, silent: true };
  const { groups } = summarise([
    { ...one, status: "confirmed" },
    { ...one, status: "waiting" },
    { ...one, status: "left" },
  ]);
  expect(groups).toEqual({ line: 1, places: 1, silent: 1, bounced: 2, gone: 1, all: 3 });
});

test("nobody is moved by hand once the camp is over, and nobody put back in a line that is served no more", () => {
  expect(whyNotByHand("mend", "sessions", true)).toBe("camp_over");
  expect(whyNotByHand("confirm", "sessions", false)).toBe(null);
  expect(whyNotByHand("put_back_in_line", "sessions", false)).toBe("not_open");
});
