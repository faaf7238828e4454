/** What organisers say about how places are given out. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { markOf } from "#db/change.ts";
import { changeReleases, type ReleaseInput, releasesShown } from "#db/release/change.ts";
import { listReleaseRows } from "#db/release.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { laterDay, localAt } from "#domain/time/local.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makePool, setLimits } from "#tests/support/pools.ts";
import { makeRelease, SOURCE } from "#tests/support/releases.ts";

const { db } = await freshDatabase();
const ZONE = "Europe/London";
const today = localAt(NOON.getTime(), ZONE).day;
const on = (days: number, time = "16:00") => ({ day: laterDay(today, days), time });

/** A batch of so many places in so many days. */
const batch = (places: number, days: number): ReleaseInput => {
  return { id: null, way: "batch", places, opens: on(days), closes: null, source: "" };
};
const draw = (days: number, closes: number): ReleaseInput => {
  return { ...batch(5, days), way: "draw", closes: on(closes), source: SOURCE };
};

async function settings(capacity = 130) {
  const camp = await makeCamp(db, { capacity });
  const organiser = await makeOrganiser(db, camp);
  const shown = async () => releasesShown(await listReleaseRows(db, camp.id), ZONE);
  const save = async (wanted: readonly ReleaseInput[], now = NOON) => {
    const mark = markOf(await shown());
    const asked = await changeReleases(db, organiser, mark, wanted, now);
    if (!asked.ok || !("asks" in asked.value)) return asked;
    return changeReleases(db, organiser, mark, wanted, now, asked.value.agreement);
  };
  return { camp, organiser, shown, save };
}

describe("releases", () => {
  it("are kept as they were said, and a second save of the same changes nothing", async () => {
    const { shown, save } = await settings();
    expect(await save([batch(40, 2), draw(5, 8)])).toEqual({ ok: true, value: { done: 0 } });
    const saved = await shown();
    expect(saved).toMatchObject([
      { way: "batch", places: 40, opens: on(2), closes: null, source: "" },
      { way: "draw", opens: on(5), closes: on(8), source: SOURCE },
    ]);
    await save(saved);
    expect(await shown()).toEqual(saved);
  });

  it("that close a registration which is open say so first", async () => {
    const { camp, organiser } = await settings();
    const asked = await changeReleases(db, organiser, markOf([]), [batch(40, 2)], NOON);
    expect(asked).toMatchObject({ value: { asks: [{ kind: "waits_for_release", opens: on(2) }] } });
    expect(await listReleaseRows(db, camp.id)).toEqual([]);
  });

  it("that give out fewer places than pools keep say so first, and not when they gave out fewer before", async () => {
    const { camp, organiser, shown, save } = await settings(9);
    await makePool(db, camp, camp.sectorId, { floor: 4 });
    const ask = async (places: number) => {
      const asked = await changeReleases(db, organiser, markOf(await shown()), [batch(places, 2)], NOON);
      return asked.ok && "asks" in asked.value
        ? asked.value.asks.filter(({ kind }) => kind !== "waits_for_release")
        : [];
    };
    expect([await ask(4), await ask(3)]).toEqual([[], [{ kind: "kept_over_places", kept: 4, places: 3 }]]);
    await save([batch(2, 2)]);
    expect([await ask(3), await ask(1)]).toMatchObject([[], [{ kept: 4, places: 1 }]]);
    await setLimits(db, camp, { poolsMergeAt: NOON });
    expect(await ask(1)).toEqual([]);
  });

  it("that have opened stay, whatever a form says, and the others can go", async () => {
    const { camp, shown, save } = await settings();
    const begun = await makeRelease(db, camp, { places: 3, opensAt: new Date(NOON.getTime() - 1) });
    await save([batch(40, 2)]);
    const [first, second] = await shown();
    expect(first!.id).toBe(begun);
    await save([{ ...first!, places: 99 }]);
    expect(await shown()).toEqual([first]);
    expect(second!.places).toBe(40);
  });

  it("whose time has passed open now, and their places go to the line at once", async () => {
    const { camp, save } = await settings(2);
    await makeRelease(db, camp, { places: 1, opensAt: new Date(NOON.getTime() - 1) });
    await makePerson(db, camp, "confirmed", { rank: 1 });
    await makePerson(db, camp, "waiting", { rank: 2 });
    expect(await save([{ ...batch(1, -1), way: "first_come" }])).toEqual({ ok: true, value: { done: 1 } });
    const [, next] = await db
      .select()
      .from(registration)
      .where(eq(registration.eventId, camp.id))
      .orderBy(registration.rank);
    expect(next!.status).toBe("offered");
    const rows = await db.select().from(release).where(eq(release.eventId, camp.id)).orderBy(release.opensAt);
    expect(rows[1]!.opensAt).toEqual(NOON);
  });

  it("whose time has passed say so first, but in a draft, where they can be changed and taken away as long as it is one", async () => {
    const { camp, organiser, shown, save } = await settings();
    const late = [{ ...batch(3, -400), way: "first_come" as const }];
    const asked = await changeReleases(db, organiser, markOf([]), late, NOON);
    expect(asked).toMatchObject({ value: { asks: [{ kind: "opens_now", releases: 1 }] } });
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
    expect(await changeReleases(db, organiser, markOf([]), late, NOON)).toEqual({
      ok: true,
      value: { done: 0 },
    });
    const [opened] = await shown();
    await save([{ ...opened!, places: 7 }]);
    expect(await shown()).toMatchObject([{ id: opened!.id, places: 7 }]);
    await save([]);
    expect(await shown()).toEqual([]);
  });

  it("are refused in a word each where they cannot be", async () => {
    const { save } = await settings(60);
    expect(await save([batch(40, 2), batch(21, 3)])).toMatchObject({ refusal: "more_than_places" });
    expect(await save([batch(40, 20)])).toMatchObject({ refusal: "release_after_doors" });
    expect(await save([draw(2, 20)])).toMatchObject({ refusal: "release_after_doors" });
    expect(await save([draw(5, 5)])).toMatchObject({ refusal: "closes_too_soon" });
    expect(await save([draw(-3, -1)])).toMatchObject({ refusal: "closes_too_soon" });
    expect(await save([{ ...draw(2, 5), source: "" }])).toMatchObject({ refusal: "bad_input" });
    const many = Array.from({ length: 31 }, (_, n) => batch(1, 1 + (n % 9)));
    expect(await save(many)).toMatchObject({ refusal: "releases_full" });
  });

  it("are not saved over what somebody else has saved meanwhile", async () => {
    const { organiser, save } = await settings();
    await save([batch(40, 2)]);
    expect(await changeReleases(db, organiser, markOf([]), [batch(9, 3)], NOON)).toMatchObject({
      refusal: "changed_meanwhile",
    });
  });
});
