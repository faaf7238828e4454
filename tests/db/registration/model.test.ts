/**
 * Everything that people, organisers and the clock do to the line, one after the other, against a model of it
 * (tests/support/line-model.ts): after each act everybody must have what the model says, in the order it says.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { startHold } from "#db/registration/hold.ts";
import { tick } from "#db/registration/waiting.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Act, stories } from "#tests/support/line/acts.ts";
import { aimed } from "#tests/support/line/aim.ts";
import {
  bringList,
  drawFirst,
  dropAllUnproven,
  setPools,
  setRules,
  stepTowards,
  type WithCards,
} from "#tests/support/line/commands.ts";
import { doBetween, doDeed, doTransfer, offerSome } from "#tests/support/line/people-commands.ts";
import { beginWorld, compare, endWorld, learn, readWorld, type World } from "#tests/support/line/world.ts";
import { beat, sendMail } from "#tests/support/line-model.ts";
import { longest, sequences } from "#tests/support/sequences.ts";

const { db } = await freshDatabase();

/** What a draw leaves over goes to the line with the next beat. */
const BEATS = [1, 2];

async function perform(what: Act, world: World): Promise<WithCards> {
  if ("deed" in what) return doDeed(world, what);
  if ("between" in what) return doBetween(world, what);
  if ("transfer" in what) return doTransfer(world, what);
  if ("offers" in what) return offerSome(world, what);
  if ("brings" in what) return bringList(world, what);
  if ("draws" in what) return drawFirst(world, what.draws);
  if ("towards" in what) return stepTowards(world, what.towards);
  if ("letsGoUnproven" in what) return dropAllUnproven(world);
  if ("pools" in what) return setPools(world, what);
  if (!("wait" in what)) return setRules(world, what);
  world.table.now += what.wait;
  return () => undefined;
}

const isAsked = (what: Act) => "between" in what || ("deed" in what && what.deed === "register");

/** The act, then the clock, then the mails; each time with the cards as well. */
async function step(what: Act, world: World): Promise<void> {
  const { table } = world;
  table.now += 1_000;
  const withCards = await perform(aimed(table, what), world);
  const now = new Date(table.now);
  for (const _ of BEATS) await tick(db, now);
  let rows = await readWorld(world);
  const mailed = rows.filter(({ row }) => row.status === "held" && row.heldUntil === null);
  for (const { row } of mailed) await db.transaction((tx) => startHold(tx, row.id, now));
  if (mailed.length > 0) rows = await readWorld(world);
  await learn(world, rows);
  withCards(table);
  for (const _ of BEATS) beat(table);
  sendMail(table);
  compare(world, rows);
}

it("the line does what its model does, whatever is asked of it", { timeout: longest(600_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(stories, async ({ beginning, acts }) => {
      const world = await beginWorld(db, beginning);
      for (const what of acts) {
        // How often somebody may ask is another rule.
        if (isAsked(what)) await db.delete(limitBucket);
        await step(what, world);
      }
      await endWorld(world);
    }),
    sequences(150),
  );
  expect.hasAssertions();
});
