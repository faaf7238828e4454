import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Balance } from "#components/event/balance.tsx";
import type { PoolsView } from "#domain/pool.ts";

const health = (taken: number) => ({ name: "Health", floor: 2, ceiling: 3, taken });
const pools = (more: Partial<PoolsView>): PoolsView => ({
  sectors: [health(3), { name: "Local", floor: 0, ceiling: null, taken: 6 }],
  firstTimers: { floor: 0, ceiling: null, taken: 4 },
  ...{ organisationLimit: 2, mergesAt: null, merged: false, taken: 9 },
  keptFor: { sectors: [], firstTimers: false },
  ...more,
});
const read = (more: Partial<PoolsView>) =>
  renderToStaticMarkup(
    <Balance pools={pools(more)} capacity={12} camp={{ zone: "Europe/London" }} />,
  ).replace(/<[^>]*>/g, " ");

const BEYOND = "More people have a place than one of these numbers lets in";

// Seen: "14 of 12 places taken", and "At most 3" beside four of them.
it("says of a camp over its places by how many it is, and of a number that it does not hold", () => {
  expect(read({})).toContain("The mix: 9 of 12 places taken");
  expect(read({ taken: 12 })).toContain("The mix: 12 of 12 places taken");
  expect(read({ taken: 14 })).toContain("The mix: 14 places given, 2 more than the camp has");
  expect(read({})).not.toContain(BEYOND);
  expect(read({ sectors: [health(4)] })).toContain(BEYOND);
  expect(read({ firstTimers: { floor: 0, ceiling: 3, taken: 4 } })).toContain(BEYOND);
  expect(read({ sectors: [health(4)], merged: true })).not.toContain(BEYOND);
});
