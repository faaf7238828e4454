/** The buttons of the table of the days' rows, by what they make of the rows that were sent. */
import { expect, test } from "vitest";
import { slotStep } from "#app/e/[event]/desk/settings/slot-table.ts";
import type { EventView } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { type Fields, formOf, rows } from "#tests/support/forms.ts";

const camp = { day: "2026-07-14", zone: "Europe/London" } as EventView;
const sent = (all: readonly Fields[], step: string) =>
  slotStep(formOf({ ...rows("slot", "", all), step }), camp, async () => ({ errors: {} }));

const row = (starts: string, ends: string) => ({ kind: "session", title: "", day: camp.day, starts, ends });

test("one more row like another comes after the night that ends its day", async () => {
  const copied = await sent([row("10:00", "10:45"), row("22:00", "00:30"), row("", "")], "copy.0");
  expect(copied!.values).toMatchObject({
    rows: String(3 + MOST.blankRows),
    "slot.2.day": "2026-07-15",
    "slot.2.starts": "00:30",
    "slot.2.ends": "01:15",
  });
});

test("of an empty row nothing is copied", async () => {
  const copied = await sent([row("10:00", "10:45"), row("", "")], "copy.1");
  expect(copied!.values).toMatchObject({ rows: "2", at: "slot.1.title", "slot.1.starts": "" });
  expect(copied!.values).not.toHaveProperty("slot.2.starts");
});

// Before, a sheet of times made sessions of the breaks that were there, and took their names.
test("a sheet that says times alone moves the ends of what is there, and leaves a break the break it is", async () => {
  const tea = { ...row("10:00", "10:45"), kind: "break", title: "Tea" };
  const paste = (sheet: string) =>
    slotStep(formOf({ ...rows("slot", "", [tea]), step: "paste", sheet }), camp, async () => ({
      errors: {},
    }));
  const first = { "slot.0.kind": "break", "slot.0.ends": "11:00" };
  expect((await paste("10:00\t11:00\n11:00\t11:45"))!.values).toMatchObject({
    ...{ ...first, "slot.0.title": "Tea" },
    ...{ "slot.1.kind": "session", "slot.1.starts": "11:00" },
  });
  expect((await paste("10:00\t11:00\tLunch"))!.values).toMatchObject({ ...first, "slot.0.title": "Lunch" });
});
