/** A room's link is told to whoever has a place and to the crew, and stands in nothing that others read. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readMe } from "#db/me.ts";
import { insertRooms } from "#db/room.ts";
import { room } from "#db/schema/room.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { AUDIENCES } from "#domain/live/audience.ts";
import type { Viewer } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, organiser } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";

const { db } = await freshDatabase();
const LINK = "https://meet.example.org/hall";

test("those with a place and the crew are told it, strangers and every screen are not", async () => {
  const camp = await publishedCamp(db, new Date("2026-07-14T10:00:00Z"));
  const hall = { name: "Hall", capacity: 20, features: [], link: LINK };
  await db.transaction((tx) => insertRooms(tx, camp.eventId, [hall], 0));
  const rooms = await db.select().from(room).where(eq(room.eventId, camp.eventId));
  const ama = await camper(db, camp, "Ama");
  const crew = { ...(await organiser(db, camp)), roles: ["organiser" as const] } as unknown as Viewer["crew"];
  const nobody = { registrationId: null, attendee: null, crew: null };
  const links = { [rooms[0]!.id]: LINK };
  expect(await readMe(db, { ...nobody, attendee: ama })).toMatchObject({ links });
  expect(await readMe(db, { ...nobody, crew })).toMatchObject({ links });
  expect(await readMe(db, nobody)).not.toHaveProperty("links");
  for (const audience of AUDIENCES)
    expect(JSON.stringify(await readSnapshot(db, camp.eventId, audience, ""))).not.toContain(LINK);
});
