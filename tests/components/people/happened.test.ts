import { expect, it } from "vitest";
import { happened } from "#components/people/happened.ts";
import { history } from "#messages/en/history.ts";

const NOTHING = { from: null, to: null };

it("says who was behind what happened, where it means something else by another's hand", () => {
  const passed = (actor: "crew" | "clock") => happened({ act: "pass_over", actor, ...NOTHING });
  expect([passed("crew"), passed("clock")]).toEqual([history.byCrew.pass_over, history.acts.pass_over]);
  const offered = (actor: "crew" | "clock") => happened({ act: "offer", actor, ...NOTHING });
  expect([offered("crew"), offered("clock")]).toEqual([history.byCrew.offer, history.acts.offer]);
});

it("tells an offer that was withdrawn from a place that was taken back, and how somebody came in", () => {
  const back = (from: string) => happened({ act: "put_back_in_line", actor: "crew", from, to: "waiting" });
  expect([back("offered"), back("confirmed")]).toEqual([history.withdrawn, history.acts.put_back_in_line]);
  const came = happened({ act: "register", actor: "camper", from: null, to: "waiting" });
  expect(came).toBe("Registered and joined the line");
  expect(happened({ act: "grid" as never, actor: "crew", ...NOTHING })).toBe(history.other);
});
