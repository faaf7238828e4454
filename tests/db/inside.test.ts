import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { changeRules, readRules } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { changeInside, readInside, readInsideLimit } from "#db/inside.ts";
import { audit } from "#db/schema/audit.ts";
import { checkIn } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import type { Inside } from "#domain/registration/inside.ts";
import { refused } from "#domain/result.ts";
import { consequence } from "#messages/en/consequence.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn } from "#tests/support/door.ts";

const { db } = await freshDatabase();
const DONE = { ok: true, value: { done: null } };

async function camp130() {
  const camp = await makeCamp(db, { capacity: 130 });
  const crew = await makeOrganiser(db, camp);
  const change = async (to: Inside, reason = "The fire brigade says so", agreed = "") =>
    changeInside(db, crew, markOf(await readInside(db, crew)), { ...to, reason }, NOON, agreed);
  const agree = async (to: Inside) => {
    const asked = await change(to);
    if (!asked.ok || !("asks" in asked.value)) throw new Error("not asked");
    return { asks: asked.value.asks, done: await change(to, "Some do not come", asked.value.agreement) };
  };
  const places = async (capacity: number) => {
    const rules = await readRules(db, crew);
    return changeRules(db, crew, markOf(rules), { ...rules, capacity }, NOON);
  };
  return { camp, crew, change, agree, places };
}

it("is set with a reason, which is logged with what it was", async () => {
  const { camp, crew, change } = await camp130();
  expect(await change({ insideLimit: 130, overbookTo: null }, " ")).toEqual(refused("bad_input"));
  expect(await change({ insideLimit: 130, overbookTo: null })).toEqual(DONE);
  expect(await readInsideLimit(db, camp.id)).toBe(130);
  const [entry] = await db.select().from(audit).where(eq(audit.subjectId, camp.id));
  expect(entry).toMatchObject({
    act: "settings",
    reason: "The fire brigade says so",
    actorId: crew.personId,
  });
  expect(entry?.detail).toMatchObject({
    part: "inside",
    changes: [{ what: "insideLimit", from: null, to: 130 }],
  });
  expect(
    await changeInside(db, crew, "seen", { insideLimit: 1, overbookTo: null, reason: "x" }, NOON),
  ).toEqual(refused("changed_meanwhile"));
});

it("lets no more places be given out, until organisers say how many, seeing how many will come", async () => {
  const { change, agree, places } = await camp130();
  await change({ insideLimit: 130, overbookTo: null });
  expect(await places(150)).toEqual(refused("over_inside"));
  const { asks, done } = await agree({ insideLimit: 130, overbookTo: 150 });
  const forecast = { places: 150, low: 85, middle: 105, high: 124 };
  expect(asks).toEqual([{ kind: "overbooks", places: 150, inside: 130, forecast, companions: 0 }]);
  expect(done).toEqual(DONE);
  expect((await places(151)).ok).toBe(false);
  expect((await places(150)).ok).toBe(true);
  // Given out already: the number can be corrected only with them said.
  expect(await change({ insideLimit: 130, overbookTo: null })).toEqual(refused("over_inside"));
  // Fewer is never asked about.
  expect((await places(120)).ok).toBe(true);
});

it("asks before it is corrected to what is inside already", async () => {
  const { camp, crew, agree } = await camp130();
  const ids = [1, 2, 3].map((rank) => makePerson(db, camp, "confirmed", { rank }));
  const people = await Promise.all(ids);
  await comeIn(db, crew, people, NOON);
  // Who has left is inside no more.
  const leaves = { leftAt: new Date(NOON.getTime() + 1_000) };
  await db.update(checkIn).set(leaves).where(eq(checkIn.registrationId, people[2]!));
  const { asks, done } = await agree({ insideLimit: 2, overbookTo: 130 });
  expect(asks).toMatchObject([{ kind: "overbooks" }, { kind: "full_inside", here: 2, inside: 2 }]);
  expect(done).toEqual(DONE);
});

it("counts those who came along among whoever is inside, and says how many do", async () => {
  const { camp, crew, agree } = await camp130();
  const id = await makePerson(db, camp, "confirmed", { rank: 1 });
  await db.update(registration).set({ companions: 2 }).where(eq(registration.id, id));
  await comeIn(db, crew, [id], NOON);
  const { asks } = await agree({ insideLimit: 3, overbookTo: 130 });
  expect(asks).toMatchObject([
    { kind: "overbooks", companions: 2 },
    { kind: "full_inside", here: 3, inside: 3 },
  ]);
  const [overbooks, full] = asks.map((it) => consequence.say(it));
  expect(overbooks).toContain("2 companions come along with them");
  expect(full).toMatch(/^3 people are inside: those checked in, and their companions\. With 3 who/);
});
