/** Commands on pitches in any order, in any phase, against a model that knows only the rules. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { callPitch, sendBack } from "#db/pitch/front.ts";
import { hidePitch } from "#db/pitch/hiding.ts";
import { hostPitch, standWith, stepBack } from "#db/pitch/host.ts";
import { answerHostAsk, askHost } from "#db/pitch/host-ask.ts";
import { listInvitations } from "#db/pitch/host-asks.ts";
import { readLine } from "#db/pitch/line.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import {
  bringPitch,
  bringPitchFor,
  changePitch,
  listMyPitches,
  listPitches,
  listWithdrawn,
} from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { type Act, PHASES, permits } from "#domain/event.ts";
import { roundsWaiting } from "#domain/pitch/line.ts";
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
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const COMMANDS = [
  "bring",
  "type",
  "withdraw",
  "restore",
  "crewWithdraw",
  "crewRestore",
  "change",
  "amend",
  "stand",
  "back",
  "call",
  "sendBack",
  "host",
  "wish",
  "handOn",
  "hide",
] as const;
type Command = (typeof COMMANDS)[number];

const ASKS: Record<Command, Act> = {
  bring: "pitch",
  type: "pitch",
  withdraw: "withdraw",
  restore: "restore",
  crewWithdraw: "withdraw",
  crewRestore: "restore",
  change: "change",
  amend: "amend",
  stand: "stand",
  back: "withdraw",
  call: "call",
  sendBack: "call",
  host: "stand",
  wish: "change",
  handOn: "stand",
  hide: "hide",
};

type World = { camp: PitchingCamp; people: Attendee[]; dan: Organiser };

/** One asks the other to take it over, who says yes. */
async function handOn(from: Attendee, to: Attendee, pitchId: string): Promise<void> {
  await askHost(db, from, { pitchId, whom: to.name, kind: "instead" }, MORNING);
  for (const { id } of await listInvitations(db, to)) await answerHostAsk(db, to, id, true, MORNING);
}

/** Asks for it, whatever becomes of it. */
function run({ people, dan }: World, command: Command, who: number, id = ""): Promise<unknown> {
  const person = people[who]!;
  const form = pitchForm("Words", { voice: "with_me" });
  const asked: Record<Command, () => Promise<unknown>> = {
    bring: () => bringPitch(db, person, { ...form, title: form.id }, MORNING),
    type: () => bringPitchFor(db, dan, form, ["Somebody"], MORNING),
    withdraw: () => withdrawPitch(db, person, id, MORNING),
    restore: () => restorePitch(db, person, id, MORNING),
    crewWithdraw: () => withdrawPitch(db, dan, id, MORNING),
    crewRestore: () => restorePitch(db, dan, id, MORNING),
    change: () => changePitch(db, person, { ...form, id }, MORNING),
    amend: () => changePitch(db, dan, { ...form, id }, MORNING),
    stand: () => standWith(db, person, id, MORNING),
    back: () => stepBack(db, person, id, MORNING),
    call: () => callPitch(db, dan, id, MORNING),
    sendBack: () => sendBack(db, dan, id, MORNING),
    host: () => hostPitch(db, person, id, MORNING),
    wish: () => changePitch(db, person, { ...form, id, voice: "wish" }, MORNING),
    handOn: () => handOn(person, people[1 - who]!, id),
    hide: () => hidePitch(db, dan, { pitchId: id, reason: "An advert" }, MORNING),
  };
  return asked[command]();
}

const act = fc.record({
  command: fc.constantFrom(...COMMANDS),
  who: fc.nat(1),
  which: fc.nat(7),
  /** The phase it happens in; mostly while people pitch. */
  phase: fc.oneof({ weight: 3, arbitrary: fc.constant("pitching" as const) }, fc.constantFrom(...PHASES)),
});

/** Bring, withdraw, bring, restore: found by itself once in a while, and always tried. */
const ROUND = (["bring", "withdraw", "bring", "restore", "crewRestore"] as const).map((command) => ({
  command,
  who: 0,
  which: 0,
  phase: "pitching" as const,
}));

/** Both bring one, and one hands theirs on: tried alike. */
const HANDED = (["bring", "bring", "handOn", "wish", "host"] as const).map((command, nth) => ({
  command,
  who: nth % 2,
  which: 0,
  phase: "pitching" as const,
}));

test("whatever is asked in whatever phase: one each in the first round, and nothing where the phase forbids it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 16 }), async (acts) => {
      const camp = await pitchingCamp(db);
      const world = {
        camp,
        people: [await camper(db, camp, "Ama"), await camper(db, camp, "Rhys")],
        dan: await organiser(db, camp),
      };
      const all = async () => {
        const standing = (await listPitches(db, camp.eventId)).map((it) => ({ ...it, withdrawnAt: null }));
        const { items: withdrawn } = await listWithdrawn(db, world.dan, 1);
        return [...standing, ...withdrawn].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
      };
      const own = async (who: number) =>
        (await listMyPitches(db, world.people[who]!)).filter((it) => it.own && !it.withdrawnAt).length;
      const seen = async () => [
        await all(),
        (await db.select().from(liveVersion).where(eq(liveVersion.eventId, camp.eventId)))[0],
      ];
      for (const { command, who, which, phase } of acts) {
        await db.update(event).set(standsAt(phase)).where(eq(event.id, camp.eventId));
        const before = await seen();
        const pitches = await all();
        const waiting = roundsWaiting(await readLine(db, camp.eventId));
        const owned = await Promise.all([own(0), own(1)]);
        const about = pitches[which % Math.max(1, pitches.length)]?.id ?? newId();
        await run(world, command, who, about);
        if (!permits(phase, ASKS[command])) expect(await seen()).toEqual(before);
        const now = await Promise.all([own(0), own(1)]);
        // One more than one had is a further round: nobody was left in those before.
        for (const person of [0, 1])
          if (now[person]! > owned[person]!)
            expect(waiting.filter((round) => round <= owned[person]!)).toEqual([]);
        // What somebody wished is in nobody's name but by their own word.
        const hosting = await Promise.all(world.people.map((one) => listMyPitches(db, one)));
        for (const pitch of await listPitches(db, camp.eventId))
          for (const [person, mine] of hosting.entries())
            expect(pitch.hosts.includes(world.people[person]!.name)).toBe(
              mine.some((it) => it.id === pitch.id && it.hosting),
            );
      }
    }),
    { numRuns: 10, examples: [[ROUND], [HANDED]] },
  );
}, 60_000);

test("of bringing a new one and restoring the old one at once exactly one is granted", async () => {
  const camp = await pitchingCamp(db);
  const [ama, dan] = [await camper(db, camp, "Ama"), await organiser(db, camp)];
  for (let round = 0; round < 3; round += 1) {
    const first = pitchForm(`First ${round}`);
    await bringPitch(db, ama, first, MORNING);
    await withdrawPitch(db, ama, first.id, MORNING);
    const answers = await Promise.all([
      bringPitch(db, ama, pitchForm(`Second ${round}`), MORNING),
      restorePitch(db, ama, first.id, MORNING),
      restorePitch(db, dan, first.id, MORNING),
    ]);
    const standing = (await listMyPitches(db, ama)).filter((it) => !it.withdrawnAt);
    expect(standing).toHaveLength(1);
    expect(answers.some(({ ok }) => !ok)).toBe(true);
    await withdrawPitch(db, ama, standing[0]!.id, MORNING);
  }
});
