import { expect, test } from "vitest";
import { type HistoryEntry, withLastLooks } from "#domain/history.ts";

const entry = (id: string, act: HistoryEntry["act"], by: string | null): HistoryEntry => {
  return { id, at: "2026-07-14T09:00:00.000Z", actor: "crew", by, act, from: null, to: null, reason: "" };
};

test("of looks at what somebody needs only the last by each is shown, and everything else whole", () => {
  const entries = [
    entry("5", "see_needs", "Olu"),
    entry("4", "confirm", "Olu"),
    entry("3", "see_needs", "Mei"),
    entry("2", "see_needs", "Olu"),
    entry("1", "confirm", "Olu"),
  ];
  expect(withLastLooks(entries).map(({ id }) => id)).toEqual(["5", "4", "3", "1"]);
});
