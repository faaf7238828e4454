import { database } from "#db/connection.ts";
import { listLinks } from "#db/round-up.ts";
import { readSnapshot } from "#db/snapshot.ts";
import type { EventView } from "#domain/event.ts";
import { groupLinks, type RoundUpGroup, type Topic, topicsOf } from "#domain/round-up.ts";
import { wordsOf } from "#messages/words.ts";

const pitches = wordsOf("pitch");

/** The sessions that links may be about, as strangers may read of them. */
export async function readTopics({ id }: EventView): Promise<Topic[]> {
  return topicsOf((await readSnapshot(database(), id, "public", pitches.hidden)).grid);
}

/** A camp's round-up as everybody reads it. */
export async function readRoundUp(event: EventView): Promise<RoundUpGroup[]> {
  return groupLinks(await listLinks(database(), event.id), await readTopics(event));
}
