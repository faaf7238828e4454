/** Everything that decides when the places of a camp are to be seen to, one trigger each; for tests/db/unsettled.test.ts. */
import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { pool } from "#db/schema/pool.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { slot } from "#db/schema/slot.ts";
import { transfer } from "#db/schema/transfer.ts";
import { makeCamp, makePerson, NOON } from "./camp.ts";
import { makePool } from "./pools.ts";
import { makeRelease } from "./releases.ts";

export const at = (text: string) => new Date(`${text}+01:00`);
export const DOORS = at("2026-07-14T09:00");

/** One place, held; one more person is ready. Seen to at that moment. */
export async function fullCamp(db: Database, now: Date) {
  const camp = await makeCamp(db, { capacity: 1, startsAt: DOORS });
  const [first] = await db.select().from(day).where(eq(day.eventId, camp.id));
  await makePerson(db, camp, "confirmed", { rank: 1 });
  await makePerson(db, camp, "waiting", { rank: 2 });
  return { db, camp, dayId: first!.id, now, mine: eq(registration.eventId, camp.id) };
}
export type Full = Awaited<ReturnType<typeof fullCamp>>;

const sessionUntil = ({ db, camp, dayId }: Full, endsAt: Date) => {
  const startsAt = at("2026-07-14T15:00");
  return db.insert(slot).values({ id: newId(), eventId: camp.id, dayId, kind: "session", startsAt, endsAt });
};
const free = async ({ db, mine }: Full) => {
  await db.update(registration).set({ status: "released" }).where(sql`${mine} and rank = 1`);
};
const secondDay = ({ db, camp }: Full) =>
  db
    .insert(day)
    .values({ id: newId(), eventId: camp.id, date: "2026-07-16", startsAt: at("2026-07-16T09:00") });

export type Way = {
  trigger: string;
  what: string;
  now: Date;
  before?: (full: Full) => Promise<unknown>;
  act: (full: Full) => Promise<unknown>;
  leads: string[];
  /** What it leads to, where that is not what everybody has. */
  look?: (full: Full) => Promise<string[]>;
};

const LATER = at("2026-06-30T12:00");
const AFTERWARDS = at("2026-07-15T12:00");
const OFFERED = ["released", "offered"];

const onItsWay = async ({ db, camp, mine }: Full) => {
  const [giver] = await db.select().from(registration).where(sql`${mine} and rank = 1`);
  const to = { name: "Ama", email: "ama@example.org", createdAt: NOON };
  await db.insert(transfer).values({ ...to, id: newId(), eventId: camp.id, giverId: giver!.id });
};
const noneHandedOn = ({ db, camp }: Full) =>
  db.update(event).set({ transferHours: null }).where(eq(event.id, camp.id));
const lookAtTransfers = async ({ db, camp }: Full) => {
  const rows = await db.select().from(transfer).where(eq(transfer.eventId, camp.id));
  return rows.map(({ end }) => end ?? "open");
};
const TOO_LATE = { now: NOON, look: lookAtTransfers, leads: ["too_late"] };

/** Statements that no command of ours makes, or that one makes without seeing to the places itself. */
export const WAYS: Way[] = [
  {
    trigger: "registration_changed",
    what: "somebody's place is free",
    now: NOON,
    act: free,
    leads: OFFERED,
  },
  {
    trigger: "registration_gone",
    what: "somebody's row is gone",
    now: NOON,
    act: ({ db, mine }) => db.delete(registration).where(sql`${mine} and rank = 1`),
    leads: ["offered"],
  },
  {
    trigger: "registration_added",
    what: "somebody comes who is ready, while a place is free",
    now: NOON,
    before: ({ db, mine }) => db.delete(registration).where(mine),
    act: ({ db, camp }) => makePerson(db, camp, "waiting", { rank: 3 }),
    leads: ["offered"],
  },
  {
    trigger: "event_changed",
    what: "a camp has more places",
    now: NOON,
    act: ({ db, camp }) => db.update(event).set({ capacity: 2 }).where(eq(event.id, camp.id)),
    leads: ["confirmed", "offered"],
  },
  {
    trigger: "day_added",
    what: "a camp that was over has another day",
    now: AFTERWARDS,
    before: free,
    act: secondDay,
    leads: OFFERED,
  },
  {
    trigger: "day_changed",
    what: "the day of a camp that was over is a later one",
    now: AFTERWARDS,
    before: free,
    act: ({ db, camp }) =>
      db
        .update(day)
        .set({ date: "2026-07-16", startsAt: at("2026-07-16T09:00") })
        .where(eq(day.eventId, camp.id)),
    leads: OFFERED,
  },
  {
    trigger: "day_gone",
    what: "the last day of a camp is gone, and an offer whose clock stood still with it",
    now: AFTERWARDS,
    before: async (full) => {
      await secondDay(full);
      const offer = { status: "offered", offeredUntil: NOON, bouncedAt: NOON } as const;
      await full.db.update(registration).set(offer).where(sql`${full.mine} and rank = 2`);
    },
    act: ({ db, camp }) => db.delete(day).where(sql`event_id = ${camp.id} and date = '2026-07-16'`),
    leads: ["confirmed", "expired"],
  },
  {
    trigger: "release_added",
    what: "places are given out that were kept back",
    now: NOON,
    before: async (full) => {
      await makeRelease(full.db, full.camp, { opensAt: NOON });
      await full.db.update(event).set({ capacity: 2 }).where(eq(event.id, full.camp.id));
    },
    act: ({ db, camp }) => makeRelease(db, camp, { opensAt: NOON }),
    leads: ["confirmed", "offered"],
  },
  {
    trigger: "release_changed",
    what: "a release opens sooner",
    now: NOON,
    before: async (full) => {
      await free(full);
      await makeRelease(full.db, full.camp, { opensAt: LATER });
    },
    act: ({ db, camp }) => db.update(release).set({ opensAt: NOON }).where(eq(release.eventId, camp.id)),
    leads: OFFERED,
  },
  {
    trigger: "release_gone",
    what: "places no longer wait for a release",
    now: NOON,
    before: async (full) => {
      await free(full);
      await makeRelease(full.db, full.camp, { opensAt: LATER });
    },
    act: ({ db, camp }) => db.delete(release).where(eq(release.eventId, camp.id)),
    leads: OFFERED,
  },
  {
    trigger: "pool_added",
    what: "a place is kept that was open to all",
    now: NOON,
    before: async (full) => {
      await makePool(full.db, full.camp, null, { ceiling: 0 });
      await free(full);
    },
    // Any row of a pool is a reason to look: here the one that let nobody in goes with the next.
    act: async ({ db, camp }) => {
      await db.execute(sql`alter table pool disable trigger pool_gone`);
      await db.delete(pool).where(eq(pool.eventId, camp.id));
      await db.execute(sql`alter table pool enable trigger pool_gone`);
      return makePool(db, camp, null, { floor: 1 });
    },
    leads: OFFERED,
  },
  {
    trigger: "pool_changed",
    what: "a pool lets more people in",
    now: NOON,
    before: async (full) => {
      await makePool(full.db, full.camp, null, { ceiling: 0 });
      await free(full);
    },
    act: ({ db, camp }) => db.update(pool).set({ ceiling: 1 }).where(eq(pool.eventId, camp.id)),
    leads: OFFERED,
  },
  {
    trigger: "pool_gone",
    what: "a pool that let nobody in is gone",
    now: NOON,
    before: async (full) => {
      await makePool(full.db, full.camp, null, { ceiling: 0 });
      await free(full);
    },
    act: ({ db, camp }) => db.delete(pool).where(eq(pool.eventId, camp.id)),
    leads: OFFERED,
  },
  {
    ...{ trigger: "transfer_added", what: "a place is on its way to somebody where none may be" },
    ...{ ...TOO_LATE, before: noneHandedOn, act: onItsWay },
  },
  {
    ...{ trigger: "event_terms_changed", what: "places are no longer to be handed on" },
    ...{ ...TOO_LATE, before: onItsWay, act: noneHandedOn },
  },
  {
    trigger: "slot_added",
    what: "a camp that was over has a slot on the next day",
    now: AFTERWARDS,
    before: free,
    act: (full) => sessionUntil(full, at("2026-07-15T18:00")),
    leads: OFFERED,
  },
  {
    trigger: "slot_changed",
    what: "the last slot of a camp that was over ends later",
    now: AFTERWARDS,
    before: async (full) => {
      await free(full);
      await sessionUntil(full, at("2026-07-14T16:00"));
    },
    act: ({ db, camp }) =>
      db
        .update(slot)
        .set({ endsAt: at("2026-07-15T18:00") })
        .where(eq(slot.eventId, camp.id)),
    leads: OFFERED,
  },
  {
    trigger: "slot_gone",
    what: "the last slot of a camp that was over is gone, and its day is all there is",
    now: at("2026-07-14T17:00"),
    before: async (full) => {
      await free(full);
      await sessionUntil(full, at("2026-07-14T16:00"));
    },
    act: ({ db, camp }) => db.delete(slot).where(eq(slot.eventId, camp.id)),
    leads: OFFERED,
  },
];
