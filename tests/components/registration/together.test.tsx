/** What somebody is told of those they enter a draw with. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type GroupActions, Together } from "#components/registration/together.tsx";
import type { Together as Group } from "#domain/release.ts";

const act = async () => {
  throw new Error("nobody presses");
};
const actions: GroupActions = { begin: act, join: act, leave: act, mayDivide: act, mayNotDivide: act };

it("warns a group that is more than the places of its draw, unless all of it may be divided", () => {
  const warned = (group: Partial<Group>, places: number) => {
    const whole = { code: "ABCDEF", divides: false, others: ["Fay", "Gus", "Hal"], keeping: [], ...group };
    const part = <Together group={whole} places={places} token="t" actions={actions} />;
    return renderToStaticMarkup(part).includes("Together you cannot get places");
  };
  expect([warned({}, 3), warned({}, 4)]).toEqual([true, false]);
  expect([warned({ others: [] }, 1), warned({ others: ["Fay"] }, 1)]).toEqual([false, true]);
  expect(warned({ divides: true }, 3)).toBe(false);
  expect(warned({ divides: true, keeping: ["Fay"] }, 3)).toBe(true);
  expect(warned({ keeping: ["Fay"] }, 3)).toBe(true);
});
