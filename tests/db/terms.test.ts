import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { markOf } from "#db/change.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
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
  expect(await readTerms(db, crew)).toEqual({ transferHours: 2, rounds: [14, 1], backDays: 3 });
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

it("asks in no round whose time has passed when it is chosen, and in those to come", async () => {
  const { camp, change } = await changing({ rounds: [], backDays: null });
  await change({ rounds: [14, 5, 1] }, FIVE);
  await tick(db, FIVE);
  expect(await mailsOf(db, camp, "still_coming")).toEqual([]);
  await tick(db, ONE);
  expect(await mailsOf(db, camp, "still_coming")).toHaveLength(1);
});
