import fc from "fast-check";
import { expect, test } from "vitest";
import { scheduleOf } from "#domain/schedule.ts";
import { scheduleJson } from "#domain/schedule-json.ts";
import { anyGrid } from "#tests/support/any-grid.ts";
import { camp, ORIGIN, PROGRAMMES, shownOf } from "#tests/support/programmes.ts";
import { faultsOfJson } from "#tests/support/schedule/check.ts";

const of = (name: string) =>
  scheduleJson(scheduleOf(PROGRAMMES[name]!.event, shownOf(PROGRAMMES[name]!), ORIGIN));
const faults = (file: string) => faultsOfJson(JSON.parse(file));

test.each(Object.keys(PROGRAMMES))("apps find nothing wrong in it: %s", async (name) => {
  expect(await faults(of(name))).toEqual([]);
});

test("apps find nothing wrong before anything is published", async () => {
  expect(await faults(scheduleJson(scheduleOf(camp(["2026-07-14"]), null, ORIGIN)))).toEqual([]);
});

test("apps find nothing wrong in whatever is published", async () => {
  await fc.assert(
    fc.asyncProperty(anyGrid, async (grid) => {
      const file = scheduleJson(scheduleOf(camp(["2026-07-14", "2026-07-15"]), grid, ORIGIN));
      expect(await faults(file)).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("a field that is another makes the check fail", () => {
  const whole = of("one day");
  for (const [field, other] of [
    ['"guid":"01a2140c-000c', '"guid":"z'],
    ['"start":"10:00"', '"start":"25:00"'],
    ['"duration":"00:45"', '"duration":"45"'],
    ['"acronym":"brum"', '"acronym":"a-b"'],
    ['"daysCount":1,', ""],
    ['"persons":[{"name":"Ama"},', '"persons":[{},'],
  ] as const) {
    expect(whole).toContain(field);
    expect(faults(whole.replace(field, other))).not.toEqual([]);
  }
});

test("a zone whose name the schema does not take is left out, and the distance from UTC says as much", () => {
  const zoned = (zone: string) =>
    JSON.parse(scheduleJson(scheduleOf(camp(["2026-07-14"], zone), null, ORIGIN))).schedule.conference;
  expect(zoned("Europe/London").time_zone_name).toBe("Europe/London");
  expect(zoned("EST5EDT")).not.toHaveProperty("time_zone_name");
});
