import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { changeRooms } from "#db/room.ts";
import { WeighingCache } from "#live/weighing-cache.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { MORNING, organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";

let db: Database;
let camp: PitchingCamp;
let dan: Organiser;

beforeAll(async () => {
  db = (await freshDatabase()).db;
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
});
afterEach(() => vi.restoreAllMocks());

const waits = () => false;

/** Every look at the clock is so much later than the one before. */
function clockThatRuns(step: number): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += step;
    return now;
  });
}

describe("what one more room or slot would bring", () => {
  test("is worked out once for a state of the desk, however long it lasts, and again for the next", async () => {
    const weighed = new WeighingCache(db);
    const first = await weighed.gains(camp.eventId, waits);
    expect(first).not.toBeNull();
    // A minute at every look: hands are read again.
    clockThatRuns(60_000);
    expect(await weighed.gains(camp.eventId, waits)).toBe(first);
    const hall = { id: null, name: "Hall", capacity: 20, features: [] };
    await changeRooms(db, dan, markOf([]), [hall], MORNING);
    expect(await weighed.gains(camp.eventId, waits)).not.toBe(first);
  });

  test("is worked out once for all who ask at the same time", async () => {
    const weighed = new WeighingCache(db);
    const [one, other] = await Promise.all([1, 2].map(() => weighed.gains(camp.eventId, waits)));
    expect(other).toBe(one);
  });

  test("is given up when nobody waits for it, and goes on for one who does", async () => {
    clockThatRuns(9);
    const weighed = new WeighingCache(db);
    let looks = 0;
    const letsGo = () => {
      looks += 1;
      return looks > 3;
    };
    expect(await weighed.gains(camp.eventId, letsGo)).toBeNull();
    expect(looks).toBeLessThan(10);
    looks = 0;
    const [, stayed] = await Promise.all([
      weighed.gains(camp.eventId, letsGo),
      weighed.gains(camp.eventId, waits),
    ]);
    expect(stayed).not.toBeNull();
  });

  test("lets the server do other things meanwhile", async () => {
    clockThatRuns(9);
    let others = 0;
    let done = false;
    const other = () => {
      others += 1;
      if (!done) setImmediate(other);
    };
    setImmediate(other);
    let looks = 0;
    await new WeighingCache(db).gains(camp.eventId, () => {
      looks += 1;
      return false;
    });
    done = true;
    expect(looks).toBeGreaterThan(3);
    expect(others).toBeGreaterThanOrEqual(looks - 1);
  });
});
