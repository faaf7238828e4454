/** What the preview's form says over what it was shown with. */
import { expect, test } from "vitest";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import { readFile } from "#domain/import/read.ts";
import { chosen } from "../../app/e/[event]/desk/import/choices.ts";

const text = "start,end,room,title\n7/4/2026 10:00,7/4/2026 10:45,Hall,A\n";
const shown = (choices: Choices = NO_CHOICES) =>
  readFile(text, { zone: "Europe/London", day: "2026-09-12", slots: [] }, choices).reading;

function form(changes: Record<string, string> = {}): FormData {
  const { sheet, columns, order } = shown();
  const sent = new FormData();
  sent.set("kind", String(sheet));
  for (const { at, means } of columns) sent.set(`column.${at}`, means ?? "");
  sent.set("order", order!.order);
  for (const [name, value] of Object.entries(changes)) sent.set(name, value);
  return sent;
}

test("a form sent as it was shown chooses nothing", () => {
  expect(chosen(form(), NO_CHOICES, shown())).toEqual(NO_CHOICES);
});

test("each change is kept, and nothing else", () => {
  expect(chosen(form({ order: "month" }), NO_CHOICES, shown())).toEqual({ ...NO_CHOICES, order: "month" });
  expect(chosen(form({ "column.2": "" }), NO_CHOICES, shown()).columns).toEqual({ 2: "" });
  expect(chosen(form({ kind: "pitches" }), NO_CHOICES, shown()).sheet).toBe("pitches");
  expect(chosen(form({ same: "x" }), NO_CHOICES, shown()).same).toEqual(["x"]);
});

test("what was chosen before stays when the form is sent once more as shown", () => {
  const before: Choices = { ...NO_CHOICES, columns: { 2: "" }, order: "month" };
  expect(chosen(form({ "column.2": "", order: "month" }), before, shown(before))).toEqual(before);
});

test("on which days the rows come to stand is chosen only where it was changed", () => {
  const camp = { zone: "Europe/London", day: "2026-09-12", days: ["2026-09-12"], slots: [] };
  const { reading } = readFile(text, camp);
  expect(chosen(form({ days: "camp" }), NO_CHOICES, reading).days).toBeNull();
  expect(chosen(form({ days: "file" }), NO_CHOICES, reading).days).toBe("file");
  expect(chosen(form({ days: "elsewhere" }), { ...NO_CHOICES, days: "file" }, reading).days).toBeNull();
});

test("another page begins anew, and nonsense chooses nothing", () => {
  expect(chosen(form({ page: "1", order: "month" }), NO_CHOICES, shown())).toEqual({
    ...NO_CHOICES,
    page: 1,
  });
  const odd = { "column.0": "karaoke", "column.99": "title", page: "-4" };
  expect(chosen(form(odd), NO_CHOICES, shown())).toEqual(NO_CHOICES);
});
