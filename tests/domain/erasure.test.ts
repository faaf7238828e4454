import { expect, it } from "vitest";
import { staysBarred, wayOut, withdrawnWith } from "#domain/erasure.ts";
import { PHASES } from "#domain/event.ts";
import { STATUSES } from "#domain/registration.ts";

it("lets go of what somebody has by the move they would make themselves", () => {
  const moves = STATUSES.map((status) => [status, wayOut(status)?.move]).filter(([, move]) => move);
  expect(Object.fromEntries(moves)).toMatchObject({
    waiting: "leave",
    entered: "leave",
    offered: "decline",
    held: "give_back",
    confirmed: "give_back",
  });
  expect(
    ["declined", "expired", "released", "left", "removed", "transferred"].map((it) => wayOut(it as never)),
  ).toEqual(Array(6).fill(null));
});

it("withdraws what is theirs alone as long as pitches can be withdrawn", () => {
  const hosted = [
    { id: "alone", others: 0 },
    { id: "shared", others: 1 },
  ];
  const withdrawing = PHASES.filter((phase) => withdrawnWith(hosted, phase).length > 0);
  expect(withdrawing).toEqual(["doors", "pitching", "grid", "sessions"]);
  expect(withdrawnWith(hosted, "grid")).toEqual(["alone"]);
});

it("keeps the address of whoever was taken off, until the camp is over", () => {
  expect(STATUSES.filter((status) => staysBarred(status, false))).toEqual(["removed"]);
  expect(STATUSES.filter((status) => staysBarred(status, true))).toEqual([]);
});
