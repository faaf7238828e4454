import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { markOf } from "#db/change.ts";
import { eventView } from "#db/event.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { changeTerms, readTerms } from "#db/terms.ts";
import { refused } from "#domain/result.ts";
import type { Terms } from "#domain/terms.ts";
import { makeOrganiser, NOON } from "#tests/support/camp.ts";
import { askingCamp, FIVE, mailsOf, ONE } from "#tests/support/coming.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const DONE = { ok: true, value: { done: null } };

async function changing(options: Parameters<typeof askingCamp>[2]) {
  const { camp, people } = await askingCamp(db, 1, options);
  const crew = await makeOrganiser(db, camp);
  const change = async (terms: Partial<Terms>, now: Date) => {
    const before = await readTerms(db, crew);
    return changeTerms(db, crew, markOf(before), { ...before, ...terms }, now);
  };
  return { camp, people, crew, change };
}

it("keeps what becomes of places, logs it, and saves over nothing that was not seen", async () => {
  const { camp, crew, change } = await changing({ rounds: [], backDays: null });
  expect(await change({ transferHours: 2, rounds: [14, 1], backDays: 3 }, NOON)).toEqual(DONE);
  const kept = { transferHours: 2, rounds: [14, 1], backDays: 3, passOnMinutes: null };
  expect(await readTerms(db, crew)).toEqual(kept);
  expect(await changeTerms(db, crew, "seen", await readTerms(db, crew), NOON)).toEqual(
    refused("changed_meanwhile"),
  );
  const [entry] = await db.select().from(audit).where(eq(audit.subjectId, camp.id));
  expect(entry).toMatchObject({ act: "settings", actorId: crew.personId, detail: { part: "terms" } });
});

it("lets no place go back before anybody is asked", async () => {
  const { change } = await changing({ rounds: [5], backDays: null });
  expect(await change({ backDays: 5 }, NOON)).toEqual(refused("asked_too_late"));
  expect(await change({ rounds: [], backDays: 2 }, NOON)).toEqual(refused("asked_too_late"));
});

it("announces that places go back only where somebody was told so, or still will be", async () => {
  const { camp, change } = await changing({ rounds: [5, 1], backDays: null });
  const announced = async (now: Date) => {
    const [row] = await db.select().from(event).where(eq(event.id, camp.id));
    return (await eventView(db, row!, now.getTime())).answerBy ?? null;
  };
  const after = new Date(FIVE.getTime() + 1);
  expect(await change({ backDays: 2 }, after)).toEqual(refused("asked_too_late"));
  expect(await change({ backDays: 2 }, NOON)).toEqual(DONE);
  const when = "2026-07-12T17:00:00.000Z";
  expect([await announced(NOON), await announced(after)]).toEqual([when, null]);
  await tick(db, FIVE);
  expect(await announced(after)).toBe(when);
  expect(await change({ backDays: 1 }, after)).toEqual(DONE);
  // Another day is another camp: nobody was told anything about it.
  await db.update(event).set({ day: "2026-07-13" }).where(eq(event.id, camp.id));
  expect(await announced(after)).toBe(null);
});

it("asks in no round whose time has passed when it is chosen, and in those to come", async () => {
  const { camp, change } = await changing({ rounds: [], backDays: null });
  await change({ rounds: [14, 5, 1] }, FIVE);
  await tick(db, FIVE);
  expect(await mailsOf(db, camp, "still_coming")).toEqual([]);
  await tick(db, ONE);
  expect(await mailsOf(db, camp, "still_coming")).toHaveLength(1);
});
