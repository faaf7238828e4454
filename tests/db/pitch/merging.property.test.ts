/** Hands under all that is done to pitches, against a model that keeps a set of people per pitch. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { listRaised } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { readMergeable } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch, bringPitchFor, listPitches } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { tally } from "#db/schema/voting.ts";
import { countHands, findMiscounted } from "#db/voting/tally.ts";
import { raiseHands, readBallot } from "#db/voting.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { longest, sequences } from "#tests/support/sequences.ts";

const PITCHES = 4;
const PEOPLE = 3;

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const index = fc.nat(PITCHES + PEOPLE - 1);
const who = fc.nat(PEOPLE - 1);
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("tap" as const), who, which: index, up: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("merge" as const), which: index, into: index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("part" as const, "withdraw" as const, "restore" as const),
      which: index,
    }),
  },
  fc.record({ do: fc.constant("give" as const), dots: fc.option(fc.integer({ min: 1, max: 3 })) }),
  // In a first round, and in a second one once everybody was said.
  fc.record({ do: fc.constant("bring" as const), who }),
  fc.record({ do: fc.constant("sayAll" as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const tap = (who: number, which: number, up: boolean): Act => ({ do: "tap", who, which, up });
const merge = (which: number, into: number): Act => ({ do: "merge", which, into });

/** Raised on a part, and apart again: the one that stayed is to be counted as well. */
const AGAIN: Act[] = [
  merge(2, 0),
  ...[tap(1, 2, true), tap(0, 0, true), tap(1, 0, true)],
  { do: "part", which: 2 },
  tap(1, 2, false),
];

/** Raised on what goes or stays, and taken down on another of them. */
const DOWN: Act[] = [
  ...[tap(0, 2, true), merge(2, 0), merge(1, 0)],
  ...[tap(0, 0, false), tap(0, 2, true), tap(0, 1, false)],
  ...[tap(0, 0, true), tap(0, 1, false)],
];

/** One hand is on two, which costs one of two; apart, and with another back, there are more than two, and they stay. */
const SPENT: Act[] = [
  ...[tap(0, 0, true), tap(0, 2, true), tap(0, 3, true), { do: "withdraw", which: 3 } as const],
  ...[{ do: "give", dots: 2 } as const, merge(2, 0), tap(0, 1, true), tap(0, 2, true)],
  ...[
    { do: "restore", which: 3 } as const,
    { do: "part", which: 2 } as const,
    tap(0, 1, false),
    tap(0, 1, true),
  ],
];

/** One of the second round goes into one of the first. */
const SECOND: Act[] = [
  ...([{ do: "bring", who: 0 }, { do: "sayAll" }, { do: "bring", who: 0 }] as const),
  ...[tap(1, 4, true), tap(2, 5, true), tap(2, 0, true), merge(5, 0), merge(4, 0)],
  ...[tap(1, 5, false), { do: "withdraw", which: 0 } as const],
];

/** Who has a hand up for what, what is a part of what, and what was taken back. */
class Model {
  readonly up: Set<number>[] = [];
  readonly into: (number | null)[] = [];
  readonly withdrawn: boolean[] = [];
  dots: number | null = null;

  constructor() {
    for (let n = 0; n < PITCHES; n += 1) this.bring();
  }

  bring(): void {
    this.up.push(new Set());
    this.into.push(null);
    this.withdrawn.push(false);
  }

  root = (pitch: number) => this.into[pitch] ?? pitch;
  group = (pitch: number) => [...this.up.keys()].filter((other) => this.root(other) === this.root(pitch));
  union = (pitch: number) => new Set(this.group(pitch).flatMap((part) => [...this.up[part]!]));
  roots = () => [...this.up.keys()].filter((one) => this.into[one] === null && !this.withdrawn[one]);
  ballot = (who: number) => this.roots().filter((one) => this.union(one).has(who));

  /** Whether a tap is taken. */
  takes({ who, which, up }: Extract<Act, { do: "tap" }>): boolean {
    if (this.withdrawn[which] !== false) return false;
    const has = this.ballot(who);
    return !up || has.includes(this.root(which)) || this.dots === null || has.length < this.dots;
  }

  do(act: Act): void {
    if (act.do === "give") this.dots = act.dots;
    if (!("which" in act) || act.which >= this.up.length) return;
    const { which } = act;
    if (act.do === "tap") this.tap(act);
    else if (act.do === "merge") {
      const both = [which, act.into].every((one) => this.roots().includes(one));
      if (both && which !== act.into && this.group(which).length === 1) this.into[which] = act.into;
    } else if (act.do === "part") this.into[which] = null;
    else if (act.do === "restore") this.withdrawn[which] = false;
    else {
      for (const part of this.group(which))
        if (part === which || this.into[part] === which) this.into[part] = null;
      this.withdrawn[which] = true;
    }
  }

  tap(tap: Extract<Act, { do: "tap" }>): void {
    if (!this.takes(tap)) return;
    if (tap.up) this.up[tap.which]!.add(tap.who);
    else for (const part of this.group(tap.which)) this.up[part]!.delete(tap.who);
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

/** Does it to both. What is refused by another rule than one about hands is done to neither. */
async function run(world: World, model: Model, act: Act, at: Date): Promise<void> {
  const { eventId, crew, people, pitches } = world;
  const which = "which" in act ? pitches[act.which] : "";
  if (which === undefined) return;
  if (act.do === "tap") {
    const tap = { attendee: people[act.who]!, pitchId: which, up: act.up, castAt: at };
    const [answer] = await raiseHands(db, [tap], at);
    expect(answer).toMatchObject(model.takes(act) ? { value: { up: act.up } } : { ok: false });
    await countHands(db, eventId, [which]);
  } else if (act.do === "give") {
    await db.update(event).set({ dots: act.dots }).where(eq(event.id, eventId));
  } else if (act.do === "bring") {
    const form = pitchForm(`Pitch ${pitches.length}`);
    if ((await bringPitch(db, people[act.who]!, form, at)).ok) {
      pitches.push(form.id);
      model.bring();
    }
  } else if (act.do === "sayAll") {
    await db.update(pitch).set({ saidAt: at }).where(eq(pitch.eventId, eventId));
  } else if (act.do === "merge") {
    const pair = { stays: pitches[act.into] ?? which, goes: which };
    const mark = (await readMergeable(db, eventId, pair))?.mark ?? "";
    await mergePitches(db, crew, { ...pair, mark, reason: "The same" }, at);
  } else if (act.do === "part") await partPitches(db, crew, { goes: which, reason: "" }, at);
  else if (act.do === "withdraw") await withdrawPitch(db, crew, which, at);
  else if (!(await restorePitch(db, crew, which, at)).ok) return;
  model.do(act);
}

/** Everything that says how many hands there are and whose. */
async function check({ eventId, people, pitches }: World, model: Model): Promise<void> {
  const listed = (await listPitches(db, eventId)).map(({ id }) => pitches.indexOf(id)).sort();
  const roots = model.roots();
  expect(listed).toEqual(roots);
  const counts = new Map(
    (await db.select().from(tally).where(eq(tally.eventId, eventId))).map((row) => [row.pitchId, row.hands]),
  );
  const raised = await listRaised(db, eventId);
  for (const one of roots) {
    expect(counts.get(pitches[one]!) ?? 0).toBe(model.union(one).size);
    expect(raised.filter(({ pitchId }) => pitchId === pitches[one])).toHaveLength(model.union(one).size);
  }
  expect(raised).toHaveLength(roots.reduce((sum, one) => sum + model.union(one).size, 0));
  expect(await findMiscounted(db, eventId)).toEqual([]);
  for (const [who, person] of people.entries()) {
    const ballot = (await readBallot(db, person)).map((id) => pitches.indexOf(id)).sort();
    expect(ballot.filter((one) => roots.includes(one))).toEqual(model.ballot(who));
  }
}

test(
  "whatever is raised, taken down, merged, taken apart, withdrawn and brought back, of so many or any number: everybody counts once, and nothing is lost",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 16 }), async (acts) => {
        const world = await makeWorld();
        const model = new Model();
        for (const [n, one] of acts.entries()) {
          await run(world, model, one, new Date(MORNING.getTime() + 1000 * (n + 1)));
          await check(world, model);
        }
        for (const which of model.into.keys())
          await run(world, model, { do: "part", which }, new Date(MORNING.getTime() + 60_000));
        await check(world, model);
      }),
      { ...sequences(15), examples: [[AGAIN], [DOWN], [SPENT], [SECOND]] },
    );
  },
  longest(60_000),
);

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
