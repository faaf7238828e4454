/** The board of swaps as somebody with a place reads it, what is theirs on it, and what the crew sees of it. */
import { aliasedTable, and, asc, desc, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readPage } from "#db/paging.ts";
import { sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { swap, swapCard, swapCount, swapOffers, swapPart } from "#db/schema/swap.ts";
import type { Page } from "#domain/paging.ts";
import { TAKES_PART } from "#domain/registration.ts";
import {
  ANSWER_DAYS,
  type CardView,
  daysAfter,
  groupsOf,
  isAgreed,
  isOpen,
  type OwnCard,
  type SwapCount,
  type SwapView,
} from "#domain/swap.ts";
import type { Attendee, May } from "#domain/viewer.ts";

/** Cards on a page. */
export const CARDS_A_PAGE = 40;

const { id, kind, way, seats, area, days, managerAgreed, line } = swapCard;
const CARD = {
  ...{ id, kind, way, seats, area, days, managerAgreed, line, sector: sector.name },
  left: sql<number>`${seats} - ${swapCard.seatsTaken}`,
};

const onBoard = (eventId: string, now: Date) =>
  and(
    ...[eq(swapCard.eventId, eventId), eq(swapCard.state, "up"), gt(swapCard.expiresAt, now)],
    eq(registration.status, TAKES_PART),
  );

/** A page of what others put up: of other sectors first, then the newest. `asked`: the reader asked for it. */
export async function listBoard(
  db: Store,
  { registrationId, eventId }: Attendee,
  page: number,
  now: Date,
): Promise<Page<CardView & { asked: boolean }>> {
  const others = and(onBoard(eventId, now), ne(swapCard.registrationId, registrationId));
  const mine = sql`(select sector_id from registration where id = ${registrationId})`;
  const asked = sql<boolean>`exists (select from ${swap} join ${swapPart} on ${swapPart.swapId} = ${swap.id}
    where ${swap.cardId} = ${swapCard.id} and ${swap.state} in ('open', 'agreed', 'declined')
      and ${swapPart.registrationId} = ${registrationId})`;
  return readPage(
    page,
    CARDS_A_PAGE,
    ({ limit, offset }) =>
      db
        .select({ ...CARD, asked })
        .from(swapCard)
        .innerJoin(registration, eq(registration.id, swapCard.registrationId))
        .innerJoin(sector, eq(sector.id, registration.sectorId))
        .where(others)
        .orderBy(sql`${registration.sectorId} = ${mine}`, desc(swapCard.createdAt), desc(id))
        .limit(limit)
        .offset(offset),
    async () => {
      const [row] = await db
        .select({ n: sql<number>`count(*)::int` })
        .from(swapCard)
        .innerJoin(registration, eq(registration.id, swapCard.registrationId))
        .where(others);
      return row!.n;
    },
  );
}

/** Their own, on the board or off it, the newest first: at most what one puts up within the days that it is kept. */
export async function listOwnCards(
  db: Store,
  { registrationId }: Pick<Attendee, "registrationId">,
): Promise<OwnCard[]> {
  const rows = await db
    .select({ ...CARD, state: swapCard.state, reason: swapCard.reason, expiresAt: swapCard.expiresAt })
    .from(swapCard)
    .innerJoin(registration, eq(registration.id, swapCard.registrationId))
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .where(eq(swapCard.registrationId, registrationId))
    .orderBy(desc(swapCard.createdAt), desc(id));
  return rows.map(({ expiresAt, ...row }) => ({ ...row, expiresAt: expiresAt.toISOString() }));
}

const shows = aliasedTable(swapCard, "shows");
const sees = aliasedTable(swapCard, "sees");

/**
 * Swaps that somebody takes part in, the newest first: at most MOST.swapAsks of their own asking, one match at a time, and
 * what was asked of their cards. What came to nothing is there for ANSWER_DAYS.
 */
export async function listSwaps(
  db: Store,
  { registrationId }: Pick<Attendee, "registrationId">,
  now: Date,
): Promise<SwapView[]> {
  const own = db
    .select({ id: swapPart.swapId })
    .from(swapPart)
    .where(eq(swapPart.registrationId, registrationId));
  const lately = daysAfter(now, -ANSWER_DAYS);
  const rows = await db
    .select({
      ...{ swap, part: swapPart, shows, sees, sector: sector.name },
      ...{ name: registration.name, organisation: registration.organisation, email: registration.email },
      takesPart: sql<boolean>`${registration.status} = ${TAKES_PART}`,
    })
    .from(swapPart)
    .innerJoin(swap, eq(swap.id, swapPart.swapId))
    .innerJoin(registration, eq(registration.id, swapPart.registrationId))
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .leftJoin(shows, eq(shows.id, swapPart.showId))
    .leftJoin(sees, eq(sees.id, swapPart.seeId))
    .where(and(inArray(swap.id, own), or(inArray(swap.state, ["open", "agreed"]), gt(swap.stateAt, lately))))
    .orderBy(desc(swap.madeAt), desc(swap.id), asc(swapPart.position));
  return groupsOf(rows, (row) => row.swap.id).map((parts) => {
    const { swap: of } = parts[0]!;
    const whole = parts.length === of.people && parts.every(({ takesPart }) => takesPart);
    const over = isOpen(of.state) && (!whole || of.lapsesAt <= now);
    const others = parts.filter(({ part }) => part.registrationId !== registrationId);
    const mine = parts.find((row) => !others.includes(row))!;
    return {
      ...{ id: of.id, kind: of.kind, state: over ? "gone" : of.state, said: mine.part.said },
      yes: parts.filter(({ part }) => part.said).length,
      people: parts.map((row) => ({
        ...{ me: row === mine, sector: row.sector },
        show: viewOf(row.shows, row.sector),
        see: viewOf(row.sees, row.sector),
      })),
      contacts: isAgreed(of.state)
        ? others.map(({ name, organisation, email }) => ({ name, organisation, email }))
        : [],
      ...{ lapsesAt: of.lapsesAt.toISOString(), done: of.doneAt !== null },
    };
  });
}

function viewOf(row: typeof swapCard.$inferSelect | null, of: string): CardView | null {
  if (!row) return null;
  const { id, kind, way, seats, area, days, managerAgreed, line, seatsTaken } = row;
  return { id, kind, way, seats, area, days, managerAgreed, line, sector: of, left: seats - seatsTaken };
}

/** What the crew reads of a card: not whose it is. */
export type CardAtDesk = CardView & { hidden: boolean; reason: string };

/** A page of the cards that are on the board or hidden, the newest first. */
export async function listCardsAtDesk(
  db: Store,
  { eventId }: May<"changeSettings">,
  page: number,
): Promise<Page<CardAtDesk>> {
  const theirs = and(
    eq(swapCard.eventId, eventId),
    or(eq(swapCard.state, "up"), eq(swapCard.state, "hidden")),
  );
  return readPage(
    page,
    CARDS_A_PAGE,
    ({ limit, offset }) =>
      db
        .select({ ...CARD, reason: swapCard.reason, hidden: sql<boolean>`${swapCard.state} = 'hidden'` })
        .from(swapCard)
        .innerJoin(registration, eq(registration.id, swapCard.registrationId))
        .innerJoin(sector, eq(sector.id, registration.sectorId))
        .where(theirs)
        .orderBy(desc(swapCard.createdAt), desc(id))
        .limit(limit)
        .offset(offset),
    () => db.$count(swapCard, theirs),
  );
}

/** How many cards were ever put up, and what was agreed and took place, by direction: at most each sector with each. */
export async function readSwapCounts(
  db: Store,
  eventId: string,
): Promise<{ cards: number; directions: SwapCount[] }> {
  const [offers] = await db.select().from(swapOffers).where(eq(swapOffers.eventId, eventId));
  const to = aliasedTable(sector, "receiving");
  const directions = await db
    .select({ from: sector.name, to: to.name, agreed: swapCount.agreed, done: swapCount.done })
    .from(swapCount)
    .innerJoin(sector, eq(sector.id, swapCount.fromSectorId))
    .innerJoin(to, eq(to.id, swapCount.toSectorId))
    .where(eq(swapCount.eventId, eventId))
    .orderBy(asc(sector.position), asc(sector.name), asc(to.position), asc(to.name));
  return { cards: offers?.cards ?? 0, directions };
}
