/** The crew's list of people, a page at a time: however many there are, no more is read than is shown. */
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { inGroup, likeThat, orderOf } from "#db/people-view.ts";
import { silent } from "#db/reconfirmation/silent.ts";
import { readLine, readNextInLine } from "#db/registration/line.ts";
import { readMergedInto } from "#db/registration/merged-into.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { shownAddress } from "#domain/email-address.ts";
import type { PersonDetail } from "#domain/history.ts";
import { type Page, pageOf, pageWithin, windowOf } from "#domain/paging.ts";
import { type PeopleSummary, summarise } from "#domain/people.ts";
import { type PeopleView, type Sort, USUAL_VIEW } from "#domain/people-view.ts";
import { runsUntil } from "#domain/registration/offer.ts";
import { isTakenOff, isWaiting } from "#domain/registration/status.ts";
import { isLive, isProven, type MergedInto, type PersonInLine } from "#domain/registration.ts";
import type { May } from "#domain/viewer.ts";

type Found = { row: RegistrationRow; sector: string; mergedInto: MergedInto | null };

/** People on a page: enough for nearly every camp, and quick to draw. */
export const PEOPLE_A_PAGE = 300;

/** How many are read at once where all of them are written out. */
const AT_ONCE = 500;

/** People on a page of the list, and on all its pages. */
export type PeoplePage = Page<PersonInLine> & { found: number };

/** The page of the list that a view asks for, or the last there is; unless it says otherwise, open offers and the line first, in its order. */
export async function listPeople(db: Store, crew: May<"seePeople">, view: PeopleView): Promise<PeoplePage> {
  const { page, group, sort } = view;
  const which = and(inGroup(group), likeThat(view));
  const found = await db.$count(registration, and(eq(registration.eventId, crew.eventId), which));
  const at = pageWithin(page, found, PEOPLE_A_PAGE);
  const rows = await select(db, crew, which, { ...windowOf(at, PEOPLE_A_PAGE), sort });
  const { items, ...rest } = pageOf(rows, at, PEOPLE_A_PAGE);
  return { items: await inLine(db, crew, items), ...rest, found };
}

/** Some of them, in the order in which they are named. @param ids at most a page of them */
export async function listThese(
  db: Store,
  crew: May<"seePeople">,
  ids: readonly string[],
): Promise<PersonInLine[]> {
  const rows = await select(db, crew, inArray(registration.id, [...ids]), { limit: ids.length, offset: 0 });
  const at = new Map(ids.map((id, index) => [id, index]));
  return inLine(
    db,
    crew,
    rows.sort((a, b) => at.get(a.row.id)! - at.get(b.row.id)!),
  );
}

/**
 * Everybody a view has on all its pages, once, at most AT_ONCE at a time, with all answers but the needs for the day,
 * which are in access.ts. @param view null for everybody who ever registered
 */
export async function* eachDetail(
  db: Store,
  crew: May<"seePeople">,
  view: PeopleView | null = null,
): AsyncGenerator<PersonDetail[]> {
  const which = view && and(inGroup(view.group), likeThat(view));
  const all = await db
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.eventId, crew.eventId), which ?? undefined))
    .orderBy(...orderOf(view?.sort ?? USUAL_VIEW.sort));
  const turns = await readTurns(db, crew);
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const ids = all.slice(at, at + AT_ONCE).map(({ id }) => id);
    const some = await select(db, crew, inArray(registration.id, ids), { limit: AT_ONCE, offset: 0 });
    const byId = new Map(some.map((found) => [found.row.id, found]));
    yield ids.flatMap((id) => (byId.has(id) ? detailOf(byId.get(id)!, turns) : []));
  }
}

/** What stands above the list, counted. */
export async function readSummary(db: Store, { eventId }: May<"seePeople">): Promise<PeopleSummary> {
  const bounced = sql<boolean>`${registration.bouncedAt} is not null`;
  const rows = await db
    .select({
      status: registration.status,
      bounced,
      silent,
      sector: sector.name,
      firstTime: registration.firstTime,
      people: sql<number>`count(*)`.mapWith(Number),
    })
    .from(registration)
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .where(eq(registration.eventId, eventId))
    .groupBy(registration.status, bounced, silent, sector.name, registration.firstTime);
  return summarise(rows);
}

/** Whom the next free place would be offered to; null where nobody can be offered one. */
export async function readNext(db: Store, { eventId }: May<"seePeople">): Promise<string | null> {
  const [camp] = await db.select().from(event).where(eq(event.id, eventId));
  return camp ? readNextInLine(db, camp, new Date()) : null;
}

/** So many are named when a place is to go to somebody in particular. */
const HEIRS = 20;

/** Who could be offered a place, in the order of the line, at most HEIRS of them. */
export async function listHeirs(
  db: Store,
  crew: May<"seePeople">,
): Promise<{ id: string; name: string; position: number }[]> {
  const [camp] = await db.select().from(event).where(eq(event.id, crew.eventId));
  if (!camp) return [];
  const ids = (await readLine(db, camp, { most: HEIRS, pools: null })).map(({ id }) => id);
  const people = ids.length > 0 ? await listThese(db, crew, ids) : [];
  return people.map(({ id, name, position }) => ({ id, name, position: position ?? 0 }));
}

/** Somebody of this camp, or null, without reading everybody else. */
export async function findDetail(
  db: Store,
  crew: May<"seePeople">,
  registrationId: string,
): Promise<PersonDetail | null> {
  const [found] = await select(db, crew, eq(registration.id, registrationId), { limit: 1, offset: 0 });
  return found ? detailOf(found, await readTurns(db, crew, [found])) : null;
}

async function select(
  db: Store,
  { eventId }: May<"seePeople">,
  which: SQL | undefined,
  { limit, offset, sort = USUAL_VIEW.sort }: { limit: number; offset: number; sort?: Sort },
): Promise<Found[]> {
  const rows = await db
    .select({ row: registration, sector: sector.name })
    .from(registration)
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .where(and(eq(registration.eventId, eventId), which))
    .orderBy(...orderOf(sort))
    .limit(limit)
    .offset(offset);
  const off = rows.filter(({ row }) => isTakenOff(row.status)).map(({ row }) => row.id);
  const merged = await readMergedInto(db, off);
  return rows.map((found) => ({ ...found, mergedInto: merged.get(found.row.id) ?? null }));
}

/** Where in the line those stand who wait: 1 is next. @param of only these; all of the camp's where none are named */
async function readTurns(
  db: Store,
  { eventId }: May<"seePeople">,
  of?: readonly Found[],
): Promise<ReadonlyMap<string, number>> {
  const ids = of?.filter(({ row }) => isWaiting(row.status)).map(({ row }) => row.id);
  if (ids?.length === 0) return new Map();
  const line = db
    .select({
      id: registration.id,
      turn: sql<number>`row_number() over (order by ${registration.rank})`.mapWith(Number).as("turn"),
    })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.status, "waiting")))
    .as("line");
  const rows = await db
    .select({ id: line.id, turn: line.turn })
    .from(line)
    .where(ids && inArray(line.id, ids));
  return new Map(rows.map(({ id, turn }) => [id, turn]));
}

async function inLine(db: Store, crew: May<"seePeople">, rows: readonly Found[]): Promise<PersonInLine[]> {
  const turns = await readTurns(db, crew, rows);
  return rows.map((found) => {
    const { photos, ...person } = detailOf(found, turns);
    return person;
  });
}

function detailOf(found: Found, turns: ReadonlyMap<string, number>): PersonDetail {
  const { id, name, email, organisation, firstTime, status, photos, ...row } = found.row;
  return {
    id,
    name,
    email: shownAddress(email),
    organisation,
    sector: found.sector,
    firstTime,
    companions: isLive(status) ? row.companions : 0,
    status,
    proven: isProven(row),
    bounced: row.bouncedAt !== null,
    position: turns.get(id) ?? null,
    pausedUntil: row.pausedUntil?.toISOString() ?? null,
    since: row.registeredAt.toISOString(),
    offeredUntil: runsUntil(row)?.toISOString() ?? null,
    heldUntil: row.heldUntil?.toISOString() ?? null,
    mergedInto: found.mergedInto,
    photos,
  };
}
