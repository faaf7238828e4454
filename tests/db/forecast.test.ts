import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { readForecast } from "#db/forecast.ts";
import { listTurnouts } from "#db/past-camps.ts";
import { sayComing } from "#db/reconfirmation/answer.ts";
import { tick } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { askingCamp, FIVE } from "#tests/support/coming.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const DAY = "2026-07-14";

it("counts what those who have a place said about the day the camp has now", async () => {
  const { camp, people } = await askingCamp(db, 4, { line: 2, backDays: null });
  const at = { id: camp.id, day: DAY };
  expect((await readForecast(db, at)).people).toEqual({ yes: 0, unsure: 0, silent: 0, unasked: 4 });
  await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, people[3]!));
  await tick(db, FIVE);
  await sayComing(db, people[0]!, "yes", FIVE);
  await sayComing(db, people[1]!, "unsure", FIVE);
  const asked = await readForecast(db, at);
  expect(asked.people).toEqual({ yes: 1, unsure: 1, silent: 1, unasked: 1 });
  expect([asked.past, asked.forecast.places]).toEqual([[], 4]);
  expect((await readForecast(db, { ...at, day: "2026-07-15" })).people.unasked).toBe(4);
});

it("counts those who come along with them, and nobody who waits", async () => {
  const camp = await makeCamp(db);
  for (const [rank, status, companions] of [
    [1, "confirmed", 2],
    [2, "confirmed", 1],
    [3, "confirmed", 0],
    [4, "waiting", 2],
  ] as const) {
    const id = await makePerson(db, camp, status, { rank });
    await db.update(registration).set({ companions }).where(eq(registration.id, id));
  }
  const { companions, forecast } = await readForecast(db, { id: camp.id, day: DAY });
  expect([companions, forecast.places]).toEqual([3, 3]);
});

it("goes by the crew's own camps at which people were checked in, and by nobody else's", async () => {
  const camp = await makeCamp(db);
  const crew = await makeOrganiser(db, camp);
  const past = async (day: string, came: number, ours: boolean) => {
    const before = await makeCamp(db, { phase: "after" });
    await db
      .update(event)
      .set({ day, name: `Camp of ${day}` })
      .where(eq(event.id, before.id));
    if (ours)
      await db.insert(role).values({ eventId: before.id, personId: crew.personId, role: "organiser" });
    for (let rank = 1; rank <= 3; rank += 1) {
      const id = await makePerson(db, before, rank === 3 ? "released" : "confirmed", { rank });
      const checkedInAt = rank <= came ? NOON : null;
      await db.update(registration).set({ checkedInAt }).where(eq(registration.id, id));
    }
  };
  await past("2025-07-14", 1, true);
  await past("2024-07-14", 0, true);
  await past("2023-07-14", 2, true);
  await past("2025-06-14", 2, false);
  const known = [
    { name: "Camp of 2025-07-14", day: "2025-07-14", places: 2, came: 1 },
    { name: "Camp of 2023-07-14", day: "2023-07-14", places: 2, came: 2 },
  ];
  expect(await listTurnouts(db, { id: camp.id, day: DAY })).toEqual(known);
  expect((await readForecast(db, { id: camp.id, day: DAY })).past).toEqual(known);
});
