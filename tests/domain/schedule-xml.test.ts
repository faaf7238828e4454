import fc from "fast-check";
import { expect, test } from "vitest";
import { scheduleOf } from "#domain/schedule.ts";
import { scheduleXml } from "#domain/schedule-xml.ts";
import { anyGrid } from "#tests/support/any-grid.ts";
import { camp, ORIGIN, PROGRAMMES, shownOf } from "#tests/support/programmes.ts";
import { faultsOfXml } from "#tests/support/schedule/check.ts";

const of = (name: string) =>
  scheduleXml(scheduleOf(PROGRAMMES[name]!.event, shownOf(PROGRAMMES[name]!), ORIGIN));
const faults = faultsOfXml;

test.each(Object.keys(PROGRAMMES))("apps find nothing wrong in it: %s", async (name) => {
  expect(await faults(of(name))).toEqual([]);
});

test("apps find nothing wrong before anything is published", async () => {
  expect(await faults(scheduleXml(scheduleOf(camp(["2026-07-14"]), null, ORIGIN)))).toEqual([]);
});

test("apps find nothing wrong in whatever is published", async () => {
  await fc.assert(
    fc.asyncProperty(anyGrid, async (grid) => {
      const file = scheduleXml(scheduleOf(camp(["2026-07-14", "2026-07-15"]), grid, ORIGIN));
      expect(await faults(file)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("a field that is lost or another makes the check fail", async () => {
  const whole = of("one day");
  const broken = [
    whole.replace(/ guid="01a2140c-000c[^"]*"/, ""),
    whole.replace(/<start>10:00</, "<start>ten<"),
    whole.replace(/<duration>00:45</, "<duration>45<"),
    whole.replace(/<date>[^<]*</, "<date>2026-07-14T10:00:00<"),
    whole.replace(/<track><\/track>/, ""),
    whole.replace(/ index="1"/, ""),
    whole.replace(/<acronym>brum</, "<acronym>UX<"),
    whole.replace(/<slug>brum-/g, "<slug>b-"),
  ];
  for (const file of broken) {
    expect(file).not.toBe(whole);
    expect(await faults(file)).not.toEqual([]);
  }
});

test("text says in it what was typed, but for signs that no XML may have", () => {
  expect(of("hosts of any script")).toContain("<person>O’Neil, Jr.</person>");
  const { event } = PROGRAMMES["one day"]!;
  const odd = scheduleOf({ ...event, name: 'a\u0000\u001b<b> & "c" \ufffe\ud800' }, null, ORIGIN);
  expect(scheduleXml(odd)).toContain("<title>a&lt;b&gt; &amp; &quot;c&quot; </title>");
});
