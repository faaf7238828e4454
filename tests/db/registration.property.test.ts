/**
 * The state machine of a camp's places under whatever is asked at once: batches of random acts run
 * concurrently against a real Postgres, and after each the invariants of the product must hold.
 */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { acceptOffer, declineOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { offerByHand, previewOffers } from "#db/registration/hand-offer.ts";
import { mintLink } from "#db/registration/link.ts";
import { endPause, pauseTurn } from "#db/registration/pause.ts";
import { rejoinPaused } from "#db/registration/rejoining.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { transfer } from "#db/schema/transfer.ts";
import { beginTransfer } from "#db/transfer/giving.ts";
import { acceptTransfer, mintTransfer } from "#db/transfer/receiving.ts";
import { isProven, MOVES, reachable, type Status } from "#domain/registration.ts";
import { laterDay, localAt } from "#domain/time/local.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { localMailer } from "#jobs/mailer.ts";
import { formFor, makeCamp, makeOrganiser, type Organiser, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { moveAnyway } from "#tests/support/hand.ts";
import { longest, sequences } from "#tests/support/sequences.ts";
import { told } from "#tests/support/transfer.ts";

const { db } = await freshDatabase();

const PEOPLE = 9;
const CAPACITY = 3;
const DAY = 86_400_000;
/** Later than any wall clock: mail is due from the moment it is written. */
const START = Date.parse("2099-06-24T11:00:00Z");
type Act = { kind: (typeof KINDS)[number]; who: number };
const KINDS = [
  "register",
  "register",
  "verify",
  "verify",
  "accept",
  "decline",
  "give_back",
  "give_back",
  "take_back",
  "take_back",
  "leave",
  "rejoin",
  "rejoin_paused",
  "pause",
  "pause",
  "end_pause",
  "hand_on",
  "hand_on",
  "take",
  "take",
  "mail",
  "mail",
  "remove",
  "put_back_in_line",
  "offer_by_hand",
  "offer_by_hand",
  "wait_an_hour",
  "wait_three_days",
] as const;

const acts = fc.record({ kind: fc.constantFrom(...KINDS), who: fc.nat(PEOPLE - 1) });
const batches = fc.array(fc.array(acts, { minLength: 1, maxLength: 5 }), { minLength: 4, maxLength: 14 });

/** One camp and its world: who has which id, and what time it is. */
async function startWorld(): Promise<World> {
  const camp = await makeCamp(db, { capacity: CAPACITY, startsAt: new Date(START + 200 * DAY) });
  const world = { camp, organiser: await makeOrganiser(db, camp), now: START };
  // All places are somebody's, so that what is given back is free for a while.
  for (const kind of ["register", "verify"] as const)
    for (let who = 0; who < CAPACITY; who += 1) await perform({ kind, who }, world);
  return world;
}
type World = { camp: TestCamp; organiser: Organiser; now: number };

const readPeople = (camp: TestCamp) =>
  db.select().from(registration).where(eq(registration.eventId, camp.id)).orderBy(registration.rank);

async function perform({ kind, who }: Act, world: World): Promise<unknown> {
  const now = new Date(world.now);
  const email = `person${who}@example.org`;
  if (kind === "register") return register(db, world.camp.id, formFor(world.camp, email), now);
  if (kind === "mail") return sendDue(db, localMailer, () => now);
  if (kind === "wait_an_hour" || kind === "wait_three_days") return tick(db, now);
  const person = (await readPeople(world.camp)).find((row) => row.email === email);
  if (!person) return null;
  if (kind === "verify") return confirmByLink(db, await mintLink(db, person.id, { mailed: true, now }), now);
  if (kind === "accept") return acceptOffer(db, person.id, now);
  if (kind === "decline") return declineOffer(db, person.id, now);
  if (kind === "give_back") return giveBack(db, person.id, now);
  if (kind === "take_back") return takeBack(db, person.id, now);
  if (kind === "leave") return leaveLine(db, person.id, now);
  if (kind === "rejoin") return rejoinLine(db, person.id, now);
  if (kind === "rejoin_paused")
    return rejoinPaused(db, person.id, laterDay(localAt(world.now, "UTC").day, 2), now);
  if (kind === "pause") return pauseTurn(db, person.id, laterDay(localAt(world.now, "UTC").day, 2), now);
  if (kind === "end_pause") return endPause(db, person.id, now);
  if (kind === "offer_by_hand") {
    const seen = await previewOffers(db, world.organiser, [person.id], now);
    if (!seen.ok) return seen;
    const wanted = { ids: [person.id], mark: seen.value.mark, reason: "A test of the line" };
    return offerByHand(db, world.organiser, wanted, now);
  }
  if (kind === "hand_on") {
    const to = { name: "Somebody", email: `person${(who + 1) % PEOPLE}@example.org` };
    return beginTransfer(db, person.id, to, now);
  }
  if (kind === "take") {
    const [open] = await db.select().from(transfer).where(eq(transfer.giverId, person.id));
    const token = open && (await db.transaction((tx) => mintTransfer(tx, open.id)));
    return token && acceptTransfer(db, token, told(world.camp), now);
  }
  return moveAnyway(db, world.organiser, person.id, kind, "A test of the line", now);
}

function passTime(batch: readonly Act[]): number {
  const hours = batch.map(({ kind }) => (kind === "wait_three_days" ? 72 : kind === "wait_an_hour" ? 1 : 0));
  return hours.reduce<number>((sum, h) => sum + h, 0) * 3_600_000;
}

async function checkInvariants(
  world: World,
  batch: readonly Act[],
  before: Awaited<ReturnType<typeof readPeople>>,
) {
  const people = await readPeople(world.camp);
  const having = (...statuses: Status[]) => people.filter((person) => statuses.includes(person.status));

  const taken = having("confirmed", "held", "offered");
  expect(taken.length, "confirmed + held + offered within the places").toBeLessThanOrEqual(CAPACITY);
  expect(
    having("confirmed").filter((person) => !isProven(person)),
    "nobody is confirmed unproven",
  ).toEqual([]);
  expect(
    having("held").filter(({ heldUntil }) => heldUntil !== null && heldUntil.getTime() <= world.now),
    "no hold outlives its time",
  ).toEqual([]);

  const givers = having("released").filter(({ gaveBackAt }) => gaveBackAt !== null);
  expect(givers.length, "what can be taken back is free").toBeLessThanOrEqual(CAPACITY - taken.length);

  const paused = having("waiting").filter(({ pausedUntil }) => pausedUntil !== null);
  expect(
    paused.filter(({ pausedUntil }) => pausedUntil!.getTime() <= world.now),
    "no pause outlives its day",
  ).toEqual([]);
  const ready = having("waiting").filter((person) => isProven(person) && person.pausedUntil === null);
  const free = CAPACITY - taken.length;
  // Whoever was put back is passed over until the next beat of the clock.
  if (!batch.some(({ kind }) => kind === "put_back_in_line"))
    expect(Math.min(free, ready.length), "no place idle while somebody is ready").toBe(0);

  if (!batch.some(({ kind }) => ["verify", "put_back_in_line", "rejoin", "end_pause"].includes(kind))) {
    const was = new Map(before.map((person) => [person.id, person.status]));
    const newlyOffered = having("offered").filter((person) => was.get(person.id) === "waiting");
    const noted = await db.select().from(audit).where(eq(audit.act, "pass_over"));
    const passedOver = ready.filter(
      ({ id, rank }) =>
        newlyOffered.some((offered) => rank < offered.rank) &&
        !noted.some(({ subjectId, reason }) => subjectId === id && reason !== ""),
    );
    expect(
      passedOver.map((person) => person.email),
      "nobody with a better rank is passed over without a reason in the log",
    ).toEqual([]);
  }
  await checkAuditLog(world, people);
}

/** Every change has one audit row: each person's rows chain from nobody to what they are now, by the table. */
async function checkAuditLog(world: World, people: Awaited<ReturnType<typeof readPeople>>) {
  const log = await db.select().from(audit).where(eq(audit.eventId, world.camp.id));
  const moves = log.filter(({ act }) => (MOVES as readonly string[]).includes(act));
  for (const person of people) {
    const own = moves.filter((entry) => entry.subjectId === person.id);
    expect(own.every((entry) => reachable(entry.from as Status | null, entry.to as Status))).toBe(true);
    expect(balance(own), `the audit log of ${person.email} leads to ${person.status}`).toEqual({
      null: -1,
      [person.status]: 1,
    });
  }
  const mails = await db.select().from(outbox).where(eq(outbox.eventId, world.camp.id));
  const TOLD = {
    offer: "offered",
    expire: "offer_expired",
    lapse: "hold_lapsed",
    remove: "removed",
    put_back_in_line: "put_back",
  };
  for (const [act, kind] of Object.entries(TOLD))
    expect(mails.filter((mail) => mail.kind === kind).length, `a mail for every ${act}`).toBe(
      moves.filter((entry) => entry.act === act).length,
    );
}

/** Ends minus starts per status; a chain from nobody to now leaves just those two. */
function balance(entries: readonly { from: string | null; to: string | null }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { from, to } of entries) {
    sums[String(from)] = (sums[String(from)] ?? 0) - 1;
    sums[String(to)] = (sums[String(to)] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

it("keeps every promise of the line, whatever is asked at once", { timeout: longest(180_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (all) => {
      const world = await startWorld();
      for (const batch of all) {
        const before = await readPeople(world.camp);
        world.now += passTime(batch);
        await Promise.all(batch.map((act) => perform(act, world)));
        await tick(db, new Date(world.now));
        await checkInvariants(world, batch, before);
      }
      // So that the next run sends its own mail alone.
      await db.delete(registration).where(eq(registration.eventId, world.camp.id));
      await db.delete(outbox).where(eq(outbox.eventId, world.camp.id));
    }),
    sequences(12),
  );
});
