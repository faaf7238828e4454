import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { listPastLines } from "#db/past-camps.ts";
import { acceptOffer, giveBack } from "#db/registration/answer.ts";
import { register } from "#db/registration.ts";
import { event } from "#db/schema/event.ts";
import { role } from "#db/schema/person.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
let organiser: Organiser;
let here: { id: string; day: string };

beforeEach(async () => {
  const camp = await makeCamp(db);
  organiser = await makeOrganiser(db, camp);
  here = { id: camp.id, day: "2026-07-14" };
});

/** A camp of a year that is over, and whose line got as many places as it says; null where nobody waited. */
async function past(
  year: number,
  cameBack: number | null,
  change: Partial<typeof event.$inferInsert> = {},
  by = organiser.personId,
) {
  const camp = await makeCamp(db, {
    capacity: Math.max(1, cameBack ?? 1),
    startsAt: new Date("2026-07-20T08:00:00Z"),
  });
  const places = await Promise.all(
    Array.from({ length: Math.max(1, cameBack ?? 1) }, (_, n) =>
      makePerson(db, camp, "confirmed", { rank: n + 1 }),
    ),
  );
  await db.update(event).set({ nextRank: 100 }).where(eq(event.id, camp.id));
  if (cameBack !== null) await register(db, camp.id, formFor(camp, "line@example.org"), NOON);
  for (let n = 0; n < (cameBack ?? 0); n += 1) {
    const next = await makePerson(db, camp, "waiting", { rank: 50 + n });
    await giveBack(db, places[n]!, NOON);
    await acceptOffer(db, next, NOON);
  }
  await db.insert(role).values({ eventId: camp.id, personId: by, role: "organiser" });
  const then = { phase: "archived", day: `${year}-07-20`, name: `Camp ${year}` } as const;
  await db
    .update(event)
    .set({ ...then, ...change })
    .where(eq(event.id, camp.id));
  return { name: `Camp ${year}`, day: `${year}-07-20`, cameBack };
}

describe("the lines of past camps", () => {
  it("are those of the last three of the same people, newest first, with the places that went to them", async () => {
    expect(await listPastLines(db, here)).toEqual([]);
    await past(2021, 1);
    const [a, b, c] = [await past(2022, 0), await past(2023, 2), await past(2024, 1)];
    expect(await listPastLines(db, here)).toEqual([c, b, a]);
  });

  it("are not those of other people, of camps in which nobody waited, that are to come, or that are demos", async () => {
    const stranger = await makeOrganiser(db, await makeCamp(db));
    await past(2022, 1, {}, stranger.personId);
    await past(2023, null);
    await past(2024, 1, { phase: "draft" });
    await past(2026, 1);
    await past(2025, 1, { demo: true });
    expect(await listPastLines(db, here)).toEqual([]);
    await db.update(event).set({ demo: true }).where(eq(event.id, here.id));
    expect((await listPastLines(db, here)).map(({ name }) => name)).toEqual(["Camp 2025"]);
  });
});
