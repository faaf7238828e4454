import { expect, it } from "vitest";
import { canRetry, RETRIED, reasonOfFailure } from "#domain/mail-failure.ts";

it("knows why a mail did not go out", () => {
  const failures = [
    "550",
    "599",
    "returned",
    "unreadable",
    "left_group",
    "unwilling",
    "gone",
    "no_way_through",
    "450",
  ];
  expect(failures.map(reasonOfFailure)).toEqual([
    ...["refused", "refused", "returned", "unreadable", "left_group", "unwilling", "gone"],
    ...["gave_up", "gave_up"],
  ]);
});

it("tries again what was refused or given up, and never a code or an offer", () => {
  const failures = ["550", "no_way_through", "returned", "left_group", "unreadable"];
  expect(failures.filter((failure) => canRetry("group_mail", failure))).toEqual(["550", "no_way_through"]);
  const timely = ["sign_in", "offered", "no_such_kind"];
  expect(timely.filter((kind) => canRetry(kind, "550"))).toEqual([]);
  expect(RETRIED).not.toContain("offered");
});
