/** Looking for repairs beside the event loop: the same answers as here, and a fault where the thread ends. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { findRepairs, keepRepairs, prepareRepairs } from "#db/repair/asking.ts";
import { RepairThread } from "#db/repair/repair-thread.ts";
import { repairsOf } from "#domain/repair/options.ts";
import { troubleAt } from "#domain/repair/where.ts";
import { dayDrawn, dayOf } from "#tests/support/repairing.ts";

const thread = new RepairThread();
afterAll(() => thread.end());

const days = fc.sample(dayDrawn, { numRuns: 12, seed: 7 }).flatMap((drawn) => {
  const asked = dayOf(drawn);
  const trouble = troubleAt("room_gone", { where: "r0", slot: null }, asked.grid, asked.now, "Europe/London");
  return trouble ? [{ asked, trouble }] : [];
});

test("the thread finds what is found here, whatever else is asked meanwhile", {
  timeout: 60_000,
}, async () => {
  expect(days.length).toBeGreaterThan(3);
  const here = days.map(({ asked, trouble }) => repairsOf(asked, trouble));
  expect(here.flat().length).toBeGreaterThan(0);
  expect(await Promise.all(days.map((day) => thread.ask(day)))).toEqual(here);
});

test("a process with a thread asks it, and one without thinks by itself", { timeout: 60_000 }, async () => {
  const [{ asked, trouble }] = days as [(typeof days)[number]];
  prepareRepairs();
  expect(await findRepairs(asked, trouble)).toEqual(repairsOf(asked, trouble));
  keepRepairs(thread);
  prepareRepairs();
  expect(await findRepairs(asked, trouble)).toEqual(repairsOf(asked, trouble));
  const lost = expect(findRepairs(asked, trouble)).rejects.toThrow("a repair broke");
  await thread.end();
  await lost;
  // The next finds another thread.
  expect(await findRepairs(asked, trouble)).toEqual(repairsOf(asked, trouble));
});

test("what a repair breaks on is told as its reason", { timeout: 60_000 }, async () => {
  const [{ asked }] = days as [(typeof days)[number]];
  const broken = thread.ask({ asked, trouble: null as never });
  await expect(broken).rejects.toThrow(/^a repair broke: /);
});
