import { expect, it } from "vitest";
import { DROPPED } from "#domain/mail-failure.ts";

it("is nothing that went wrong where somebody is no longer meant", () => {
  expect(DROPPED).toEqual(["left_group", "unwilling", "gone"]);
});
