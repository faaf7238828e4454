import { expect, test } from "vitest";
import { type HelpCall, standing } from "#domain/help-call.ts";

const call = (id: string, endsAt: string, more: Partial<HelpCall> = {}): HelpCall => ({
  ...{ id, what: "More hands", place: "", by: { id: "ama", name: "Ama" }, coming: [] },
  ...{ at: "2026-07-14T09:00:00.000Z", endsAt, ...more },
});

test("a call stands until its time is up, to the millisecond", () => {
  const calls = [call("a", "2026-07-14T09:30:00.000Z"), call("b", "2026-07-14T09:30:00.001Z")];
  expect(standing(calls, Date.parse("2026-07-14T09:30Z")).map(({ id }) => id)).toEqual(["b"]);
});
