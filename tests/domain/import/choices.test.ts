import { expect, test } from "vitest";
import { NO_CHOICES } from "#domain/import/choices.ts";

test("whoever has said nothing has everything worked out from the file", () => {
  expect(NO_CHOICES).toEqual({ page: 0, sheet: null, columns: {}, order: null, days: null, same: [] });
});
