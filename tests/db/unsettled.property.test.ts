/** Nothing that is due is missed by a clock that looks only where something was marked or was to come. */
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { movePhase } from "#db/phase.ts";
import { sayComing } from "#db/reconfirmation/answer.ts";
import { acceptOffer, declineOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { transfer } from "#db/schema/transfer.ts";
import { beginTransfer } from "#db/transfer/giving.ts";
import { acceptTransfer, mintTransfer } from "#db/transfer/receiving.ts";
import { PHASES } from "#domain/event.ts";
import { ROUNDS } from "#domain/registration/reconfirmation.ts";
import { WAYS } from "#domain/release.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { localMailer, type Mailer, Undeliverable } from "#jobs/mailer.ts";
import { formFor, makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { moveAnyway } from "#tests/support/hand.ts";
import { makeRelease } from "#tests/support/releases.ts";
import { sweep } from "#tests/support/sweep.ts";
import { told } from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const PEOPLE = 7;
/** Later than any wall clock: mail is due from the moment it is written. */
const START = Date.parse("2099-06-24T19:00:00Z");
const KINDS = [
  ...[
    "register",
    "register",
    "verify",
    "accept",
    "decline",
    "give_back",
    "take_back",
    "leave",
    "rejoin",
    "mail",
    "bounce",
  ],
  ...[
    "remove",
    "put_back_in_line",
    "confirm",
    "places",
    "offers",
    "forward",
    "back",
    "later",
    "sooner",
    "release",
    "release",
  ],
  ...["hand_on", "take", "say_yes", "terms"],
] as const;
type Act = { kind: string; who: number };
const acts = fc.record({ kind: fc.constantFrom(...KINDS), who: fc.nat(PEOPLE - 1) });
const waits = fc.constantFrom(0, 1, 4 * MINUTE, 31 * MINUTE, 3 * HOUR, 10 * HOUR, DAY, 3 * DAY);
const steps = fc.array(
  fc.record({
    batch: fc.array(acts, { minLength: 1, maxLength: 5 }),
    waits: fc.array(waits, { maxLength: 4 }),
  }),
  { minLength: 3, maxLength: 8 },
);

const bouncing: Mailer = {
  deliver: async () => {
    throw new Undeliverable(550);
  },
  close() {},
};

async function startWorld(daysAhead: number) {
  const startsAt = new Date(START + daysAhead * DAY + 13 * HOUR);
  const camp = await makeCamp(db, { capacity: 3, startsAt, rounds: [5, 1] });
  return { camp, organiser: await makeOrganiser(db, camp), now: START };
}
type World = Awaited<ReturnType<typeof startWorld>>;

async function perform({ kind, who }: Act, { camp, organiser, now: time }: World): Promise<unknown> {
  const now = new Date(time);
  const here = eq(event.id, camp.id);
  const email = `person${who}@example.org`;
  if (kind === "register") return register(db, camp.id, formFor(camp, email), now);
  if (kind === "mail") return sendDue(db, localMailer, () => now);
  // Against whoever has locked the camp it may lose a deadlock, and then the worker tries again.
  if (kind === "bounce") return sendDue(db, bouncing, () => now).catch(() => undefined);
  if (kind === "places")
    return db
      .update(event)
      .set({ capacity: 1 + who })
      .where(here);
  if (kind === "terms") {
    const rounds = ROUNDS.filter((_, index) => (who + index) % 2 === 0);
    const backDays = who % 3 === 0 ? null : 1 + (who % 2);
    return db
      .update(event)
      .set({ rounds, backDays, transferHours: who % 4 === 0 ? null : who * 5 })
      .where(here);
  }
  if (kind === "offers")
    return db
      .update(event)
      .set({ offersOn: who % 3 > 0 })
      .where(here);
  if (kind === "release") {
    const way = WAYS[who % WAYS.length]!;
    const opensAt = new Date(time + (who - 2) * 20 * MINUTE);
    const closesAt = way === "draw" ? new Date(opensAt.getTime() + HOUR) : null;
    return makeRelease(db, camp, { way, places: 1, opensAt, closesAt });
  }
  if (kind === "later" || kind === "sooner") {
    const by = sql`interval '7 hours' * ${kind === "later" ? 1 + who : -1 - who}::int`;
    await db.execute(sql`update event set starts_at = starts_at + ${by}, day = ((starts_at + ${by}) at time zone zone)::date
      where id = ${camp.id}`);
    return db.execute(sql`update day set starts_at = event.starts_at, date = event.day from event
      where event.id = day.event_id and event.id = ${camp.id}`);
  }
  if (kind === "forward" || kind === "back") {
    const [row] = await db.select().from(event).where(here);
    const to = PHASES[PHASES.indexOf(row!.phase) + (kind === "forward" ? 1 : -1)];
    return to && movePhase(db, organiser, { from: row!.phase, to }, now);
  }
  const people = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  const person = people.find((row) => row.email === email);
  if (!person) return null;
  if (kind === "verify") return confirmByLink(db, await mintLink(db, person.id, { mailed: true, now }), now);
  if (kind === "accept") return acceptOffer(db, person.id, now);
  if (kind === "decline") return declineOffer(db, person.id, now);
  if (kind === "give_back") return giveBack(db, person.id, now);
  if (kind === "take_back") return takeBack(db, person.id, now);
  if (kind === "leave") return leaveLine(db, person.id, now);
  if (kind === "rejoin") return rejoinLine(db, person.id, now);
  if (kind === "say_yes") return sayComing(db, person.id, "yes", now);
  if (kind === "hand_on") {
    const to = { name: "Somebody", email: `person${(who + 1) % PEOPLE}@example.org` };
    return beginTransfer(db, person.id, to, now);
  }
  if (kind === "take") {
    const [open] = await db.select().from(transfer).where(eq(transfer.giverId, person.id));
    const token = open && (await db.transaction((tx) => mintTransfer(tx, open.id)));
    return token && acceptTransfer(db, token, told(camp), now);
  }
  return moveAnyway(db, organiser, person.id, kind as "remove", "A test of the line", now);
}

// That each mark is needed is shown in unsettled.test.ts, by taking it away.
it("whatever is asked at once and however long nobody asks, a beat leaves nothing that a look at every camp finds", {
  timeout: 120_000,
}, async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await fc.assert(
    fc.asyncProperty(fc.nat(6), steps, async (daysAhead, all) => {
      const world = await startWorld(daysAhead);
      for (const { batch, waits: pauses } of all) {
        await Promise.all(batch.map((act) => perform(act, world)));
        for (const pause of [0, 0, ...pauses]) {
          world.now += pause;
          await tick(db, new Date(world.now));
          expect(await sweep(db, new Date(world.now))).toEqual([]);
        }
      }
      await db.execute(sql`truncate event cascade`);
    }),
    { numRuns: 15 },
  );
  vi.restoreAllMocks();
});
