/** Counting what is asked too often: whatever is asked at once, and whatever the clock does. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { forgetSpent, lockBuckets, saveBuckets, spend } from "#db/rate-limit.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { transact } from "#db/transaction.ts";
import { type Charge, LIMITS, type LimitName, paceOf, takeEach, takeOne } from "#domain/rate-limit.ts";
import { granted, refused } from "#domain/result.ts";
import { NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (ms: number) => new Date(NOON.getTime() + ms);
const { most } = LIMITS.sign_in_by_device;
const { step } = paceOf(LIMITS.sign_in_by_device);

async function grantedOf(charges: readonly Charge[], times: number, now = NOON): Promise<number> {
  const answers = await Promise.all(Array.from({ length: times }, () => spend(db, charges, now)));
  return answers.filter(({ ok }) => ok).length;
}

/** As `spend`, in the way that many share. */
const spendLocked = (charges: readonly Charge[], now: Date) =>
  transact(db, async (tx) => {
    const buckets = await lockBuckets(tx, charges, now);
    if (!takeEach(buckets, charges, now.getTime())) return refused("too_many");
    await saveBuckets(tx, buckets);
    return granted(null);
  });

// Seen to grant all forty when the bucket was read first and written afterwards.
it("grants as many as there are and no more, when forty ask at once", async () => {
  expect(await grantedOf([{ limit: "sign_in_by_device", by: newId() }], 40)).toBe(most);
});

it("grants no more when forty transactions ask at once", async () => {
  const by = newId();
  const asked = Array.from({ length: 40 }, () =>
    transact(db, async (tx) => spend(tx, [{ limit: "sign_in_by_device", by }], NOON)),
  );
  expect((await Promise.all(asked)).filter(({ ok }) => ok).length).toBe(most);
});

it("gives one more whenever its share of the time has passed", async () => {
  const charges: Charge[] = [{ limit: "sign_in_by_device", by: newId() }];
  await grantedOf(charges, most);
  expect(await grantedOf(charges, 3, later(step - 1))).toBe(0);
  expect(await grantedOf(charges, 3, later(step))).toBe(1);
  expect(await grantedOf(charges, 40, later(step + HOUR))).toBe(most);
});

it("takes nothing from the wider bucket when the narrower one is empty", async () => {
  const [stranger, owner, address] = [newId(), newId(), "olu@example.org"];
  const by = (device: string): Charge[] => [
    { limit: "code_by_registration", by: device },
    { limit: "sign_in_by_device", by: address },
  ];
  await grantedOf(by(stranger), 5);
  expect(await grantedOf(by(stranger), 40)).toBe(0);
  expect(await grantedOf(by(owner), 5)).toBe(5);
  expect(await grantedOf(by(newId()), 1)).toBe(0);
});

it("gives back what was taken for something that was refused", async () => {
  const charges: Charge[] = [{ limit: "sign_in_by_device", by: newId() }];
  for (let i = 0; i < 20; i++)
    await transact(db, async (tx) => {
      await spend(tx, charges, NOON);
      return refused("not_possible_now");
    });
  expect(await grantedOf(charges, 40)).toBe(most);
});

it("agrees with a bucket kept in memory, whatever is asked when, also after the clock went back", async () => {
  const ask = fc.record({
    limit: fc.constantFrom<LimitName>("sign_in_by_device", "invite_by_address"),
    who: fc.integer({ min: 0, max: 1 }),
    locked: fc.boolean(),
    wait: fc.integer({ min: -HOUR, max: HOUR }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(ask, { maxLength: 60 }), async (asks) => {
      const run = newId();
      const full = new Map<string, number>();
      let at = NOON.getTime();
      for (const { limit, who, wait, locked } of asks) {
        at += wait;
        const key = `${limit} ${who}`;
        const next = takeOne(LIMITS[limit], full.get(key) ?? at, at);
        if (next !== null) full.set(key, next);
        const charges: Charge[] = [{ limit, by: `${run} ${who}` }];
        const answer = locked
          ? await spendLocked(charges, new Date(at))
          : await spend(db, charges, new Date(at));
        expect(answer.ok).toBe(next !== null);
      }
    }),
    { numRuns: 30 },
  );
});

it("shuts nobody out for longer after the clock went back by a day", async () => {
  const charges: Charge[] = [{ limit: "sign_in_by_device", by: newId() }];
  await grantedOf(charges, most, later(24 * HOUR));
  expect(await grantedOf(charges, 40)).toBe(most);
});

it("grants nothing more to a request whose clock is a little behind", async () => {
  const charges: Charge[] = [{ limit: "sign_in_by_device", by: newId() }];
  await grantedOf(charges, most, later(1_000));
  expect(await grantedOf(charges, 40)).toBe(0);
});

it("keeps nobody's address, and forgets what is full again", async () => {
  await db.delete(limitBucket);
  await spend(db, [{ limit: "sign_in_by_address", by: "olu@example.org" }], NOON);
  const kept = await db.select().from(limitBucket);
  expect(kept.map(({ key }) => /^[0-9a-f]{64}$/.test(key))).toEqual([true]);
  await forgetSpent(db, later(1));
  expect(await db.$count(limitBucket)).toBe(1);
  await forgetSpent(db, later(HOUR));
  expect(await db.$count(limitBucket)).toBe(0);
});
