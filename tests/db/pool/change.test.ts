/** What organisers say about who places are kept for: looked at first, then saved. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { markOf } from "#db/change.ts";
import { changePools, type PoolsInput, readPoolsInput } from "#db/pool/change.ts";
import { readPoolsPage } from "#db/pool/page.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { laterDay, localAt } from "#domain/time/local.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makePool, makeSector } from "#tests/support/pools.ts";
import { makeRelease } from "#tests/support/releases.ts";

const { db } = await freshDatabase();
const today = localAt(NOON.getTime(), "Europe/London").day;

async function settings(capacity = 4) {
  const camp = await makeCamp(db, { capacity });
  const central = await makeSector(db, camp, "Central government");
  const organiser = await makeOrganiser(db, camp);
  const row = async () => (await db.select().from(event).where(eq(event.id, camp.id)))[0]!;
  const shown = async () => readPoolsInput(db, await row());
  const wanted = (of: Partial<PoolsInput> & { local?: number; most?: number | null; next?: number }) => {
    const { local = 0, most = null, next = 4, ...rest } = of;
    const sectors = [
      { id: camp.sectorId, floor: local, ceiling: null },
      { id: central, floor: 0, ceiling: most },
    ];
    const none = { firstTimers: { floor: 0, ceiling: null }, organisationLimit: null, merges: null };
    return { ...none, sectors, ...rest, next };
  };
  const ask = async (of: Parameters<typeof wanted>[0], agreed?: string, now = NOON) =>
    changePools(db, organiser, markOf(await shown()), wanted(of), now, agreed);
  const save = async (of: Parameters<typeof wanted>[0]) => {
    const asked = await ask(of);
    return asked.ok && "asks" in asked.value ? ask(of, asked.value.agreement) : asked;
  };
  return { camp, central, organiser, shown, wanted, ask, save };
}

describe("what is kept for whom", () => {
  it("is kept as it was said, logged, and read back", async () => {
    const { camp, organiser, shown, wanted, save } = await settings();
    const said = {
      ...{ local: 2, most: 1, organisationLimit: 3 },
      merges: { day: laterDay(today, 3), time: "09:30" },
      firstTimers: { floor: 1, ceiling: 3 },
    };
    expect(await save(said)).toEqual({ ok: true, value: { done: 0 } });
    const { next: _, ...kept } = wanted(said);
    expect(await shown()).toEqual(kept);
    await save(said);
    expect(await shown()).toEqual(kept);
    const log = await db.select().from(audit).where(eq(audit.eventId, camp.id));
    expect(log.map(({ act, detail }) => [act, (detail as { part: string }).part])).toEqual([
      ["settings", "pools"],
    ]);
    expect(await readPoolsPage(db, organiser, NOON)).toMatchObject({ places: 4, kept: 3, drawing: false });
    expect(await save({})).toMatchObject({ ok: true });
    expect((await readPoolsPage(db, organiser, NOON)).kept).toBe(0);
  });

  it("is no more than the camp gives out, and ends before doors", async () => {
    const { camp, save } = await settings(4);
    const first = { firstTimers: { floor: 2, ceiling: null } };
    expect(await save({ local: 3, ...first })).toMatchObject({ refusal: "more_kept_than_places" });
    expect(await save({ local: 2, ...first })).toMatchObject({ ok: true });
    await makeRelease(db, camp, { places: 3, opensAt: NOON });
    expect(await save({ local: 2, ...first })).toMatchObject({ refusal: "more_kept_than_places" });
    const merges = { day: laterDay(today, 400), time: "09:30" };
    expect(await save({ local: 1, merges })).toMatchObject({ refusal: "merge_after_doors" });
  });

  it("stays while a draw waits for its number", async () => {
    const { camp, organiser, save } = await settings();
    const id = await makeRelease(db, camp, {
      ...{ way: "draw", opensAt: new Date(NOON.getTime() - 2), closesAt: new Date(NOON.getTime() - 1) },
    });
    expect(await save({ local: 1 })).toMatchObject({ refusal: "draw_under_way" });
    expect((await readPoolsPage(db, organiser, NOON)).drawing).toBe(true);
    await db.update(release).set({ drawnAt: NOON }).where(eq(release.id, id));
    expect(await save({ local: 1 })).toMatchObject({ ok: true });
  });

  it("is saved over nothing that another organiser set meanwhile, nor for a sector of another camp", async () => {
    const { camp, central, organiser, wanted, save } = await settings();
    const mark = markOf({});
    expect(await changePools(db, organiser, mark, wanted({}), NOON)).toMatchObject({
      refusal: "changed_meanwhile",
    });
    const other = await settings();
    expect(await save({ sectors: [{ id: other.central, floor: 1, ceiling: null }] } as object)).toMatchObject(
      { refusal: "bad_input" },
    );
    expect([camp.id === other.camp.id, central === other.central]).toEqual([false, false]);
  });
});

describe("before it is saved", () => {
  it("is said who would get the next places, who would not any more, and how they would be mixed", async () => {
    const { camp, central, ask } = await settings(2);
    await makePerson(db, camp, "confirmed", { rank: 1, sectorId: central, firstTime: false });
    await makePerson(db, camp, "confirmed", { rank: 2, sectorId: central, firstTime: false });
    await makePerson(db, camp, "waiting", { rank: 3, sectorId: central, firstTime: false });
    await makePerson(db, camp, "waiting", { rank: 4, firstTime: true });
    const asked = await ask({ local: 2, next: 1 });
    expect(asked).toMatchObject({
      value: {
        asks: [
          {
            kind: "pools",
            next: 1,
            mix: [
              { name: "Local government", before: 0, after: 1 },
              { name: "Central government", before: 1, after: 0 },
              { name: null, before: 0, after: 1 },
            ],
          },
          {
            kind: "pools_instead",
            instead: { names: ["person4"], more: 0 },
            not: { names: ["person3"], more: 0 },
          },
          { kind: "pool_unused", name: "Local government", kept: 2, people: 1 },
        ],
      },
    });
    const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
    expect(rows.filter(({ status }) => status === "offered")).toEqual([]);
  });

  // Before, it was said that ten places stay empty, and they were open to all from the moment of saving.
  it("is said that nothing is kept where all places are open to all already, and nothing of places that stay empty", async () => {
    const { ask, save, organiser } = await settings(4);
    const past = { local: 2, merges: { day: laterDay(today, -1), time: "09:30" } };
    const kinds = async (of: Parameters<typeof ask>[0]) => {
      const asked = await ask(of);
      return asked.ok && "asks" in asked.value ? asked.value.asks.map(({ kind }) => kind) : [];
    };
    expect(await kinds(past)).toEqual(["pools", "pools_merged"]);
    expect(await kinds({ ...past, local: 0 })).toEqual(["pools"]);
    expect(await kinds({ local: 2 })).toEqual(["pools", "pool_unused"]);
    await save(past);
    expect((await readPoolsPage(db, organiser, NOON)).merged).toBe(true);
  });

  // Before, whoever had entered a draw was nobody, and an organiser lowered what was kept for them.
  it("counts who entered a draw among those for whom places are kept, and promises none of them a turn", async () => {
    const { camp, ask } = await settings(2);
    for (const rank of [1, 2]) await makePerson(db, camp, "entered", { rank });
    const asked = await ask({ local: 2 });
    expect(asked).toMatchObject({ value: { asks: [{ kind: "pools", next: 0, entered: 2 }] } });
    expect(asked.ok && "asks" in asked.value && asked.value.asks).toHaveLength(1);
  });

  // Before, the row said seven and the sentence above it four, and nothing said who the three were.
  it("says apart who has a place that was kept back: they take none of those kept for their sector", async () => {
    const { camp, organiser, ask } = await settings(5);
    await makeRelease(db, camp, { places: 3, opensAt: NOON });
    await makePerson(db, camp, "confirmed", { rank: 1, firstTime: false });
    const given = await makePerson(db, camp, "confirmed", { rank: 2, firstTime: false });
    await db.update(registration).set({ keptBack: true }).where(eq(registration.id, given));
    const page = await readPoolsPage(db, organiser, NOON);
    const of = ({ sectors }: typeof page.taken) => sectors.get(camp.sectorId);
    expect([of(page.taken), of(page.byHand)]).toEqual([2, 1]);
    expect(await ask({ local: 2 })).toMatchObject({
      value: { asks: [{ kind: "pools" }, { kind: "pool_unused", kept: 2, people: 1, byHand: 1 }] },
    });
  });

  it("names who is offered a place at once; saved with that agreement they are", async () => {
    const { camp, central, ask, save } = await settings(2);
    await makePool(db, camp, central, { ceiling: 0 });
    await makePerson(db, camp, "confirmed", { rank: 1 });
    const next = await makePerson(db, camp, "waiting", { rank: 2, sectorId: central, firstTime: false });
    const asked = await ask({});
    expect(asked).toMatchObject({
      value: {
        asks: [{ kind: "pools" }, { kind: "pools_instead" }, { kind: "pools_offer", names: ["person2"] }],
      },
    });
    // Other numbers are another question.
    const agreed = asked.ok && "asks" in asked.value ? asked.value.agreement : "";
    expect(await ask({ local: 1 }, agreed)).toMatchObject({ value: { asks: expect.anything() } });
    expect(await save({})).toEqual({ ok: true, value: { done: 1 } });
    const [row] = await db.select().from(registration).where(eq(registration.id, next));
    expect(row?.status).toBe("offered");
  });
});
