/** By which people join a room from afar: read for whoever has a place and for the crew, and part of no grid. */
import { and, eq, ne } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { room } from "#db/schema/room.ts";

/** By the id of the room, of those that have one: at most MOST.rooms. */
export async function listRoomLinks(db: Store, eventId: string): Promise<Record<string, string>> {
  const rows = await db
    .select({ id: room.id, link: room.link })
    .from(room)
    .where(and(eq(room.eventId, eventId), ne(room.link, "")));
  return Object.fromEntries(rows.map(({ id, link }) => [id, link]));
}
