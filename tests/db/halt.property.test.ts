/** In whatever order a camp is called off, put off and on again while people come and go: who hears what, and who has what. */
import { and, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { findEvent } from "#db/event.ts";
import { acceptOffer, declineOffer, giveBack, leaveLine } from "#db/registration/answer.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { event } from "#db/schema/event.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { registration } from "#db/schema/registration.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import { isHalted, permits } from "#domain/event.ts";
import { type HaltAct, PERMITTED_AS } from "#domain/halt.ts";
import { HOLDING, LIVE } from "#domain/registration.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { halt, mailed } from "#tests/support/halting.ts";

const { db } = await freshDatabase();

afterEach(async () => {
  await db.delete(unsettled);
});

const CAPACITY = 3;
const KINDS = ["called_off", "put_off", "takes_place"];
const HOUR = 3_600_000;

type Step = {
  what: "come" | "accept" | "decline" | "give_back" | "leave" | "beat" | HaltAct;
  who: number;
  later: boolean;
};

const steps = fc.array(
  fc.record({
    what: fc.constantFrom(
      ...([
        "come",
        "come",
        "accept",
        "accept",
        "decline",
        "give_back",
        "give_back",
        "leave",
        "beat",
      ] as const),
      ...(["call_off", "put_off", "take_place", "take_place"] as const),
    ),
    who: fc.nat(5),
    later: fc.boolean(),
  }),
  { minLength: 8, maxLength: 14 },
);

const ANSWERS = { accept: acceptOffer, decline: declineOffer, give_back: giveBack, leave: leaveLine };

const liveAt = (eventId: string, among: readonly (typeof LIVE)[number][] = LIVE) =>
  db
    .select({ id: registration.id, email: registration.email, status: registration.status })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.status, [...among])))
    .orderBy(registration.email);

it("tells everybody once of each state that concerned them, and gives no place meanwhile", async () => {
  let [halts, resumed] = [0, 0];
  await fc.assert(
    fc.asyncProperty(steps, async (all: readonly Step[]) => {
      // Each begins at noon again, and what the last one spent hours later would count.
      await db.delete(limitBucket);
      const camp = await makeCamp(db, { capacity: CAPACITY });
      await db.update(event).set({ nextRank: 100 }).where(eq(event.id, camp.id));
      const by = await makeOrganiser(db, camp);
      const people: string[] = [];
      for (const [rank, status] of (["confirmed", "confirmed", "waiting", "waiting"] as const).entries())
        people.push(await makePerson(db, camp, status, { rank: rank + 1 }));
      const expected: string[] = [];
      let now = NOON;
      for (const { what, who, later } of all) {
        now = new Date(now.getTime() + HOUR);
        const before = (await findEvent(db, camp.slug))!;
        const [live, held] = [await liveAt(camp.id), await liveAt(camp.id, HOLDING)];
        if (what === "beat") await tick(db, now);
        else if (what === "come") {
          const form = { ...formFor(camp, `new${people.length}@example.org`), more: {} };
          const came = await register(db, camp.id, form, now);
          expect(came.ok).toBe(permits(before.phase, "register"));
          if (came.ok) people.push(came.value.registrationId);
        } else if (what in ANSWERS) {
          await ANSWERS[what as keyof typeof ANSWERS](db, people[who % people.length]!, now);
        } else {
          const act = what as HaltAct;
          const date = later && act !== "call_off" ? { day: nextDay(before.day), doors: "09:00" } : null;
          const done = await halt(db, { camp, by }, { act, date, ask: later }, now);
          expect(done.ok).toBe(permits(before.phase, PERMITTED_AS[act]));
          if (!done.ok) continue;
          const kind = {
            call_off: "called_off",
            put_off: date ? "takes_place" : "put_off",
            take_place: "takes_place",
          }[act];
          expected.push(...live.map(({ email }) => `${email} ${kind}`));
          if (isHalted((await findEvent(db, camp.slug))!.phase)) halts += 1;
          else resumed += 1;
          expect(await halt(db, { camp, by }, { act, date, from: before.phase }, now)).toMatchObject({
            ok: false,
          });
        }
        const [row] = await db.select().from(event).where(eq(event.id, camp.id));
        const holding = await liveAt(camp.id, HOLDING);
        expect(holding.length).toBeLessThanOrEqual(CAPACITY);
        if (!isHalted(row!.phase)) continue;
        expect(holding.filter(({ status }) => status === "offered")).toEqual([]);
        expect(holding.filter(({ id }) => !held.some((one) => one.id === id))).toEqual([]);
      }
      expect((await mailed(db, camp, KINDS)).sort()).toEqual(expected.sort());
    }),
    { numRuns: 8 },
  );
  expect(Math.min(halts, resumed)).toBeGreaterThan(2);
});

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

it("gives nobody a place in the very moment it is called off, and forgets nobody who got one just before", async () => {
  const refusals = new Set<string>();
  for (let round = 0; round < 4; round += 1) {
    const camp = await makeCamp(db, { capacity: 30 });
    await db.update(event).set({ nextRank: 100 }).where(eq(event.id, camp.id));
    const by = await makeOrganiser(db, camp);
    const until = new Date(NOON.getTime() + 2 * HOUR);
    const offered = await Promise.all(
      [1, 2, 3].map((rank) => makePerson(db, camp, "offered", { rank, offeredUntil: until })),
    );
    const forms = Array.from({ length: 8 }, (_, n) => ({ ...formFor(camp, `r${n}@example.org`), more: {} }));
    const press = [
      ...forms.slice(0, 4).map((form) => () => register(db, camp.id, form, NOON)),
      ...offered.slice(0, 1).map((id) => () => acceptOffer(db, id, NOON)),
      () => halt(db, { camp, by }, { act: "call_off", from: "tickets" }, NOON),
      ...offered.slice(1).map((id) => () => acceptOffer(db, id, NOON)),
      ...forms.slice(4).map((form) => () => register(db, camp.id, form, NOON)),
    ];
    const done = await Promise.all(press.map((each) => each()));
    for (const one of done) if (!one.ok) refusals.add(one.refusal);
    const live = await liveAt(camp.id);
    expect(live.filter(({ status }) => status === "offered")).toEqual([]);
    expect(await mailed(db, camp, ["called_off"])).toEqual(live.map(({ email }) => `${email} called_off`));
  }
  expect([...refusals]).toEqual(["camp_halted"]);
});
