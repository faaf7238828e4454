import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { readStillComing, sayComing } from "#db/reconfirmation/answer.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { refused } from "#domain/result.ts";
import { NOON } from "#tests/support/camp.ts";
import { askingCamp, BACK, FIVE } from "#tests/support/coming.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const DONE = { ok: true, value: null };
const JULY = { day: "2026-07-14", backDays: 2 };

it("says what somebody answers, once, and lets them change it", async () => {
  const { people } = await askingCamp(db, 1);
  const [id = ""] = people;
  expect(await readStillComing(db, id, JULY)).toBe(null);
  await tick(db, FIVE);
  const goesBackAt = BACK.toISOString();
  expect(await readStillComing(db, id, JULY)).toEqual({ answer: null, goesBackAt });
  for (const answer of ["unsure", "unsure", "yes"] as const)
    expect(await sayComing(db, id, answer, FIVE)).toEqual(DONE);
  expect(await readStillComing(db, id, JULY)).toEqual({ answer: "yes", goesBackAt });
  expect(await readStillComing(db, id, { ...JULY, backDays: null })).toEqual({
    answer: "yes",
    goesBackAt: null,
  });
  expect(await readStillComing(db, id, { ...JULY, day: "2026-07-15" })).toBe(null);
  const said = await db.select().from(audit).where(eq(audit.act, "say_coming")).orderBy(audit.id);
  expect(said.map(({ actorId, to }) => [actorId, to])).toEqual([
    [id, "unsure"],
    [id, "yes"],
  ]);
});

it("is for whoever was asked and has proven the address, while answers are taken", async () => {
  const { camp, people } = await askingCamp(db, 1);
  const [id = ""] = people;
  expect(await sayComing(db, id, "yes", NOON)).toEqual(refused("not_possible_now"));
  await tick(db, FIVE);
  await db.update(registration).set({ verifiedAt: null }).where(eq(registration.id, id));
  expect(await sayComing(db, id, "yes", FIVE)).toEqual(refused("not_possible_now"));
  await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
  expect(await sayComing(db, id, "yes", FIVE)).toEqual(refused("not_open"));
  await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.id));
  expect(await sayComing(db, id, "yes", FIVE)).toEqual(refused("camp_over"));
});
