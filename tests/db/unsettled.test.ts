import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { tick } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import { makeCamp, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Full, fullCamp, WAYS, type Way } from "#tests/support/settling.ts";
import { sweep } from "#tests/support/sweep.ts";

const { db } = await freshDatabase();
afterEach(() => db.execute(sql`truncate event, unsettled cascade`));
const MINUTE = 60_000;

const statuses = async (camp: TestCamp) => {
  const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  return rows.sort((a, b) => a.rank - b.rank).map(({ status }) => status);
};

const looked = ({ look }: Way, full: Full) => (look ? look(full) : statuses(full.camp));

async function prepared({ now, before }: Way): Promise<Full> {
  const full = await fullCamp(db, now);
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
    expect(await looked(way, full)).toEqual(way.leads);
    expect(await sweep(db, way.now)).toEqual([]);
  });

  it.each(WAYS)("only because of the mark: $what", async (way) => {
    const full = await prepared(way);
    const before = await looked(way, full);
    const table = sql.identifier(way.trigger.split("_")[0]!);
    await db.execute(sql`alter table ${table} disable trigger ${sql.identifier(way.trigger)}`);
    await way.act(full);
    await tick(db, way.now);
    await db.execute(sql`alter table ${table} enable trigger ${sql.identifier(way.trigger)}`);
    const after = await looked(way, full);
    expect(after).not.toEqual(way.leads);
    expect(after.filter((status) => !before.includes(status) && status === "offered")).toEqual([]);
    expect(await sweep(db, way.now)).not.toEqual([]);
  });

  it("has no other triggers than these", async () => {
    const rows = await db.execute<{ name: string }>(
      sql`select tgname as name from pg_trigger where not tgisinternal order by tgname`,
    );
    // The code of a ticket decides no place, and neither does which phones are told.
    const others = ["registration_gets_a_ticket_code", "ticket_gone", "device_changed_hands"];
    const names = rows.map(({ name }) => name).filter((name) => !others.includes(name));
    expect(names).toEqual(WAYS.map(({ trigger }) => trigger).sort());
  });
});

describe("a camp in which nothing can happen", () => {
  it("is asked about no more: full with a line, with free places and no line, or over", async () => {
    await db.delete(unsettled);
    await fullCamp(db, NOON);
    await makeCamp(db);
    const over = await fullCamp(db, NOON);
    await db.update(event).set({ phase: "archived" }).where(eq(event.id, over.camp.id));
    for (let beats = 0; beats < 2; beats += 1) await tick(db, NOON);
    expect(await db.select().from(unsettled)).toEqual([]);
  });

  it("is not marked by a check-in, by changed answers or by the next rank", async () => {
    const { camp, mine } = await fullCamp(db, NOON);
    await db.delete(unsettled);
    await db.update(registration).set({ checkedInAt: NOON, name: "Somebody else" }).where(mine);
    await db.update(event).set({ nextRank: 9, name: "Another name" }).where(eq(event.id, camp.id));
    expect(await db.select().from(unsettled)).toEqual([]);
  });

  it("is marked once for a statement about many", async () => {
    const { mine } = await fullCamp(db, NOON);
    await db.delete(unsettled);
    await db.update(registration).set({ bouncedAt: NOON }).where(mine);
    expect(await db.$count(unsettled)).toBe(1);
  });

  it("leaves nothing behind when it is gone", async () => {
    const { camp, mine } = await fullCamp(db, NOON);
    await db.delete(registration).where(mine);
    await db.execute(sql`delete from event where id = ${camp.id}`);
    await tick(db, NOON);
    expect(await db.$count(unsettled, eq(unsettled.eventId, camp.id))).toBe(0);
  });
});

describe("a camp that cannot be seen to", () => {
  it("lets the others go first for a minute, and is then tried again", async () => {
    const { camp, mine } = await fullCamp(db, NOON);
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
