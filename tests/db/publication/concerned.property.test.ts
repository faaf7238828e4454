/** A session concerns whoever goes to any of its runs, as domain/star.ts has it of hands and stars. */
import { eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { concernedBy } from "#db/publication/concerned.ts";
import { pitch } from "#db/schema/pitch.ts";
import { star } from "#db/schema/star.ts";
import { hand } from "#db/schema/voting.ts";
import { readStars } from "#db/star.ts";
import { runKey } from "#domain/run.ts";
import { starredOf } from "#domain/star.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper } from "#tests/support/pitching.ts";
import { makeTold } from "#tests/support/tellings.ts";

const { db } = await freshDatabase();
const now = new Date();
const COPIES = [0, 1, 2];

const said = fc.uniqueArray(
  fc.record({ nth: fc.nat(1), copy: fc.constantFrom(...COPIES), starred: fc.boolean(), minute: fc.nat(3) }),
  { selector: ({ nth, copy }) => `${nth} ${copy}` },
);
const hands = fc.tuple(fc.option(fc.boolean()), fc.option(fc.boolean()));

it("is of exactly those who go there by a hand or a star, also once two have become one", {
  timeout: 60_000,
}, async () => {
  const told = await makeTold(db, now);
  const who = await camper(db, told.camp, "Ama");
  const { registrationId } = who;
  const [a, b] = [told.pitches[0]!, told.pitches[1]!];
  await fc.assert(
    fc.asyncProperty(said, hands, fc.boolean(), async (stars, raised, merged) => {
      await db.delete(star).where(inArray(star.pitchId, [a, b]));
      await db.delete(hand).where(inArray(hand.pitchId, [a, b]));
      await db
        .update(pitch)
        .set({ mergedInto: merged ? a : null, mergedAt: merged ? now : null })
        .where(eq(pitch.id, b));
      for (const { nth, copy, starred, minute } of stars)
        await told.say(who, nth, starred, { copy, castAt: new Date(now.getTime() + minute * 60_000) });
      for (const [nth, up] of raised.entries()) if (up !== null) await told.raise(who, nth, up);

      const sessions = merged ? [a] : [a, b];
      const runs = sessions.flatMap((pitchId) =>
        COPIES.map((copy) => ({ key: runKey(pitchId, copy), pitchId, copy })),
      );
      const ballot = raised.flatMap((up, nth) => (up ? [merged ? a : told.pitches[nth]!] : []));
      const goes = starredOf(runs, ballot, await readStars(db, who));
      const ids = sql`${JSON.stringify(sessions)}::jsonb`;
      const rows = await db.execute<{ pitch_id: string; registration_id: string }>(
        concernedBy(ids, { hosts: false, hands: true }),
      );
      expect(rows.map((row) => [row.pitch_id, row.registration_id]).sort()).toEqual(
        sessions
          .filter((id) => runs.some(({ pitchId, key }) => pitchId === id && goes.has(key)))
          .map((id) => [id, registrationId])
          .sort(),
      );
    }),
    { numRuns: 60 },
  );
});
