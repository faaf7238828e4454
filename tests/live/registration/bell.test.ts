/** The minute after an announced time: everybody is acknowledged at once, and answered when it is over. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { countPlaces } from "#db/registration/place.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { registration } from "#db/schema/registration.ts";
import { openRush } from "#live/registration/rush.ts";
import { formFor, makeCamp, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makePool, makeSector } from "#tests/support/pools.ts";
import { makeRelease } from "#tests/support/releases.ts";

const { db } = await freshDatabase();
const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);

it("a thousand presses at the bell are all taken, and each is answered once by two workers", async () => {
  const camp = await makeCamp(db, { capacity: 300 });
  const central = await makeSector(db, camp, "Central government");
  await makePool(db, camp, central, { ceiling: 60 });
  await makeRelease(db, camp, { way: "batch", opensAt: NOON, places: 300 });
  const rush = openRush(db);
  const people = Array.from({ length: 1_000 }, (_, n) => ({
    ...formFor(camp, `bell${n}@example.org`),
    sectorId: n % 2 === 0 ? central : camp.sectorId,
  }));
  const answers = await Promise.all(
    people.map((form, n) => rush(camp.id, { form, now: at(n % 60), deviceId: null })),
  );
  expect(answers.filter((answer) => answer.ok && answer.value.status === "entered")).toHaveLength(1_000);
  await Promise.all([tick(db, at(63)), tick(db, at(63))]);
  expect(await countPlaces(db, camp.id)).toMatchObject({ entered: 0, held: 300, waiting: 700 });
  const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  expect(new Set(rows.map(({ rank }) => rank)).size).toBe(1_000);
  expect(rows.filter(({ status, sectorId }) => status === "held" && sectorId === central)).toHaveLength(60);
  const log = await db.select({ act: audit.act }).from(audit).where(eq(audit.eventId, camp.id));
  expect(log.filter(({ act }) => act === "draw")).toHaveLength(1_000);
});
