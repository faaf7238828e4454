/**
 * The places of a day under whatever two desks and everybody's phones ask at once: batches of random acts run concurrently
 * against a real Postgres, and after each what must always be true holds.
 */
import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { sayLeaving } from "#db/door/leaving.ts";
import { letBackIn } from "#db/door/let-back.ts";
import { letWalkIn } from "#db/door/walk-in.ts";
import { syncDoor } from "#db/door.ts";
import { newId } from "#db/id.ts";
import { acceptOffer, declineOffer, giveBack } from "#db/registration/answer.ts";
import { passOn, undoPassOn } from "#db/registration/pass-on.ts";
import { readDivision } from "#db/registration/place.ts";
import { standBy } from "#db/registration/standby.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { placesToOffer, roomByLaw, takenPlaces } from "#domain/registration/places.ts";
import { makeOrganiser, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { daysOf, tapped } from "#tests/support/door.ts";
import { at, dayCamp } from "#tests/support/on-the-day.ts";
import { longest, sequences } from "#tests/support/sequences.ts";

const { db } = await freshDatabase();

const HAVE = 4;
const LINE = 3;
const KINDS = [
  ...(["check_in", "check_in", "check_in", "check_in", "check_in", "check_in"] as const),
  ...(["late_check_in", "undo"] as const),
  ...(["walk_in", "pass_on", "undo_pass_on", "let_back", "take_back"] as const),
  ...(["stand_by", "stand_by", "stand_down", "accept", "decline", "give_back"] as const),
  ...(["leave", "come_back", "wait", "wait"] as const),
] as const;
type Act = { kind: (typeof KINDS)[number]; who: number; desk: 0 | 1 };

const acts = fc.record({
  kind: fc.constantFrom(...KINDS),
  who: fc.nat(HAVE + LINE - 1),
  desk: fc.constantFrom(0, 1),
});
const stories = fc.record({
  /** More places than people may be inside, as many, or fewer. */
  limit: fc.constantFrom(2, 2, HAVE, HAVE + 2),
  companions: fc.constantFrom(0, 0, 1),
  batches: fc.array(fc.array(acts, { minLength: 1, maxLength: 5 }), { minLength: 4, maxLength: 10 }),
});

type World = {
  campId: string;
  sectorId: string;
  dayId: string;
  everybody: string[];
  desks: { crew: Organiser; device: string }[];
  now: Date;
};

async function begin(limit: number, companions: number): Promise<World> {
  const { camp, people, waiting, crew } = await dayCamp(db, { places: HAVE, line: LINE, insideLimit: limit });
  const desks = [crew, await makeOrganiser(db, camp)].map(async (each) => {
    return { crew: each, device: (await startDevice(db, { label: "phone" })).id };
  });
  await db.update(registration).set({ companions }).where(eq(registration.id, waiting[0]!));
  const [dayId = ""] = await daysOf(db, camp.id);
  const everybody = [...people, ...waiting];
  return {
    ...{ campId: camp.id, sectorId: camp.sectorId, dayId, everybody },
    ...{ desks: await Promise.all(desks), now: at("10:30") },
  };
}

async function perform({ kind, who, desk }: Act, world: World): Promise<unknown> {
  const { everybody, dayId, now } = world;
  const { crew, device } = world.desks[desk]!;
  const id = everybody[who]!;
  const tap = (act: Partial<ReturnType<typeof tapped>>, when = now) =>
    syncDoor(db, crew, device, { since: 0, door: "", acts: [tapped(id, dayId, when, act)] }, now);
  if (kind === "check_in") return tap({});
  // Tapped before whatever happens in the same moment.
  if (kind === "late_check_in") return tap({}, new Date(now.getTime() - 1_000));
  if (kind === "undo") {
    const news = await syncDoor(db, crew, device, { since: null, door: "", acts: [] }, now);
    const undoes = news.ok ? (news.value.people.find((guest) => guest.id === id)?.here?.acts ?? []) : [];
    return undoes.length > 0 ? tap({ kind: "undo", undoes }) : null;
  }
  if (kind === "leave") return desk === 0 ? tap({ kind: "out" }) : sayLeaving(db, id, true, now);
  if (kind === "come_back") return sayLeaving(db, id, false, now);
  if (kind === "walk_in") {
    const person = { name: "Walk", sectorId: world.sectorId, organisation: "", reason: "Walk-in" };
    return letWalkIn(db, crew, { ...person, id: newId(), firstTime: true, photos: true }, now);
  }
  if (kind === "pass_on") return passOn(db, crew, everybody.slice(who), now);
  if (kind === "undo_pass_on") return undoPassOn(db, crew, id, now);
  if (kind === "let_back") return letBackIn(db, crew, id, now);
  if (kind === "take_back") return takeBack(db, id, now);
  if (kind === "stand_by") return standBy(db, id, { named: who % 2 === 0 }, now);
  if (kind === "stand_down") return standBy(db, id, null, now);
  if (kind === "accept") return acceptOffer(db, id, now);
  if (kind === "decline") return declineOffer(db, id, now);
  if (kind === "give_back") return giveBack(db, id, now);
  return tick(db, now);
}

async function check({ campId, dayId, now }: World, batch: readonly Act[]): Promise<void> {
  const [camp] = await db.select().from(event).where(eq(event.id, campId));
  const { counts, ...division } = await readDivision(db, camp!, now);
  expect(takenPlaces(counts), "places").toBeLessThanOrEqual(camp!.capacity);
  const inside = await db
    .select({ companions: registration.companions })
    .from(checkIn)
    .innerJoin(registration, eq(registration.id, checkIn.registrationId))
    .where(and(eq(checkIn.dayId, dayId), isNull(checkIn.leftAt)));
  const heads = inside.reduce((sum, { companions }) => sum + 1 + companions, 0);
  expect(heads, "inside").toBeLessThanOrEqual(camp!.insideLimit!);
  const people = await db.select().from(registration).where(eq(registration.eventId, campId));
  for (const { status, standsBySince, offeredUntil } of people)
    if (status === "offered") expect([standsBySince !== null, offeredUntil! > now]).toEqual([true, true]);
  // Whoever came in without a network before their place went is inside, and was not known of as another was called.
  const calledNow = people.some(({ offeredUntil }) => offeredUntil?.getTime() === now.getTime() + 300_000);
  if (calledNow && !batch.some(({ kind }) => kind === "late_check_in"))
    expect(takenPlaces(counts), "called").toBeLessThanOrEqual(division.places.most!);
  // Whoever brings somebody along may have to wait for more room than one place is.
  if (!people.some(({ companions }) => companions > 0) || roomByLaw(division.places, counts) === 0)
    expect(placesToOffer(division, counts), "idle places").toBe(0);
  const of = async (act: "pass_on") => db.$count(audit, and(eq(audit.eventId, campId), eq(audit.act, act)));
  const mails = await db.$count(outbox, and(eq(outbox.eventId, campId), eq(outbox.kind, "passed_on")));
  expect(mails, "told").toBe(await of("pass_on"));
}

it("nobody is called into a place that is not free, and the legal number holds", {
  timeout: longest(300_000),
}, async () => {
  await fc.assert(
    fc.asyncProperty(stories, async ({ limit, companions, batches }) => {
      const world = await begin(limit, companions);
      for (const batch of batches) {
        const minutes = batch.some(({ kind }) => kind === "wait") ? 6 : 1;
        world.now = new Date(world.now.getTime() + minutes * 60_000);
        await Promise.all(batch.map((act) => perform(act, world)));
        await tick(db, world.now);
        await check(world, batch);
      }
      await db.delete(event).where(eq(event.id, world.campId));
    }),
    sequences(20),
  );
  expect.hasAssertions();
});
