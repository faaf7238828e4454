/** Hands under merging and taking apart, against a model that keeps a set of people per pitch. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { listRaised } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { readMergeable } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { bringPitchFor, listPitches } from "#db/pitch.ts";
import { pitch } from "#db/schema/pitch.ts";
import { tally } from "#db/schema/voting.ts";
import { countHands, findMiscounted } from "#db/voting/tally.ts";
import { raiseHands, readBallot } from "#db/voting.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";

const PITCHES = 4;
const PEOPLE = 3;

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const index = fc.nat(PITCHES - 1);
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("tap" as const),
      who: fc.nat(PEOPLE - 1),
      which: index,
      up: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("merge" as const), stays: index, goes: index }) },
  fc.record({ do: fc.constant("part" as const), goes: index }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Raised on a part, and apart again: the one that stayed is to be counted as well. */
const AGAIN: Act[] = [
  { do: "merge", stays: 0, goes: 2 },
  { do: "tap", who: 1, which: 2, up: true },
  { do: "tap", who: 0, which: 0, up: true },
  { do: "tap", who: 1, which: 0, up: true },
  { do: "part", goes: 2 },
  { do: "tap", who: 1, which: 2, up: false },
];

/** Raised on what goes, and taken down on what stays. */
const DOWN: Act[] = [
  { do: "tap", who: 0, which: 2, up: true },
  { do: "merge", stays: 0, goes: 2 },
  { do: "merge", stays: 0, goes: 1 },
  { do: "tap", who: 0, which: 0, up: false },
  { do: "tap", who: 0, which: 2, up: true },
  { do: "tap", who: 0, which: 1, up: false },
];

/** Who has a hand up for what, and what is a part of what. */
class Model {
  readonly up = Array.from({ length: PITCHES }, () => new Set<number>());
  readonly into: (number | null)[] = Array(PITCHES).fill(null);

  root = (pitch: number) => this.into[pitch] ?? pitch;
  group = (pitch: number) => [...this.up.keys()].filter((other) => this.root(other) === this.root(pitch));
  union = (pitch: number) => new Set(this.group(pitch).flatMap((part) => [...this.up[part]!]));

  do(act: Act): void {
    if (act.do === "part") this.into[act.goes] = null;
    else if (act.do === "merge") {
      const { stays, goes } = act;
      const alone = this.into[stays] === null && this.into[goes] === null && stays !== goes;
      if (alone && this.group(goes).length === 1) this.into[goes] = stays;
    } else if (act.up) this.up[act.which]!.add(act.who);
    else for (const part of this.group(act.which)) this.up[part]!.delete(act.who);
  }
}

async function makeWorld() {
  const camp = await pitchingCamp(db);
  const crew = await organiser(db, camp);
  const people: Attendee[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await camper(db, camp, `Person ${n}`));
  const pitches: string[] = [];
  for (let n = 0; n < PITCHES; n += 1) {
    const form = pitchForm(`Pitch ${n}`);
    await bringPitchFor(db, crew, form, [`Host ${n}`], new Date(MORNING.getTime() + n));
    pitches.push(form.id);
  }
  return { eventId: camp.eventId, crew, people, pitches };
}
type World = Awaited<ReturnType<typeof makeWorld>>;

async function run({ eventId, crew, people, pitches }: World, act: Act, at: Date): Promise<void> {
  if (act.do === "tap") {
    const pitchId = pitches[act.which]!;
    await raiseHands(db, [{ attendee: people[act.who]!, pitchId, up: act.up, castAt: at }], at);
    return countHands(db, eventId, [pitchId]);
  }
  const goes = pitches[act.goes]!;
  if (act.do === "part") return void (await partPitches(db, crew, { goes, reason: "" }, at));
  const stays = pitches[act.stays]!;
  const mark = (await readMergeable(db, eventId, { stays, goes }))?.mark ?? "";
  await mergePitches(db, crew, { stays, goes, mark, reason: "The same" }, at);
}

/** Everything that says how many hands there are and whose. */
async function check({ eventId, people, pitches }: World, model: Model): Promise<void> {
  const listed = (await listPitches(db, eventId)).map(({ id }) => pitches.indexOf(id)).sort();
  const roots = [...model.up.keys()].filter((one) => model.into[one] === null);
  expect(listed).toEqual(roots);
  const counts = new Map(
    (await db.select().from(tally).where(eq(tally.eventId, eventId))).map((row) => [row.pitchId, row.hands]),
  );
  const raised = await listRaised(db, eventId);
  for (const one of roots) {
    expect(counts.get(pitches[one]!) ?? 0).toBe(model.union(one).size);
    expect(raised.filter(({ pitchId }) => pitchId === pitches[one])).toHaveLength(model.union(one).size);
  }
  expect(await findMiscounted(db, eventId)).toEqual([]);
  for (const [who, person] of people.entries()) {
    const ballot = (await readBallot(db, person)).map((id) => pitches.indexOf(id)).sort();
    expect(ballot).toEqual(roots.filter((one) => model.union(one).has(who)));
  }
}

test("whatever is raised, taken down, merged and taken apart: everybody counts once, and nothing is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 16 }), async (acts) => {
      const world = await makeWorld();
      const model = new Model();
      for (const [n, one] of acts.entries()) {
        await run(world, one, new Date(MORNING.getTime() + 1000 * (n + 1)));
        model.do(one);
        await check(world, model);
      }
      for (const goes of model.into.keys()) {
        await run(world, { do: "part", goes }, new Date(MORNING.getTime() + 60_000));
        model.do({ do: "part", goes });
      }
      await check(world, model);
    }),
    { numRuns: 15, examples: [[AGAIN], [DOWN]] },
  );
}, 60_000);

test("of two that are merged into each other at once one goes, and one stands", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { crew, eventId, pitches } = await makeWorld();
    const [one, other] = [pitches[0]!, pitches[1]!];
    const into = async (stays: string, goes: string) => {
      const { mark } = (await readMergeable(db, eventId, { stays, goes }))!;
      return { stays, goes, mark, reason: "The same" };
    };
    const asked = [await into(one, other), await into(other, one)];
    const answers = await Promise.all(asked.map((ids) => mergePitches(db, crew, ids, MORNING)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const gone = await db.select().from(pitch).where(eq(pitch.eventId, eventId));
    expect(gone.filter(({ mergedInto }) => mergedInto !== null)).toHaveLength(1);
  }
});
