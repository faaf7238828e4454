import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeRules, readRules, rulesOf } from "#db/camp.ts";
import { markOf, NOTHING_AGREED } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { hand } from "#db/schema/voting.ts";
import type { Tap } from "#db/voting/upsert.ts";
import { raiseHands, readBallot } from "#db/voting.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";

const PITCHES = 5;

let db: Database;
let camp: PitchingCamp;
let dan: Organiser;
let ama: Attendee;
let pitches: string[];

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
  ama = await camper(db, camp, "Ama");
  pitches = [];
  for (let n = 0; n < PITCHES; n += 1) {
    const form = pitchForm(`Pitch ${n}`);
    await bringPitchFor(db, dan, form, [], MORNING);
    pitches.push(form.id);
  }
  await give(2);
});

const give = (dots: number | null) => db.update(event).set({ dots }).where(eq(event.id, camp.eventId));

const later = (ms: number) => new Date(MORNING.getTime() + ms);
const NOW = later(60_000);

const tapOf = (pitch: number, up: boolean, at: number | null = 0, attendee = ama): Tap => ({
  attendee,
  pitchId: pitches[pitch]!,
  up,
  castAt: at === null ? null : later(at),
});

/** What each hears: up, down or why not. */
const tap = (...taps: Tap[]) => tapAt(NOW, ...taps);

async function tapAt(now: Date, ...taps: Tap[]) {
  const answers = await raiseHands(db, taps, now);
  return answers.map((answer) => (answer.ok ? (answer.value.up ? "up" : "down") : answer.refusal));
}

const ballot = async (who = ama) => (await readBallot(db, who)).map((id) => pitches.indexOf(id)).sort();

describe("where everybody has two hands", () => {
  test("the third is refused until one of them is taken down", async () => {
    expect(await tap(tapOf(0, true))).toEqual(["up"]);
    expect(await tap(tapOf(1, true))).toEqual(["up"]);
    expect(await tap(tapOf(2, true, 1))).toEqual(["no_hands_left"]);
    expect(await ballot()).toEqual([0, 1]);
    expect(await tap(tapOf(0, false, 2))).toEqual(["down"]);
    expect(await tap(tapOf(2, true, 3))).toEqual(["up"]);
    expect(await ballot()).toEqual([1, 2]);
  });

  test("several that arrive together are taken in the order they were made, and each hears its own", async () => {
    const taps = [tapOf(3, true, 40), tapOf(2, true, 30), tapOf(0, false, 20), tapOf(1, true, 10)];
    await tap(tapOf(0, true, 0));
    expect(await tap(...taps)).toEqual(["no_hands_left", "up", "down", "up"]);
    expect(await ballot()).toEqual([1, 2]);
  });

  test("a tap without a time comes last", async () => {
    expect(await tap(tapOf(0, true, null), tapOf(1, true, 9), tapOf(2, true, 10))).toEqual([
      "no_hands_left",
      "up",
      "up",
    ]);
  });

  test("one that is up already is none of the next, and neither is an old tap that comes again", async () => {
    await tap(tapOf(0, true, 1), tapOf(1, true, 1));
    expect(await tap(tapOf(1, true, 5))).toEqual(["up"]);
    await tap(tapOf(0, false, 10));
    await tap(tapOf(2, true, 11));
    // What was raised first is down since, so repeating it says so instead of that none is left.
    expect(await tap(tapOf(0, true, 1))).toEqual(["down"]);
    expect(await ballot()).toEqual([1, 2]);
  });

  test("an old tap that comes again takes no hand from the tap beside it", async () => {
    await tap(tapOf(0, true, 1));
    await tap(tapOf(0, false, 10));
    await tap(tapOf(1, true, 1));
    expect(await tap(tapOf(0, true, 2), tapOf(2, true, 12))).toEqual(["down", "up"]);
  });

  test("after the clock went back, an old tap takes none either", async () => {
    await give(1);
    await tapAt(later(200_000), tapOf(0, true, 100_000));
    await tapAt(later(200_000), tapOf(0, false, 150_000));
    expect(await tapAt(NOW, tapOf(0, true, 120_000), tapOf(1, true, null))).toEqual(["down", "up"]);
  });

  test("other people and other camps have their own", async () => {
    const ben = await camper(db, camp, "Ben");
    await tap(tapOf(0, true), tapOf(1, true));
    expect(await tap(tapOf(2, true, 5, ben), tapOf(2, true, 5))).toEqual(["up", "no_hands_left"]);
  });

  test("a pitch that is not there, or none may be raised for, takes no hand and says what is the matter", async () => {
    await tap(tapOf(0, true));
    await withdrawPitch(db, dan, pitches[2]!, MORNING);
    const nowhere = { ...tapOf(3, true), pitchId: newId() };
    expect(await tap(tapOf(2, true), nowhere, tapOf(1, true, 9))).toEqual(["not_found", "not_found", "up"]);
    await db.update(event).set({ phase: "sessions" }).where(eq(event.id, camp.eventId));
    expect(await tap(tapOf(3, true, 10))).toEqual(["not_open"]);
  });

  test("a pitch that is withdrawn gives its hand back; restored, it has it again, and none is left", async () => {
    await tap(tapOf(0, true), tapOf(1, true));
    await withdrawPitch(db, dan, pitches[0]!, MORNING);
    expect(await tap(tapOf(2, true, 5))).toEqual(["up"]);
    await restorePitch(db, dan, pitches[0]!, MORNING);
    expect(await ballot()).toEqual([0, 1, 2]);
    await tap(tapOf(1, false, 6));
    expect(await tap(tapOf(3, true, 7))).toEqual(["no_hands_left"]);
  });

  test("two phones that raise the last one at once raise one", async () => {
    for (let round = 0; round < 20; round += 1) {
      const who = await camper(db, camp, `Somebody ${round}`);
      await tap(tapOf(0, true, 0, who));
      const said = await Promise.all([1, 2, 3].map((pitch) => tap(tapOf(pitch, true, 5, who))));
      expect(said.flat().sort()).toEqual(["no_hands_left", "no_hands_left", "up"]);
    }
  });

  test("whatever is tapped, at once or again, nobody has more up, and what is refused is not up", async () => {
    const taps = fc.array(
      fc.record({ pitch: fc.nat(PITCHES - 1), up: fc.boolean(), at: fc.integer({ min: 0, max: 90_000 }) }),
      { minLength: 1, maxLength: 12 },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(taps, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (batches, again) => {
          const who = await camper(db, camp, `Anybody ${round++}`);
          const send = (batch: (typeof batches)[number]) =>
            tap(...batch.map(({ pitch, up, at }) => tapOf(pitch, up, at, who)));
          await Promise.all(batches.map(send));
          if (again) await Promise.all(batches.map(send));
          expect((await ballot(who)).length).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("another number", () => {
  const change = async (dots: number | null, agreed = NOTHING_AGREED) => {
    const rules = await readRules(db, dan);
    return changeRules(db, dan, markOf(rulesOf(rules)), { ...rules, dots }, NOW, agreed);
  };

  test("drops nobody’s hand, and says first how many people have more up", async () => {
    await give(null);
    const ben = await camper(db, camp, "Ben");
    await tap(...[0, 1, 2, 3].map((pitch) => tapOf(pitch, true)));
    await tap(...[0, 1].map((pitch) => tapOf(pitch, true, 0, ben)));
    const asked = await change(2);
    expect(asked).toMatchObject({ value: { asks: [{ kind: "fewer_hands", dots: 2, people: 1, most: 4 }] } });
    if (!asked.ok || !("asks" in asked.value)) throw new Error("not asked");
    expect(await change(2, asked.value.agreement)).toMatchObject({ value: { done: 0 } });
    expect(await ballot()).toEqual([0, 1, 2, 3]);
    expect(await tap(tapOf(4, true, 5), tapOf(0, false, 6))).toEqual(["no_hands_left", "down"]);
    expect(await tap(tapOf(1, false, 7), tapOf(4, true, 8))).toEqual(["down", "no_hands_left"]);
    expect(await tap(tapOf(2, false, 9), tapOf(4, true, 10))).toEqual(["down", "up"]);
  });

  test("asks nothing where nobody has more up, or the number stays as it is", async () => {
    await tap(tapOf(0, true), tapOf(1, true));
    expect(await change(2)).toMatchObject({ value: { done: 0 } });
    expect(await change(3)).toMatchObject({ value: { done: 0 } });
    await tap(tapOf(2, true, 5));
    await give(1);
    const rules = await readRules(db, dan);
    const same = { ...rules, lineLimit: 40 };
    expect(await changeRules(db, dan, markOf(rulesOf(rules)), same, NOW)).toMatchObject({
      value: { done: 0 },
    });
  });

  test("counts no hand that is down, nor one on a pitch that is withdrawn", async () => {
    await tap(tapOf(0, true), tapOf(1, true));
    await tap(tapOf(0, false, 5));
    expect(await change(1)).toMatchObject({ value: { done: 0 } });
    await give(2);
    await tap(tapOf(0, true, 6));
    await withdrawPitch(db, dan, pitches[1]!, MORNING);
    expect(await change(1)).toMatchObject({ value: { done: 0 } });
  });

  test("none at all lets everybody raise as many as they like", async () => {
    await tap(tapOf(0, true), tapOf(1, true));
    expect(await change(null)).toMatchObject({ value: { done: 0 } });
    expect(await tap(tapOf(2, true, 5), tapOf(3, true, 6))).toEqual(["up", "up"]);
    expect(await db.$count(hand, and(eq(hand.registrationId, ama.registrationId), eq(hand.up, true)))).toBe(
      4,
    );
  });
});
