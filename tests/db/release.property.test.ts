/** Places given out in releases, under whatever is asked at once: what must be true after every beat of the clock. */
import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { moveByHand } from "#db/people.ts";
import { acceptOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { countPlaces } from "#db/registration/place.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { listDraws, makeDraw } from "#db/release/draw.ts";
import { listReleases } from "#db/release.ts";
import { registration } from "#db/schema/registration.ts";
import { entry, release } from "#db/schema/release.ts";
import { freePlaces, takenPlaces } from "#domain/registration/places.ts";
import { intakeAt, isDue, placesAt, WAYS } from "#domain/release.ts";
import { formFor, makeCamp, makeOrganiser, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeRelease } from "#tests/support/releases.ts";
import { longest, sequences } from "#tests/support/sequences.ts";

const { db } = await freshDatabase();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PEOPLE = 8;
const CAPACITY = 6;

const KINDS = [
  ...["register", "register", "register", "verify", "verify", "accept", "give_back"],
  ...["leave", "rejoin", "confirm", "remove", "draw"],
] as const;
const acts = fc.record({ kind: fc.constantFrom(...KINDS), who: fc.nat(PEOPLE - 1) });
const steps = fc.array(
  fc.record({
    batch: fc.array(acts, { minLength: 1, maxLength: 6 }),
    wait: fc.constantFrom(0, 1, 30_000, MINUTE, 3 * MINUTE, HOUR, 5 * HOUR),
  }),
  { minLength: 4, maxLength: 12 },
);
const plans = fc.array(
  fc.record({
    way: fc.constantFrom(...WAYS),
    opens: fc.constantFrom(0, MINUTE, HOUR, 2 * HOUR),
    places: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

async function startWorld(releases: typeof plans extends fc.Arbitrary<infer T> ? T : never) {
  const camp = await makeCamp(db, { capacity: CAPACITY });
  for (const { way, opens, places } of releases) {
    const opensAt = new Date(NOON.getTime() + opens);
    const closesAt = way === "draw" ? new Date(opensAt.getTime() + HOUR) : null;
    await makeRelease(db, camp, { way, places, opensAt, closesAt });
  }
  return { camp, organiser: await makeOrganiser(db, camp), now: NOON.getTime() };
}
type World = Awaited<ReturnType<typeof startWorld>>;

const readPeople = (camp: TestCamp) =>
  db.select().from(registration).where(eq(registration.eventId, camp.id));

async function perform({ kind, who }: { kind: string; who: number }, world: World): Promise<unknown> {
  const { camp, organiser } = world;
  const now = new Date(world.now);
  const email = `person${who}@example.org`;
  if (kind === "register") return register(db, camp.id, formFor(camp, email), now);
  if (kind === "draw") {
    const draw = (await listDraws(db, camp.id)).find(({ drawnAt }) => drawnAt === null);
    if (!draw) return null;
    const asked = await makeDraw(db, organiser, draw.id, String(who), now);
    const agreement = asked.ok && "asks" in asked.value ? asked.value.agreement : "";
    return makeDraw(db, organiser, draw.id, String(who), now, agreement);
  }
  const person = (await readPeople(camp)).find((row) => row.email === email);
  if (!person) return null;
  if (kind === "verify") return confirmByLink(db, await mintLink(db, person.id, { mailed: true, now }), now);
  if (kind === "accept") return acceptOffer(db, person.id, now);
  if (kind === "give_back") return giveBack(db, person.id, now);
  if (kind === "leave") return leaveLine(db, person.id, now);
  if (kind === "rejoin") return rejoinLine(db, person.id, now);
  const by = kind === "remove" ? "remove" : "confirm";
  return moveByHand(db, organiser, person.id, by, "A test of the releases", now);
}

async function checkInvariants({ camp, now }: World) {
  const people = await readPeople(camp);
  const counts = await countPlaces(db, camp.id);
  const releases = await listReleases(db, camp.id);
  const { open } = placesAt(releases, CAPACITY, now);
  const taken = takenPlaces(counts);
  expect(taken, "never more than there are").toBeLessThanOrEqual(CAPACITY);
  const aside = Math.min(counts.keptBack, CAPACITY - open);
  expect(taken - aside, "no more given out than was released").toBeLessThanOrEqual(open);
  const free = freePlaces({ capacity: CAPACITY, open, planned: CAPACITY }, counts);
  expect(Math.min(free, counts.ready), "no place idle while somebody is ready").toBe(0);
  expect(
    people.filter(({ keptBack, status }) => keptBack && status !== "confirmed"),
    "what was kept back and given up is kept back again",
  ).toEqual([]);
  expect(
    releases.filter((one) => one.way === "batch" && isDue(one, now)),
    "no batch outlives its minute",
  ).toEqual([]);
  const entrants = people.filter(({ status }) => status === "entered");
  for (const { id } of entrants) {
    const undrawn = await db
      .select({ id: entry.id })
      .from(entry)
      .innerJoin(release, and(eq(release.id, entry.releaseId), isNull(release.drawnAt)))
      .where(eq(entry.registrationId, id));
    expect(undrawn.length, "whoever has entered is in a release that is still to be drawn").toBe(1);
  }
  if (intakeAt(releases, now).kind === "open") expect(entrants.length, "nobody is left unanswered").toBe(0);
}

it("keeps every promise of a release, whatever is asked at once", { timeout: longest(180_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(plans, steps, async (releases, all) => {
      const world = await startWorld(releases);
      for (const { batch, wait } of all) {
        world.now += wait;
        await tick(db, new Date(world.now));
        await Promise.all(batch.map((act) => perform(act, world)));
        await tick(db, new Date(world.now));
        await checkInvariants(world);
      }
      await db.delete(registration).where(eq(registration.eventId, world.camp.id));
    }),
    sequences(15),
  );
});
