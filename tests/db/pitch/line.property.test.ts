/** Whatever the crew, the pitchers and whoever withdraws do to a line, nobody is dropped, doubled or overtaken by it. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  callBack,
  callNext,
  callPitch,
  comeBack,
  holdPitch,
  missPitch,
  movePitch,
  sendBack,
} from "#db/pitch/front.ts";
import { hidePitch, showPitch } from "#db/pitch/hiding.ts";
import { readLine } from "#db/pitch/line.ts";
import { readMergeable } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch, bringPitchFor, listPitches } from "#db/pitch.ts";
import { pitch } from "#db/schema/pitch.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { longest, sequences } from "#tests/support/sequences.ts";

const { db } = await freshDatabase();

const NAMES = [
  "bring",
  "type",
  "withdraw",
  "restore",
  "hide",
  "show",
  "merge",
  "part",
  "next",
  "hold",
  "miss",
  "call",
  "undo",
  "back",
  "here",
  "move",
] as const;
const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...NAMES),
    who: fc.nat(2),
    which: fc.nat(9),
    before: fc.option(fc.nat(9)),
    /** Whether whoever presses has seen who is at the front. */
    stale: fc.boolean(),
  }),
  { minLength: 5, maxLength: 25 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

/** Which change the places of others by nothing but that somebody comes or goes. */
const STEPS: readonly Step["name"][] = ["next", "hold", "miss", "call", "undo", "back", "here", "move"];

async function start() {
  const camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  const people = [
    await camper(db, camp, "Ama"),
    await camper(db, camp, "Bo"),
    await camper(db, camp, "Cleo"),
  ];
  const brought: { id: string; who: number | null }[] = [];
  let seconds = 0;
  const line = async () => {
    const { front, waiting, away } = await readLine(db, camp.eventId);
    return { front: front?.id ?? null, waiting: [...waiting], away: [...away] };
  };
  const merge = async (goes: string, stays: string, now: Date) => {
    const mark = (await readMergeable(db, camp.eventId, { stays, goes }))?.mark ?? "";
    await mergePitches(db, dan, { stays, goes, mark, reason: "The same" }, now);
  };
  const take = async ({ name, who, which, before, stale }: Step) => {
    const now = new Date(MORNING.getTime() + ++seconds * 1_000);
    const { front, waiting } = await line();
    const seen = stale ? (brought.find(({ id }) => id !== front)?.id ?? null) : front;
    const one = brought[which % Math.max(1, brought.length)];
    const at = (n: number) => waiting[n % Math.max(1, waiting.length)] ?? null;
    if (name === "bring" || name === "type") {
      const form = pitchForm(`Pitch ${seconds}`);
      const typed = name === "type";
      const done = typed
        ? await bringPitchFor(db, dan, form, [], now)
        : await bringPitch(db, people[who]!, form, now);
      if (done.ok) brought.push({ id: form.id, who: typed ? null : who });
      return form.id;
    }
    if (name === "next") await callNext(db, dan, seen, now);
    if (name === "hold") await holdPitch(db, dan, seen, now);
    if (name === "miss") await missPitch(db, dan, seen, now);
    if (["next", "hold", "miss"].includes(name)) return front;
    if (!one) return null;
    if (name === "withdraw") await withdrawPitch(db, dan, one.id, now);
    if (name === "restore") await restorePitch(db, dan, one.id, now);
    if (name === "hide") await hidePitch(db, dan, { pitchId: one.id, reason: "An advert" }, now);
    if (name === "show") await showPitch(db, dan, one.id, now);
    if (name === "merge") await merge(one.id, brought[(before ?? 0) % brought.length]!.id, now);
    if (name === "part") await partPitches(db, dan, { goes: one.id, reason: "" }, now);
    if (name === "call") await callPitch(db, dan, one.id, now, stale ? undefined : seen);
    if (name === "undo") await callBack(db, dan, one.id, seen, now);
    if (name === "back") await sendBack(db, dan, one.id, now);
    if (name === "here" && one.who !== null) await comeBack(db, people[one.who]!, one.id, now);
    if (name !== "move") return one.id;
    const pitchId = at(which) ?? one.id;
    await movePitch(db, dan, { pitchId, before: before === null ? null : at(before) }, now);
    return pitchId;
  };
  return { camp, line, take };
}

/** What was said, by itself or as part of another. */
async function saidOf(eventId: string): Promise<Set<string>> {
  const rows = await db.select().from(pitch).where(eq(pitch.eventId, eventId));
  return new Set(rows.filter(({ saidAt }) => saidAt).map(({ id, mergedInto }) => mergedInto ?? id));
}

test(
  "everybody who stands is at the front, waits or was said, and only whom a step is about changes places",
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { camp, line, take } = await start();
        for (const step of all) {
          const before = await line();
          const about = await take(step);
          const after = await line();
          const standing = (await listPitches(db, camp.eventId)).map(({ id }) => id);
          expect(new Set(after.waiting).size).toBe(after.waiting.length);
          for (const id of [...after.waiting, ...(after.front ? [after.front] : [])])
            expect(standing).toContain(id);
          expect(after.waiting).not.toContain(after.front);
          const said = await saidOf(camp.eventId);
          expect(standing.filter((id) => !after.waiting.includes(id) && !said.has(id))).toEqual([]);
          for (const id of after.away) expect(after.waiting).toContain(id);
          const stale = step.stale && ["next", "hold", "miss", "undo"].includes(step.name);
          if (stale) expect(after).toEqual(before);
          if (!STEPS.includes(step.name)) continue;
          const moved = [about, before.front, after.front];
          const others = (waiting: string[], there: string[]) =>
            waiting.filter((id) => there.includes(id) && !moved.includes(id));
          expect(others(after.waiting, before.waiting)).toEqual(others(before.waiting, after.waiting));
        }
      }),
      sequences(20),
    );
  },
  longest(120_000),
);
