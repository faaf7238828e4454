/** What every screen shows, as of one version. A part is read only when its own version is newer than the asker's. */
import { and, eq, gt, inArray } from "drizzle-orm";
import { listAnnouncements } from "#db/announcement.ts";
import type { Database, Store } from "#db/connection.ts";
import { readFrame, readGrid } from "#db/draft.ts";
import { eventView } from "#db/event.ts";
import { listHeads } from "#db/heads.ts";
import { readCrewNews } from "#db/help-call.ts";
import { readPeopleCounts } from "#db/people.ts";
import { readLine } from "#db/pitch/line.ts";
import { listPitches } from "#db/pitch.ts";
import { listPlacements } from "#db/placement.ts";
import { event } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { tally } from "#db/schema/voting.ts";
import type { EventView } from "#domain/event.ts";
import { type Audience, cutFor } from "#domain/live/audience.ts";
import {
  type Change,
  type Hands,
  type Parts,
  type Snapshot,
  VERSIONED,
  type VersionedPart,
} from "#domain/live.ts";

/** Versions start at 1. */
const NOTHING = 0;

/** @param unlisted the words for a title the public may not read @throws when there is no such camp */
export async function readSnapshot(
  db: Database,
  eventId: string,
  audience: Audience,
  unlisted: string,
): Promise<Snapshot> {
  const whole = await readWhole(db, eventId);
  return cutFor(whole, audience, { event: whole.event, pitches: whole.pitches, unlisted });
}

/** As the crew sees it. @throws when there is no such camp */
export async function readWhole(db: Database, eventId: string): Promise<Snapshot> {
  const change = await readChange(db, eventId, NOTHING);
  if (!change) throw new Error("a camp without a live version");
  return change as Snapshot;
}

/** What is newer than a version (0 for everything), as the crew sees it. Null when nothing is, or the camp is gone. */
export async function readChange(db: Database, eventId: string, since: number): Promise<Change | null> {
  const hands = since > NOTHING ? await readIfOnlyHands(db, eventId, since) : "more";
  if (hands !== "more") return hands;
  // Several statements see the same moment only in a transaction of this kind.
  return db.transaction((tx) => readNewer(tx, eventId, since), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

/** The versions of camps, by id. */
export async function readVersions(db: Store, eventIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ eventId: liveVersion.eventId, version: liveVersion.version })
    .from(liveVersion)
    .where(inArray(liveVersion.eventId, [...eventIds]));
  return new Map(rows.map(({ eventId, version }) => [eventId, version]));
}

export type PartVersions = typeof liveVersion.$inferSelect;

/** Which version last changed each part of a camp, and the newest of all; null where there is no such camp. */
export async function readPartVersions(db: Store, eventId: string): Promise<PartVersions | null> {
  const [row] = await db.select().from(liveVersion).where(eq(liveVersion.eventId, eventId));
  return row ?? null;
}

/** `question` changes with every pitch, room, slot and publication; `placements` with every move, and with those. */
export type DeskVersion = { question: string; placements: number };

export async function readDeskVersion(db: Store, eventId: string): Promise<DeskVersion> {
  const row = await readPartVersions(db, eventId);
  if (!row) return { question: "", placements: NOTHING };
  const question = `${row.draftVersion}-${row.pitchesVersion}-${row.gridVersion}`;
  return { question, placements: row.placementsVersion };
}

/** Most changes are hands, and one statement needs no transaction. @returns `more` when another part changed too */
async function readIfOnlyHands(
  db: Database,
  eventId: string,
  since: number,
): Promise<Change | null | "more"> {
  const newest = db.$client.unsafe(VERSIONED.map((name) => `${name}_version`).join(", "));
  const [row] = await db.$client<{ v: string; more: boolean; hands: Hands | null }[]>`
    select version as v, greatest(${newest}) > ${since} as more,
      (select json_object_agg(pitch_id, hands) from tally
        where tally.event_id = live_version.event_id and tally.version > ${since}) as hands
    from live_version where event_id = ${eventId} and version > ${since}`;
  if (!row) return null;
  if (row.more) return "more";
  return row.hands ? { v: Number(row.v), hands: row.hands } : { v: Number(row.v) };
}

const READERS: { [Name in VersionedPart]: (tx: Store, eventId: string) => Promise<Parts[Name]> } = {
  event: readEvent,
  announcements: listAnnouncements,
  pitches: listPitches,
  line: readLine,
  grid: readGrid,
  heads: listHeads,
  draft: readFrame,
  placements: listPlacements,
  people: readPeopleCounts,
  crew: readCrewNews,
};

async function readNewer(tx: Store, eventId: string, since: number): Promise<Change | null> {
  const [versions] = await tx.select().from(liveVersion).where(eq(liveVersion.eventId, eventId));
  if (!versions || versions.version <= since) return null;
  const change: Change = { v: versions.version };
  const newer = (name: VersionedPart) => versions[`${name}Version`] > since;
  const read = async <Name extends VersionedPart>(name: Name) => {
    const part: Partial<Parts> = change;
    if (newer(name)) part[name] = await READERS[name](tx, eventId);
  };
  for (const name of VERSIONED) await read(name);
  // Another rule of who sees counts needs all of them, also those that have not changed.
  const hands = await readHands(tx, eventId, change.event ? NOTHING : since);
  return hands === undefined ? change : { ...change, hands };
}

async function readEvent(tx: Store, eventId: string): Promise<EventView> {
  const [row] = await tx.select().from(event).where(eq(event.id, eventId));
  if (!row) throw new Error("a live version without a camp");
  return eventView(tx, row);
}

/** Counts that changed since a version; undefined when none did and not all were asked for. */
async function readHands(tx: Store, eventId: string, since: number): Promise<Hands | undefined> {
  const rows = await tx
    .select({ pitchId: tally.pitchId, hands: tally.hands })
    .from(tally)
    .where(and(eq(tally.eventId, eventId), gt(tally.version, since)));
  if (rows.length === 0 && since > NOTHING) return undefined;
  return Object.fromEntries(rows.map(({ pitchId, hands }) => [pitchId, hands]));
}
