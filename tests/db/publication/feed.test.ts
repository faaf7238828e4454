/** What calendars that follow the sessions are told while a camp is called off, and after it. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readFeed } from "#db/publication/feed.ts";
import { listVersions } from "#db/publication/versions.ts";
import { event } from "#db/schema/event.ts";
import { VERSIONS_FOLLOWED } from "#domain/feed.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { publishedCamp } from "#tests/support/published.ts";

const { db } = await freshDatabase();

test("no session takes place at a camp that is called off, by a number that only rises", async () => {
  const camp = await publishedCamp(db, new Date("2026-07-14T10:00:00Z"));
  const set = (one: Partial<typeof event.$inferInsert>) =>
    db.update(event).set(one).where(eq(event.id, camp.eventId));
  const read = async () => {
    const versions = await listVersions(db, camp.eventId, VERSIONS_FOLLOWED);
    const feed = await readFeed(db, camp.eventId, versions);
    return [feed.length, feed.filter(({ cancelled }) => cancelled).length, feed[0]!.revision];
  };
  const [sessions, none, revision] = await read();
  expect(none).toBe(0);
  await set({ phase: "called_off", haltedFrom: "sessions", calendarRevision: 1 });
  expect(await read()).toEqual([sessions, sessions, revision! + 1]);
  await set({ phase: "sessions", haltedFrom: null, calendarRevision: 2 });
  expect(await read()).toEqual([sessions, 0, revision! + 2]);
});
