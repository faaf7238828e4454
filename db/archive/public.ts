/** What of a camp everybody may read, gathered for the one file that keeps it. */
import { and, eq } from "drizzle-orm";
import { readPageNow } from "#db/camp-page.ts";
import type { Database, Store } from "#db/connection.ts";
import { readFairness } from "#db/fairness.ts";
import { listOpenComments, readFeedback } from "#db/feedback.ts";
import { readKeepDays } from "#db/purge/setting.ts";
import { pitch } from "#db/schema/pitch.ts";
import { listSectors } from "#db/sector.ts";
import { readSnapshot } from "#db/snapshot.ts";
import type { PublicCamp } from "#domain/archive.ts";
import { CAMP_PAGES, type CampPage } from "#domain/camp-page.ts";
import { type EventView, wentBy } from "#domain/event.ts";
import { type FairnessShown, shownFairness } from "#domain/fairness.ts";
import type { FeedbackShown } from "#domain/feedback.ts";

/** @param body null where the page is in our words */
type WritePage = (page: CampPage, body: string | null, camp: EventView & { keepDays: number }) => string;

/** By the readers of the public pages. @param write a page of the camp as its readers get it */
export async function readPublicCamp(db: Database, eventId: string, write: WritePage): Promise<PublicCamp> {
  // Of what is not listed no title is kept, so that no words for it are asked for.
  const { event, grid, pitches } = await readSnapshot(db, eventId, "public", "");
  const camp = { ...event, keepDays: await readKeepDays(db, { eventId }) };
  const pages: PublicCamp["pages"] = [];
  for (const page of CAMP_PAGES) {
    const { body } = await readPageNow(db, eventId, page);
    pages.push({ page, text: write(page, body, camp) });
  }
  const feedback = await readFeedback(db, eventId);
  return {
    ...{ event, grid, pitches, pages, feedback },
    nameless: await listNameless(db, eventId),
    sectors: (await listSectors(db, eventId)).map(({ name }) => name),
    words: await listWords(db, eventId, feedback),
    fairness: await readShown(db, event),
  };
}

/** Pitches of whose hosts no names are kept, by what they say now: also withdrawn ones, and parts of others. */
async function listNameless(db: Store, eventId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: pitch.id, into: pitch.mergedInto })
    .from(pitch)
    .where(and(eq(pitch.eventId, eventId), eq(pitch.noteLevel, "no_names")));
  return new Set(rows.flatMap(({ id, into }) => [id, ...(into ? [into] : [])]));
}

async function readShown(db: Store, event: EventView): Promise<FairnessShown | null> {
  if (!wentBy(event.phase)) return null;
  const shown = shownFairness(await readFairness(db, { ...event, startsAt: new Date(event.startsAt) }));
  return shown === "none" ? null : shown;
}

/** Pages of comments that are kept. */
const PAGES = 50;

async function listWords(db: Store, eventId: string, shown: FeedbackShown): Promise<string[]> {
  const all: string[] = [];
  for (let page = 1; page <= PAGES; page++) {
    const { items, more } = await listOpenComments(db, eventId, shown, page);
    all.push(...items.map(({ words }) => words));
    if (!more) break;
  }
  return all;
}
