/** What people say of runs, through publishing, late and repeated taps, and two registrations that become one. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { readDraft } from "#db/draft.ts";
import { readMe } from "#db/me.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { readProblem } from "#db/planner-problem.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { publication } from "#db/schema/publication.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { listStars, readStars, starRun } from "#db/star.ts";
import { runKey } from "#domain/run.ts";
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
import { freeze, gridOf } from "#tests/support/published.ts";

const { db } = await freshDatabase();
const later = (seconds: number) => new Date(MORNING.getTime() + seconds * 1000);
const NOW = later(3600);

let camp: PitchingCamp;
let dan: Organiser;
let ama: Attendee;
let bo: Attendee;
let swaps: string;
let drones: string;

const bring = async (title: string) => {
  const form = pitchForm(title);
  await bringPitchFor(db, dan, form, ["Rhys"], MORNING);
  return form.id;
};
const publish = async (number: number) =>
  freeze(db, camp.eventId, { ...(await gridOf(db, camp, later(1800 * number).getTime())), number });
const tap = (
  attendee: Attendee,
  pitchId: string,
  { starred = true, at = 0 as number | null, copy = 0, now = NOW } = {},
) => starRun(db, { attendee, pitchId, copy, starred, castAt: at === null ? null : later(at) }, now);
const raise = ({ registrationId }: Attendee, pitchId: string) =>
  db.insert(hand).values({ pitchId, registrationId, up: true, castAt: MORNING });

beforeEach(async () => {
  camp = await pitchingCamp(db, "grid");
  dan = await organiser(db, camp);
  ama = await camper(db, camp, "Ama Boateng");
  bo = await camper(db, camp, "Bo Li");
  [swaps, drones] = [await bring("Job swaps"), await bring("Drone films")];
});

describe("a star", () => {
  beforeEach(() => publish(1));

  it("is kept for its owner, each time a session runs by itself, and told back with when it was said", async () => {
    expect(await tap(ama, swaps)).toEqual({ ok: true, value: { starred: true, castAt: MORNING.getTime() } });
    await tap(ama, swaps, { copy: 1, starred: false });
    expect(await readStars(db, ama)).toEqual({ [swaps]: true, [runKey(swaps, 1)]: false });
    expect(await readStars(db, bo)).toEqual({});
  });

  it("stays as it was last said, in whatever order taps arrive", async () => {
    await tap(ama, swaps, { at: 20, starred: false });
    expect(await tap(ama, swaps, { at: 10 })).toMatchObject({ value: { starred: false } });
    expect(await tap(ama, swaps, { at: 30 })).toMatchObject({ value: { starred: true } });
  });

  it("that comes from the future counts as now, and a later tap without a time still wins", async () => {
    const kept = await tap(ama, swaps, { at: 999_999 });
    expect(kept).toMatchObject({ value: { castAt: NOW.getTime() } });
    expect(await tap(ama, swaps, { at: null, starred: false })).toMatchObject({ value: { starred: false } });
  });

  it("goes to the browser of its owner alone", async () => {
    await tap(ama, swaps);
    const asked = async (attendee: Attendee) =>
      (await readMe(db, { registrationId: attendee.registrationId, attendee, crew: null })).stars;
    expect([await asked(ama), await asked(bo)]).toEqual([{ [swaps]: true }, undefined]);
  });

  it("is of the session that its own became a part of, as it was said last", async () => {
    await tap(ama, drones, { at: 10 });
    await tap(ama, swaps, { at: 5, starred: false });
    await db.update(pitch).set({ mergedInto: swaps, mergedAt: NOW }).where(eq(pitch.id, drones));
    expect(await readStars(db, ama)).toEqual({ [swaps]: true });
    expect(await listStars(db, camp.eventId)).toEqual([
      { who: ama.registrationId, pitchId: swaps, copy: 0, starred: true },
    ]);
  });

  it.each([
    ["a pitch that is on no grid", "not_found", async () => tap(ama, await bring("Late"))],
    ["one of another camp", "not_found", async () => tap(ama, (await elsewhere()).pitch)],
    ["nobody’s", "not_found", () => tap(ama, ama.registrationId)],
    [
      "a withdrawn one",
      "not_found",
      async () => {
        await db.update(pitch).set({ withdrawnAt: NOW }).where(eq(pitch.id, swaps));
        return tap(ama, swaps);
      },
    ],
    [
      "whoever has no place",
      "no_ticket",
      async () => {
        const gone = { status: "released" } as const;
        await db.update(registration).set(gone).where(eq(registration.id, ama.registrationId));
        return tap(ama, swaps);
      },
    ],
    [
      "somebody of another camp",
      "no_ticket",
      async () => tap({ ...ama, eventId: (await elsewhere()).id }, swaps),
    ],
    [
      "a camp that is over",
      "not_open",
      async () => {
        await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.eventId));
        return tap(ama, swaps);
      },
    ],
    [
      "a grid that was taken back",
      "not_open",
      async () => {
        await db.update(publication).set({ takenBackAt: NOW }).where(eq(publication.eventId, camp.eventId));
        return tap(ama, swaps);
      },
    ],
  ])("of %s is refused %s", async (_, why, act) => {
    expect(await act()).toEqual({ ok: false, refusal: why });
    expect(await readStars(db, ama)).toEqual({});
  });
});

async function elsewhere() {
  const other = await pitchingCamp(db, "grid");
  const olu = await organiser(db, other);
  const form = pitchForm("Elsewhere");
  await bringPitchFor(db, olu, form, [], MORNING);
  return { id: other.eventId, pitch: form.id };
}

describe("sums of stars", () => {
  const starsOf = async () => (await readDraft(db, camp.eventId)).pitches[swaps]?.stars;

  it("say nothing until somebody says more than hands, and then how many go, to the desk and the planner", async () => {
    await publish(1);
    await raise(ama, swaps);
    await raise(bo, swaps);
    expect(await starsOf()).toBe(undefined);
    await tap(bo, swaps, { starred: false });
    expect(await starsOf()).toBe(1);
    const { problem } = await readProblem(db, camp.eventId, NOW);
    expect(problem.sessions.find(({ id }) => id === swaps)!.stars).toBe(1);
  });

  it("of what runs twice say to which run, as far as anybody has said it", async () => {
    const grid = await gridOf(db, camp, MORNING.getTime());
    const first = grid.placements.find(({ pitchId }) => pitchId === swaps)!;
    const placements = [...grid.placements, { ...first, copy: 1, slotId: grid.slots[4]!.id }];
    await freeze(db, camp.eventId, { ...grid, placements });
    await raise(ama, swaps);
    await tap(bo, swaps, { copy: 1 });
    await tap(bo, drones);
    const { pitches } = await readDraft(db, camp.eventId);
    expect(pitches[swaps]).toMatchObject({ stars: 2, choices: { chosen: { 1: 1 }, undecided: 1 } });
    expect(pitches[drones]).not.toHaveProperty("choices");
  });

  it("leave out whoever has no place, and end with the grid", async () => {
    await publish(1);
    await tap(ama, swaps);
    await tap(bo, swaps);
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, bo.registrationId));
    expect(await starsOf()).toBe(1);
    await db.update(publication).set({ takenBackAt: NOW }).where(eq(publication.eventId, camp.eventId));
    expect(await starsOf()).toBe(undefined);
  });
});

/** What a phone sent, to be sent again as well; `at` is no other tap's. */
type Sent = { who: "work" | "home" | "bo"; run: number; starred: boolean; at: number };
type Step =
  | { kind: "tap"; tap: Omit<Sent, "at"> }
  | { kind: "again"; nth: number }
  | { kind: "publish" }
  | { kind: "merge" };

describe("whatever happens in whatever order", () => {
  // Seen to fail without the comparison of times in the statement, and in that of merging.
  it("of each run stands what its owner said last, and of nobody else", async () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: 14 }, (_, n) => n),
      { minLength: 14 },
    );
    const step: fc.Arbitrary<Step> = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant("tap" as const),
          tap: fc.record({
            who: fc.constantFrom("work" as const, "home" as const, "bo" as const),
            run: fc.nat(1),
            starred: fc.boolean(),
          }),
        }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant("again" as const), nth: fc.nat(20) }) },
      { weight: 1, arbitrary: fc.constant({ kind: "publish" as const }) },
      { weight: 2, arbitrary: fc.constant({ kind: "merge" as const }) },
    );
    await fc.assert(
      fc.asyncProperty(order, fc.array(step, { maxLength: 14 }), async (times, steps) => {
        camp = await pitchingCamp(db, "grid");
        dan = await organiser(db, camp);
        const people = {
          work: await camper(db, camp, "Ama"),
          home: await camper(db, camp, "Ama"),
          bo: await camper(db, camp, "Bo"),
        };
        const pitches = [await bring("Job swaps"), await bring("Drone films")];
        await publish(1);
        const model = {
          work: new Map<string, Sent>(),
          home: new Map<string, Sent>(),
          bo: new Map<string, Sent>(),
        };
        const sent: Sent[] = [];
        let [merged, number] = [false, 1];
        const runOf = ({ run }: Sent) => ({ pitchId: pitches[run >> 1]!, copy: run & 1 });
        const deliver = async (one: Sent) => {
          const { pitchId, copy } = runOf(one);
          const { ok } = await tap(people[one.who], pitchId, { starred: one.starred, at: one.at, copy });
          expect(ok).toBe(!(merged && one.who === "home"));
          const key = runKey(pitchId, copy);
          const known = model[one.who].get(key);
          if (ok && (!known || known.at <= one.at)) model[one.who].set(key, one);
        };
        for (const [nth, it] of steps.entries()) {
          if (it.kind === "tap") {
            const one = { ...it.tap, at: times[nth]! };
            sent.push(one);
            await deliver(one);
          } else if (it.kind === "again") {
            if (sent.length > 0) await deliver(sent[it.nth % sent.length]!);
          } else if (it.kind === "publish") {
            number += 1;
            await publish(number);
          } else if (!merged) {
            merged = true;
            const pair = { stays: people.work.registrationId, goes: people.home.registrationId };
            const { mark } = (await previewMerge(db, dan, pair.stays, pair.goes))!;
            const done = await mergePeople(db, dan, { ...pair, mark, reason: "The same" }, NOW);
            expect(done.ok).toBe(true);
            for (const [key, one] of model.home)
              if ((model.work.get(key)?.at ?? -1) < one.at) model.work.set(key, one);
            model.home.clear();
          }
        }
        for (const who of ["work", "home", "bo"] as const) {
          const said = Object.fromEntries([...model[who]].map(([key, { starred }]) => [key, starred]));
          expect(await readStars(db, people[who])).toEqual(said);
        }
      }),
      { numRuns: 25 },
    );
  });
});
