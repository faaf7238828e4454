/**
 * Everything that people, organisers and the clock do to the line, one after the other, against a model of it
 * (tests/support/line-model.ts): after each act everybody must have what the model says, in the order it says.
 */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { changeRules, readRules, rulesOf } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { markBounced } from "#db/mail-bounce.ts";
import { moveByHand } from "#db/people.ts";
import { movePhase } from "#db/phase.ts";
import { changePools, readPoolsInput } from "#db/pool/change.ts";
import { acceptOffer, declineOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { endPause, pauseTurn } from "#db/registration/pause.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { registration } from "#db/schema/registration.ts";
import { kindOf, type Pool, type Pools } from "#domain/pool.ts";
import { localAt } from "#domain/time/local.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { localMailer } from "#jobs/mailer.ts";
import {
  formFor,
  makeCamp,
  makeOrganiser,
  makePerson,
  type Organiser,
  type TestCamp,
} from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { beat, DEEDS, newCard, pauseDay, type Table } from "#tests/support/line-model.ts";
import { makeSector } from "#tests/support/pools.ts";
import { longest, sequences } from "#tests/support/sequences.ts";

const { db } = await freshDatabase();
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Later than any wall clock: mail is due from the moment it is written. */
const START = Date.parse("2099-06-24T11:00:00Z");
const PEOPLE = 8;

const deeds = Object.keys(DEEDS) as (keyof typeof DEEDS)[];
const often = ["register", "register", "register", "verify", "verify", "accept"] as const;
const ceilings = fc.constantFrom(null, null, null, 1, 3);
const pool = fc.record({ floor: fc.constantFrom(0, 0, 1, 2), ceiling: ceilings });
const sane = ({ floor, ceiling }: Pool) => ceiling === null || floor <= ceiling;
const act = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({ deed: fc.constantFrom(...often, ...deeds), who: fc.nat(PEOPLE - 1) }),
  },
  { weight: 3, arbitrary: fc.record({ wait: fc.constantFrom(1, 30, 72).map((hours) => hours * HOUR) }) },
  { weight: 1, arbitrary: fc.record({ capacity: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ lineLimit: fc.constantFrom(null, 2) }) },
  { weight: 1, arbitrary: fc.record({ offersOn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ open: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      pools: fc.tuple(pool, pool, pool).filter((all) => all.every(sane)),
      organisationLimit: fc.constantFrom(null, null, 2),
      merges: fc.constantFrom(null, null, 2 * HOUR, 3 * DAY),
    }),
  },
);
/** How it begins: with some who have a place, and a line. */
const beginnings = fc.array(fc.constantFrom(null, "waiting", "waiting", "confirmed", "confirmed"), {
  minLength: PEOPLE,
  maxLength: PEOPLE,
});
type Beginning = typeof beginnings extends fc.Arbitrary<infer T> ? T : never;
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

type World = { camp: TestCamp; sectors: [string, string]; organiser: Organiser; table: Table };

const emailOf = (who: number) => `person${who}@example.org`;
/** Of two sectors, some for the first time, of two organisations or none. */
const factsOf = (who: number, sectors: readonly string[]) => ({
  sectorId: sectors[who % 2]!,
  firstTime: who % 3 === 0,
  organisation: ["Leeds", "LEEDS", "", "Hull"][who % 4]!,
});

async function startWorld(beginning: Beginning): Promise<World> {
  const startsAt = new Date(START + 200 * DAY);
  const camp = await makeCamp(db, { capacity: 3, startsAt });
  const sectors: [string, string] = [camp.sectorId, await makeSector(db, camp, "Central government")];
  const none = { floor: 0, ceiling: null };
  const table: Table = {
    cards: Array.from({ length: PEOPLE }, (_, who) => newCard(kindOf(factsOf(who, sectors)))),
    ...{ now: START, startsAt: startsAt.getTime(), zone: "Europe/London" },
    ...{ capacity: 3, lineLimit: null, offersOn: true, open: true, nextTurn: 1 },
    pools: { sectors: new Map(), firstTimers: none, organisationLimit: null, mergesAt: null },
  };
  for (const [who, wanted] of beginning.entries()) {
    if (wanted === null) continue;
    const taken = table.cards.filter((card) => card.status === "confirmed").length;
    const status = taken < table.capacity ? wanted : "waiting";
    const turn = table.nextTurn++;
    await makePerson(db, camp, status, { rank: turn, ...factsOf(who, sectors), email: emailOf(who) });
    Object.assign(table.cards[who]!, { status, turn, proven: true });
  }
  await db.update(event).set({ nextRank: table.nextTurn }).where(eq(event.id, camp.id));
  return { camp, sectors, organiser: await makeOrganiser(db, camp), table };
}

const readCamp = async ({ id }: TestCamp) => (await db.select().from(event).where(eq(event.id, id)))[0]!;

async function perform(what: Act, { camp, sectors, organiser, table }: World): Promise<void> {
  const now = new Date(table.now);
  if ("deed" in what) return performDeed(what, { camp, sectors, organiser, table });
  if ("wait" in what) table.now += what.wait;
  if ("open" in what && what.open !== table.open) {
    const [from, to] = what.open ? (["closed", "tickets"] as const) : (["tickets", "closed"] as const);
    expect((await movePhase(db, organiser, { from, to }, now)).ok).toBe(true);
    table.open = what.open;
  }
  if ("capacity" in what || "lineLimit" in what || "offersOn" in what) {
    const before = await readRules(db, organiser);
    await agreeing((agreed) =>
      changeRules(db, organiser, markOf(rulesOf(before)), { ...before, ...what }, now, agreed),
    );
    Object.assign(table, what);
  }
  if ("pools" in what) {
    const wanted = wantedOf(what, sectors, table.now);
    const row = await readCamp(camp);
    const saved = await agreeing(async (agreed) =>
      changePools(db, organiser, markOf(await readPoolsInput(db, row)), wanted, now, agreed),
    );
    if (saved) table.pools = poolsOf(what, sectors, (await readCamp(camp)).poolsMergeAt);
    const floors = what.pools.reduce((sum, { floor }) => sum + floor, 0);
    expect(saved, "no more is kept than there are places").toBe(floors <= table.capacity);
  }
}

type Agreeing = (agreed?: string) => Promise<{ ok: boolean; value?: object }>;

/** Does it, also after a question. @returns whether it was done */
async function agreeing(change: Agreeing): Promise<boolean> {
  const asked = await change();
  const value = asked.value as { agreement?: string } | undefined;
  return (value?.agreement ? await change(value.agreement) : asked).ok;
}

type Said = Extract<Act, { pools: unknown }>;

function wantedOf({ pools: [local, central, firstTimers], ...rest }: Said, sectors: string[], now: number) {
  const at = rest.merges === null ? null : localAt(now + rest.merges, "Europe/London");
  return {
    sectors: [
      { id: sectors[0]!, ...local },
      { id: sectors[1]!, ...central },
    ],
    ...{ firstTimers, organisationLimit: rest.organisationLimit, merges: at, next: 3 },
  };
}

function poolsOf({ pools, organisationLimit }: Said, sectors: string[], merges: Date | null): Pools {
  const [local, central, firstTimers] = pools;
  return {
    sectors: new Map([
      [sectors[0]!, local],
      [sectors[1]!, central],
    ]),
    ...{ firstTimers, organisationLimit, mergesAt: merges?.getTime() ?? null },
  };
}

async function performDeed({ deed, who }: Extract<Act, { deed: unknown }>, world: World): Promise<void> {
  const { camp, sectors, organiser, table } = world;
  const now = new Date(table.now);
  const email = emailOf(who);
  const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  const known = rows.find((row) => row.email === email);
  const may = known && table.cards[who]!.status !== null;
  if (deed === "register") {
    await register(db, camp.id, { ...formFor(camp, email), ...factsOf(who, sectors) }, now);
  } else if (may) {
    const id = known.id;
    const live = ["waiting", "held", "offered", "confirmed"].includes(known.status);
    if (deed === "verify" && live)
      await confirmByLink(db, await mintLink(db, id, { mailed: true, now }), now);
    const mail = { eventId: camp.id, recipient: email, facts: { registrationId: id } };
    if (deed === "bounce" && known.status === "waiting")
      await db.transaction((tx) => markBounced(tx, mail as Parameters<typeof markBounced>[1], now));
    if (deed === "accept") await acceptOffer(db, id, now);
    if (deed === "decline") await declineOffer(db, id, now);
    if (deed === "give_back") await giveBack(db, id, now);
    if (deed === "take_back") await takeBack(db, id, now);
    if (deed === "leave") await leaveLine(db, id, now);
    if (deed === "rejoin") await rejoinLine(db, id, now);
    if (deed === "pause") await pauseTurn(db, id, pauseDay(table), now);
    if (deed === "end_pause") await endPause(db, id, now);
    if (deed === "remove" || deed === "put_back_in_line" || deed === "confirm")
      await moveByHand(db, organiser, id, deed, "A test of the line", now);
  }
  DEEDS[deed](table, table.cards[who]!);
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

async function compare({ camp, table }: World) {
  const rows = await db
    .select()
    .from(registration)
    .where(eq(registration.eventId, camp.id))
    .orderBy(registration.rank);
  const found = rows.map((row) => ({
    ...{ email: row.email, status: row.status, lapsed: row.lapsedAt !== null },
    proven: row.verifiedAt !== null && row.bouncedAt === null,
    offeredUntil: row.offeredUntil?.toISOString() ?? null,
    pausedUntil: row.pausedUntil?.toISOString() ?? null,
    takesBack: row.gaveBackAt !== null,
  }));
  const expected = table.cards
    .map((card, who) => ({ card, email: emailOf(who) }))
    .filter(({ card }) => card.status !== null)
    .sort((a, b) => a.card.turn - b.card.turn)
    .map(({ card, email }) => ({
      ...{ email, status: card.status, lapsed: card.lapsed, proven: card.proven && !card.bounced },
      ...{ offeredUntil: iso(card.offeredUntil), pausedUntil: iso(card.pausedUntil) },
      takesBack: card.gaveBackAt !== null,
    }));
  expect(found).toEqual(expected);
}

it("the line does what its model does, whatever is asked of it", { timeout: longest(600_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(
      beginnings,
      fc.array(act, { minLength: 8, maxLength: 24, size: "max" }),
      async (beginning, acts) => {
        const world = await startWorld(beginning);
        for (const what of acts) {
          world.table.now += 1_000;
          await perform(what, world);
          // The time of a held place begins with its mail.
          if ("deed" in what && what.deed === "register")
            await sendDue(db, localMailer, () => new Date(world.table.now));
          await tick(db, new Date(world.table.now));
          beat(world.table);
          await compare(world);
        }
        // So that the next sequence sends its own mail alone, and finds its own limits.
        await db.delete(event).where(eq(event.id, world.camp.id));
        await db.delete(outbox);
        await db.delete(limitBucket);
      },
    ),
    sequences(300),
  );
});
