/** What a camp says on its own pages: every version of it, and which of them an organiser has looked through. */
import { and, desc, eq, sql } from "drizzle-orm";
import { changeCamp, markOf, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { campPage, campPageReview } from "#db/schema/camp-page.ts";
import { person } from "#db/schema/person.ts";
import type { Transaction } from "#db/transaction.ts";
import {
  type CampPage,
  gapsIn,
  isIncomplete,
  isReviewed,
  type Lack,
  lackOf,
  type PageVersion,
  REVIEWED,
  type ReviewedPage,
} from "#domain/camp-page.ts";
import { permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

const isOne = (eventId: string, page: CampPage) =>
  and(eq(campPage.eventId, eventId), eq(campPage.page, page));

/** How a page stands. `body` is null where its words are ours, `version` 0 where they always were. */
export type PageNow = { version: number; body: string | null; reviewed: boolean };

/** What a form shows: sent back when saving. */
export const markOfPage = ({ version, reviewed }: PageNow): string => markOf({ version, reviewed });

export async function readPageNow(db: Store, eventId: string, page: CampPage): Promise<PageNow> {
  const { version, body } = campPage;
  const [row] = await db
    .select({ version, body })
    .from(campPage)
    .where(isOne(eventId, page))
    .orderBy(desc(version))
    .limit(1);
  const reviewed = isReviewed(page) && (await isLookedThrough(db, eventId, page));
  return { ...(row ?? { version: 0, body: null }), reviewed };
}

async function isLookedThrough(db: Store, eventId: string, page: ReviewedPage): Promise<boolean> {
  return (await db.$count(campPageReview, isReviewOf(eventId, page))) > 0;
}

const isReviewOf = (eventId: string, page: ReviewedPage) =>
  and(eq(campPageReview.eventId, eventId), eq(campPageReview.page, page));

/** The newest version of each page that was ever changed. */
export async function listPages(db: Store, eventId: string): Promise<(PageVersion & { page: CampPage })[]> {
  const rows = await db
    .selectDistinctOn([campPage.page], { ...SHOWN, page: campPage.page })
    .from(campPage)
    .leftJoin(person, eq(person.id, campPage.personId))
    .where(eq(campPage.eventId, eventId))
    .orderBy(campPage.page, desc(campPage.version));
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

const SHOWN = {
  version: campPage.version,
  body: campPage.body,
  madeAt: campPage.madeAt,
  by: person.name,
};

/** Versions of a page, newest first: at most MOST.pageVersions, before one where it is said. */
export async function listVersions(
  db: Store,
  { eventId }: May<"changeSettings">,
  page: CampPage,
  before: number | null = null,
): Promise<PageVersion[]> {
  const rows = await db
    .select(SHOWN)
    .from(campPage)
    .leftJoin(person, eq(person.id, campPage.personId))
    .where(and(isOne(eventId, page), before === null ? undefined : sql`${campPage.version} < ${before}`))
    .orderBy(desc(campPage.version))
    .limit(MOST.pageVersions);
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

/** What still keeps the tickets shut: at most one for each page that is reviewed. */
export async function listLacks(db: Store, eventId: string): Promise<Lack[]> {
  const lacks: Lack[] = [];
  for (const page of REVIEWED) {
    const { body, reviewed } = await readPageNow(db, eventId, page);
    const lack = lackOf(page, body, reviewed);
    if (lack) lacks.push(lack);
  }
  return lacks;
}

/** What the log keeps of a save: which version there is, and not its words. */
type PageShown = Pick<PageNow, "version" | "reviewed">;

const partOf = (page: CampPage): SettingsPart<PageShown> => ({
  name: `page ${page}`,
  act: "settings",
  screens: ["event"],
  read: async (tx, camp) => {
    const { version, reviewed } = await readPageNow(tx, camp.id, page);
    return { version, reviewed };
  },
});

type PageRefusal = "not_found" | "archived" | "changed_meanwhile" | "bad_input" | "page_incomplete";

/**
 * Saves a page as another version, or with null has our words again; the same words make none. Those before stay.
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so
 * @param looked they say that they read it through and that it is true; refused `bad_input` with gaps left, or of our own
 *   words of a page that tickets wait for
 * @returns refused `page_incomplete` for such a page with gaps or in our own words, once people can see the camp
 */
export async function changePage(
  db: Database,
  crew: May<"changeSettings">,
  page: CampPage,
  mark: string,
  { body, looked = false }: { body: string | null; looked?: boolean },
  now: Date,
): Promise<Result<null, PageRefusal>> {
  if (body === "" || (looked && (body === null || gapsIn(body).length > 0))) return refused("bad_input");
  const part = partOf(page);
  const changed = await changeCamp<PageShown, null, "page_incomplete">(
    db,
    crew,
    part,
    mark,
    now,
    async (tx, camp) => {
      if (permits(camp.phase, "visit") && isIncomplete(page, body)) return refused("page_incomplete");
      const before = await readPageNow(tx, camp.id, page);
      const [eventId, { personId }] = [camp.id, crew];
      if (before.body !== body)
        await tx
          .insert(campPage)
          .values({ eventId, page, version: before.version + 1, body, personId, madeAt: now });
      if (isReviewed(page) && body === null) await dropReview(tx, eventId, page);
      if (isReviewed(page) && looked) await noteReview(tx, { eventId, page, personId, at: now });
      return granted({ done: null });
    },
  );
  return changed.ok ? granted(null) : changed;
}

async function dropReview(tx: Transaction, eventId: string, page: ReviewedPage): Promise<void> {
  await tx.delete(campPageReview).where(isReviewOf(eventId, page));
}

async function noteReview(tx: Transaction, review: typeof campPageReview.$inferInsert): Promise<void> {
  const { eventId, page, ...set } = review;
  await tx
    .insert(campPageReview)
    .values(review)
    .onConflictDoUpdate({ target: [campPageReview.eventId, campPageReview.page], set });
}
