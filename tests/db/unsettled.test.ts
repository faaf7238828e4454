import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newId } from "#db/id.ts";
import { tick } from "#db/registration/waiting.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { slot } from "#db/schema/slot.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import { makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeRelease } from "#tests/support/releases.ts";
import { sweep } from "#tests/support/sweep.ts";

const { db } = await freshDatabase();
afterEach(() => db.execute(sql`truncate event, unsettled cascade`));
const MINUTE = 60_000;
const at = (text: string) => new Date(`${text}+01:00`);
const DOORS = at("2026-07-14T09:00");

const statuses = async (camp: TestCamp) => {
  const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  return rows.sort((a, b) => a.rank - b.rank).map(({ status }) => status);
};

/** One place, held; one more person is ready. Seen to at that moment. */
async function fullCamp(now: Date) {
  const camp = await makeCamp(db, { capacity: 1, startsAt: DOORS });
  const [first] = await db.select().from(day).where(eq(day.eventId, camp.id));
  await makePerson(db, camp, "confirmed", { rank: 1 });
  await makePerson(db, camp, "waiting", { rank: 2 });
  return { camp, dayId: first!.id, now, mine: eq(registration.eventId, camp.id) };
}
type Full = Awaited<ReturnType<typeof fullCamp>>;

const sessionUntil = ({ camp, dayId }: Full, endsAt: Date) => {
  const startsAt = at("2026-07-14T15:00");
  return db.insert(slot).values({ id: newId(), eventId: camp.id, dayId, kind: "session", startsAt, endsAt });
};
const free = async ({ mine }: Full) => {
  await db.update(registration).set({ status: "released" }).where(sql`${mine} and rank = 1`);
};
const secondDay = ({ camp }: Full) =>
  db
    .insert(day)
    .values({ id: newId(), eventId: camp.id, date: "2026-07-16", startsAt: at("2026-07-16T09:00") });

type Way = {
  trigger: string;
  what: string;
  now: Date;
  before?: (full: Full) => Promise<unknown>;
  act: (full: Full) => Promise<unknown>;
  leads: string[];
};

const LATER = at("2026-06-30T12:00");
const AFTERWARDS = at("2026-07-15T12:00");
const OFFERED = ["released", "offered"];

/** Statements that no command of ours makes, or that one makes without seeing to the places itself. */
const WAYS: Way[] = [
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
    act: ({ mine }) => db.delete(registration).where(sql`${mine} and rank = 1`),
    leads: ["offered"],
  },
  {
    trigger: "registration_added",
    what: "somebody comes who is ready, while a place is free",
    now: NOON,
    before: ({ mine }) => db.delete(registration).where(mine),
    act: ({ camp }) => makePerson(db, camp, "waiting", { rank: 3 }),
    leads: ["offered"],
  },
  {
    trigger: "event_changed",
    what: "a camp has more places",
    now: NOON,
    act: ({ camp }) => db.update(event).set({ capacity: 2 }).where(eq(event.id, camp.id)),
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
    act: ({ camp }) =>
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
      await db.update(registration).set(offer).where(sql`${full.mine} and rank = 2`);
    },
    act: ({ camp }) => db.delete(day).where(sql`event_id = ${camp.id} and date = '2026-07-16'`),
    leads: ["confirmed", "expired"],
  },
  {
    trigger: "release_added",
    what: "places are given out that were kept back",
    now: NOON,
    before: async (full) => {
      await makeRelease(db, full.camp, { opensAt: NOON });
      await db.update(event).set({ capacity: 2 }).where(eq(event.id, full.camp.id));
    },
    act: ({ camp }) => makeRelease(db, camp, { opensAt: NOON }),
    leads: ["confirmed", "offered"],
  },
  {
    trigger: "release_changed",
    what: "a release opens sooner",
    now: NOON,
    before: async (full) => {
      await free(full);
      await makeRelease(db, full.camp, { opensAt: LATER });
    },
    act: ({ camp }) => db.update(release).set({ opensAt: NOON }).where(eq(release.eventId, camp.id)),
    leads: OFFERED,
  },
  {
    trigger: "release_gone",
    what: "places no longer wait for a release",
    now: NOON,
    before: async (full) => {
      await free(full);
      await makeRelease(db, full.camp, { opensAt: LATER });
    },
    act: ({ camp }) => db.delete(release).where(eq(release.eventId, camp.id)),
    leads: OFFERED,
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
    act: ({ camp }) =>
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
    act: ({ camp }) => db.delete(slot).where(eq(slot.eventId, camp.id)),
    leads: OFFERED,
  },
];

async function prepared({ now, before }: Way): Promise<Full> {
  const full = await fullCamp(now);
  await before?.(full);
  // What a beat changes is seen to once more by the next.
  for (let beats = 0; beats < 2; beats += 1) await tick(db, now);
  return full;
}

describe("the beat finds without looking at every camp", () => {
  it.each(WAYS)("$what", async (way) => {
    const full = await prepared(way);
    await way.act(full);
    await tick(db, way.now);
    expect(await statuses(full.camp)).toEqual(way.leads);
    expect(await sweep(db, way.now)).toEqual([]);
  });

  it.each(WAYS)("only because of the mark: $what", async (way) => {
    const full = await prepared(way);
    const before = await statuses(full.camp);
    const table = sql.identifier(way.trigger.split("_")[0]!);
    await db.execute(sql`alter table ${table} disable trigger ${sql.identifier(way.trigger)}`);
    await way.act(full);
    await tick(db, way.now);
    await db.execute(sql`alter table ${table} enable trigger ${sql.identifier(way.trigger)}`);
    const after = await statuses(full.camp);
    expect(after).not.toEqual(way.leads);
    expect(after.filter((status) => !before.includes(status) && status === "offered")).toEqual([]);
    expect(await sweep(db, way.now)).not.toEqual([]);
  });

  it("has no other triggers than these", async () => {
    const rows = await db.execute<{ name: string }>(
      sql`select tgname as name from pg_trigger where not tgisinternal order by tgname`,
    );
    // The code of a ticket decides no place.
    const names = rows.map(({ name }) => name).filter((name) => name !== "registration_gets_a_ticket_code");
    expect(names).toEqual(WAYS.map(({ trigger }) => trigger).sort());
  });
});

describe("a camp in which nothing can happen", () => {
  it("is asked about no more: full with a line, with free places and no line, or over", async () => {
    await db.delete(unsettled);
    await fullCamp(NOON);
    await makeCamp(db);
    const over = await fullCamp(NOON);
    await db.update(event).set({ phase: "archived" }).where(eq(event.id, over.camp.id));
    for (let beats = 0; beats < 2; beats += 1) await tick(db, NOON);
    expect(await db.select().from(unsettled)).toEqual([]);
  });

  it("is not marked by a check-in, by changed answers or by the next rank", async () => {
    const { camp, mine } = await fullCamp(NOON);
    await db.delete(unsettled);
    await db.update(registration).set({ checkedInAt: NOON, name: "Somebody else" }).where(mine);
    await db.update(event).set({ nextRank: 9, name: "Another name" }).where(eq(event.id, camp.id));
    expect(await db.select().from(unsettled)).toEqual([]);
  });

  it("is marked once for a statement about many", async () => {
    const { mine } = await fullCamp(NOON);
    await db.delete(unsettled);
    await db.update(registration).set({ bouncedAt: NOON }).where(mine);
    expect(await db.$count(unsettled)).toBe(1);
  });

  it("leaves nothing behind when it is gone", async () => {
    const { camp, mine } = await fullCamp(NOON);
    await db.delete(registration).where(mine);
    await db.execute(sql`delete from event where id = ${camp.id}`);
    await tick(db, NOON);
    expect(await db.$count(unsettled, eq(unsettled.eventId, camp.id))).toBe(0);
  });
});

describe("a camp that cannot be seen to", () => {
  it("lets the others go first for a minute, and is then tried again", async () => {
    const { camp, mine } = await fullCamp(NOON);
    await tick(db, NOON);
    await tick(db, NOON);
    await db.execute(sql`create function fail() returns trigger language plpgsql as
      $$ begin raise exception 'no'; end $$`);
    await db.execute(sql`create trigger fail before update on registration for each row
      when (new.status = 'offered') execute function fail()`);
    await db.update(registration).set({ status: "released" }).where(sql`${mine} and rank = 1`);
    const failed = vi.fn();
    await tick(db, NOON, failed);
    await tick(db, NOON, failed);
    expect(failed.mock.calls.map(([id]) => id)).toEqual([camp.id]);
    await db.execute(sql`drop function fail cascade`);
    await tick(db, new Date(NOON.getTime() + MINUTE), failed);
    expect(await statuses(camp)).toEqual(["released", "offered"]);
  });
});
