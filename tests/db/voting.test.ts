import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { hand, tally } from "#db/schema/voting.ts";
import { readVersions } from "#db/snapshot.ts";
import { countHands, findMiscounted } from "#db/voting/tally.ts";
import { raiseHands, readBallot } from "#db/voting.ts";
import { PHASES, permits } from "#domain/event.ts";
import type { Attendee } from "#domain/viewer.ts";
import { type Organiser, standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";

let db: Database;
let camp: PitchingCamp;
let dan: Organiser;
let ama: Attendee;
let pitchId: string;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
  ama = await camper(db, camp, "Ama");
  pitchId = await pitched("Job swaps");
});

async function pitched(title: string): Promise<string> {
  const form = pitchForm(title);
  await bringPitchFor(db, dan, form, [], MORNING);
  return form.id;
}

const later = (ms: number) => new Date(MORNING.getTime() + ms);
const NOW = later(60_000);

async function tap(
  up: boolean,
  castAt: Date | null = NOW,
  { who = ama, pitch = pitchId, now = NOW }: { who?: Attendee; pitch?: string; now?: Date } = {},
) {
  const [answer] = await raiseHands(db, [{ attendee: who, pitchId: pitch, up, castAt }], now);
  return answer;
}

const refusal = (name: string) => ({ ok: false, refusal: name });
const state = (up: boolean, pitch = pitchId) => ({
  ok: true,
  value: { pitchId: pitch, up, castAt: expect.any(Number) },
});
const counted = async (pitch = pitchId) =>
  (await db.select().from(tally).where(eq(tally.pitchId, pitch)))[0]?.hands;

describe("a hand", () => {
  test("goes up and down, and repeating either changes nothing", async () => {
    expect(await tap(true)).toEqual(state(true));
    expect(await tap(true)).toEqual(state(true));
    expect(await readBallot(db, ama)).toEqual([pitchId]);
    expect(await tap(false)).toEqual(state(false));
    expect(await tap(false)).toEqual(state(false));
    expect(await readBallot(db, ama)).toEqual([]);
  });

  test("twenty double taps at once leave one row", async () => {
    await Promise.all(Array.from({ length: 20 }, () => tap(true)));
    expect(await db.$count(hand, eq(hand.pitchId, pitchId))).toBe(1);
  });

  test("an older tap that arrives late does not undo a newer one, and hears what is true", async () => {
    await tap(false, later(2_000));
    expect(await tap(true, later(1_000))).toEqual(state(false));
    expect(await tap(true, later(3_000))).toEqual(state(true));
  });

  test("a tap from the future counts as now, so that the next one still has a say", async () => {
    await tap(true, later(86_400_000));
    expect(await tap(false, NOW)).toEqual(state(false));
  });

  test("after the clock went back, a tap that comes after the one that stands counts, and one without a time", async () => {
    const [before, back] = [later(3_600_000), later(0)];
    expect(await tap(true, before, { now: before })).toEqual(state(true));
    const answer = await tap(false, later(1), { now: back });
    expect(answer).toEqual({ ok: true, value: { pitchId, up: true, castAt: before.getTime() } });
    expect(await tap(false, new Date(before.getTime() + 1), { now: back })).toEqual(state(false));
    expect(await tap(true, before, { now: back })).toEqual(state(false));
    expect(await tap(true, null, { now: back })).toEqual(state(true));
    expect(await tap(false, null, { now: back })).toEqual(state(false));
  });

  test("whatever clocks say, of two taps the one that knows of the other stands, also when both are repeated", async () => {
    const at = fc.integer({ min: -86_400_000, max: 86_400_000 });
    await fc.assert(
      fc.asyncProperty(at, at, at, fc.boolean(), async (castAt, first, then, up) => {
        const who = await camper(db, camp, "Somebody");
        const send = (was: boolean, cast: number, now: number) =>
          tap(was, later(cast), { who, now: later(now) });
        const stood = await send(up, castAt, first);
        const known = stood?.ok ? stood.value.castAt - MORNING.getTime() : Number.NaN;
        const after = Math.max(then, known + 1);
        expect(await send(!up, after, then)).toEqual(state(!up));
        if (castAt <= first) expect(await send(up, castAt, then)).toEqual(state(!up));
        expect(await send(!up, after, then)).toEqual(state(!up));
      }),
      { numRuns: 60 },
    );
  });

  test("of several taps on one hand in one statement the last has its say, and each hears it", async () => {
    const taps = [later(3), later(1), later(2)].map((castAt, index) => ({
      attendee: ama,
      pitchId,
      up: index === 0,
      castAt,
    }));
    expect(await raiseHands(db, taps, NOW)).toEqual([state(true), state(true), state(true)]);
  });

  test("taking back and raising at once ends as the later tap wanted, whichever arrives first", async () => {
    for (let round = 0; round < 20; round += 1) {
      const taps = [tap(true, later(round * 10 + 2)), tap(false, later(round * 10 + 1))];
      await Promise.all(round % 2 ? taps : taps.reverse());
      expect(await readBallot(db, ama)).toEqual([pitchId]);
    }
  });
});

describe("a hand is refused", () => {
  test.each(PHASES)("in the phase %s unless hands are open then", async (phase) => {
    await db.update(event).set(standsAt(phase)).where(eq(event.id, camp.eventId));
    expect(await tap(true)).toEqual(permits(phase, "raiseHand") ? state(true) : refusal("not_open"));
  });

  test("for a pitch that is not there, was withdrawn, or is another camp's", async () => {
    const other = await pitchingCamp(db);
    const form = pitchForm("Elsewhere");
    await bringPitchFor(db, await organiser(db, other), form, [], MORNING);
    await withdrawPitch(db, dan, pitchId, MORNING);
    for (const pitch of [newId(), form.id, pitchId])
      expect(await tap(true, NOW, { pitch })).toEqual(refusal("not_found"));
  });

  test("once the place was given back, and taps beside it still go in", async () => {
    const ben = await camper(db, camp, "Ben");
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, ama.registrationId));
    const taps = [ama, ben].map((attendee) => ({ attendee, pitchId, up: true, castAt: NOW }));
    expect(await raiseHands(db, taps, NOW)).toEqual([refusal("no_ticket"), state(true)]);
  });
});

describe("the room's count", () => {
  test("is what the hands say, with the camp's next version", async () => {
    await tap(true);
    await tap(true, NOW, { who: await camper(db, camp, "Ben") });
    const before = (await readVersions(db, [camp.eventId])).get(camp.eventId)!;
    await countHands(db, camp.eventId, [pitchId]);
    expect(await counted()).toBe(2);
    expect((await readVersions(db, [camp.eventId])).get(camp.eventId)).toBe(before + 1);
    await tap(false);
    await countHands(db, camp.eventId, [pitchId]);
    expect(await counted()).toBe(1);
  });

  test("leaves out hands of people who gave their place back", async () => {
    await tap(true);
    await countHands(db, camp.eventId, [pitchId]);
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, ama.registrationId));
    expect(await findMiscounted(db, camp.eventId)).toEqual([pitchId]);
    await countHands(db, camp.eventId, [pitchId]);
    expect(await counted()).toBe(0);
  });

  test("never counts another camp's pitch", async () => {
    const other = await pitchingCamp(db);
    await tap(true);
    await countHands(db, other.eventId, [pitchId]);
    expect(await counted()).toBeUndefined();
  });

  test("what was never counted is found, and found no more once it is", async () => {
    await tap(true);
    const mine = () => findMiscounted(db, camp.eventId);
    expect(await mine()).toEqual([pitchId]);
    await countHands(db, camp.eventId, [pitchId]);
    expect(await mine()).toEqual([]);
  });

  test("is right after any taps at once, when each is counted by whoever took it, and nobody else", async () => {
    const pitches = [pitchId, await pitched("Maps"), await pitched("Gritting")];
    const people = await Promise.all(["Ben", "Cy", "Di"].map((name) => camper(db, camp, name)));
    const act = fc.record({
      who: fc.nat(2),
      pitch: fc.nat(2),
      up: fc.boolean(),
      at: fc.nat(50),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
        round += 1;
        const start = round * 100;
        await Promise.all(
          acts.map(async ({ who, pitch, up, at }) => {
            await tap(up, later(start + at), { who: people[who]!, pitch: pitches[pitch]! });
            await countHands(db, camp.eventId, [pitches[pitch]!]);
          }),
        );
        for (const pitch of pitches) {
          const up = await db.$count(hand, and(eq(hand.pitchId, pitch), eq(hand.up, true)));
          expect((await counted(pitch)) ?? 0).toBe(up);
        }
      }),
      { numRuns: 25 },
    );
  });
});

test("counting ends well beside whoever has locked the camp and then wants its version", async () => {
  // A first count of a pitch looks whether its camp is there.
  await db.delete(tally);
  let counting: Promise<void> | undefined;
  await db.transaction(async (tx) => {
    await lockEvent(tx, camp.eventId);
    counting = countHands(db, camp.eventId, [pitchId]);
    // The one that waits longer is the one that Postgres ends.
    counting.catch(() => undefined);
    const waiting = sql`pid <> pg_backend_pid() and datname = current_database() and wait_event_type = 'Lock'`;
    while ((await db.execute(sql`select from pg_stat_activity where ${waiting}`)).length === 0);
    await bump(tx, camp.eventId, ["pitches"]);
  });
  await expect(counting).resolves.toBeUndefined();
});
