/** Two hands on one place: whatever comes first, nothing is given twice. Each of these fails without the camp's lock. */
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { changeRules, readRules, rulesOf } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { acceptOffer } from "#db/registration/answer.ts";
import { countPlaces } from "#db/registration/place.ts";
import { offerFreePlaces, tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { makeDraw } from "#db/release/draw.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Act } from "#domain/history.ts";
import { takenPlaces } from "#domain/registration/places.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeRelease } from "#tests/support/releases.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (milliseconds: number) => new Date(NOON.getTime() + milliseconds);

async function acts(camp: TestCamp, act: Act): Promise<number> {
  return db.$count(audit, and(eq(audit.eventId, camp.id), eq(audit.act, act)));
}

describe("one place", () => {
  it("is taken once by fifty presses of the same yes, and noted and mailed once", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const until = later(HOUR);
    const id = await makePerson(db, camp, "offered", { rank: 1, offeredUntil: until });
    const answers = await Promise.all(Array.from({ length: 50 }, () => acceptOffer(db, id, NOON)));
    expect(answers).toEqual(Array(50).fill({ ok: true, value: "confirmed" }));
    expect(await acts(camp, "accept")).toBe(1);
    expect(await db.$count(outbox, eq(outbox.eventId, camp.id))).toBe(1);
  });

  it("is offered once by two workers and an organiser, however often they look", async () => {
    for (let round = 0; round < 5; round += 1) {
      const camp = await makeCamp(db, { capacity: 1 });
      await makePerson(db, camp, "waiting", { rank: 1 });
      await makePerson(db, camp, "waiting", { rank: 2 });
      const organiser = await makeOrganiser(db, camp);
      const look = (n: number) => (n % 2 === 0 ? tick(db, NOON) : offerFreePlaces(db, organiser, NOON));
      await Promise.all(Array.from({ length: 6 }, (_, n) => look(n)));
      expect(await countPlaces(db, camp.id)).toMatchObject({ offered: 1, waiting: 1 });
      expect(await acts(camp, "offer")).toBe(1);
      expect(await db.$count(outbox, eq(outbox.eventId, camp.id))).toBe(1);
    }
  });

  it("is not given out by one hand while another takes it away", async () => {
    for (let round = 0; round < 8; round += 1) {
      const camp = await makeCamp(db, { capacity: 2 });
      const organiser = await makeOrganiser(db, camp);
      await makePerson(db, camp, "offered", { rank: 99, offeredUntil: later(HOUR) });
      const rules = await readRules(db, organiser);
      const mark = markOf(rulesOf(rules));
      const cut = () => changeRules(db, organiser, mark, { ...rules, capacity: 1 }, NOON);
      const take = async () => {
        const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
        await Promise.all([
          acceptOffer(db, rows[0]!.id, NOON),
          register(db, camp.id, formFor(camp, "new@example.org"), NOON),
        ]);
      };
      await Promise.all((round % 2 === 0 ? [take, cut] : [cut, take]).map((hand) => hand()));
      const { capacity } = await readRules(db, organiser);
      expect(takenPlaces(await countPlaces(db, camp.id))).toBeLessThanOrEqual(capacity);
    }
  });
});

it("a draw that two organisers start at once is made once, and two numbers make it once", async () => {
  const camp = await makeCamp(db, { capacity: 3 });
  const release = { way: "draw" as const, opensAt: NOON, closesAt: later(HOUR), places: 2 };
  const id = await makeRelease(db, camp, release);
  for (let who = 0; who < 6; who += 1)
    await register(db, camp.id, formFor(camp, `entrant${who}@example.org`), later(1_000 + who));
  await tick(db, later(HOUR + 5_000));
  const at = later(HOUR + 10_000);
  const organisers = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
  const asked = await Promise.all(organisers.map((one, n) => makeDraw(db, one, id, `1 2 ${n}`, at)));
  const agreed = asked.map((it) => (it.ok && "asks" in it.value ? it.value.agreement : ""));
  const made = await Promise.all(
    organisers.map((one, n) => makeDraw(db, one, id, `1 2 ${n}`, at, agreed[n])),
  );
  expect(made.map((it) => (it.ok ? "made" : it.refusal)).sort()).toEqual(["made", "not_possible_now"]);
  expect([await acts(camp, "draw_release"), await acts(camp, "draw")]).toEqual([1, 6]);
  const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  expect(rows.filter(({ status }) => status === "held")).toHaveLength(2);
});
