/** The truth of a registration for whoever proved the address; for others what they were told. */
import { eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { eventView, readTimes } from "#db/event.ts";
import { readStillComing } from "#db/reconfirmation/answer.ts";
import { readClaimHold, readCodeSent } from "#db/registration/hold.ts";
import { findLink, type Link } from "#db/registration/link.ts";
import type { EventRow } from "#db/registration/move.ts";
import { readOnTheDay } from "#db/registration/on-the-day.ts";
import { readDivision } from "#db/registration/place.ts";
import { poolTurnOf, turnOf } from "#db/registration/rank.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { readHanding } from "#db/transfer/handing.ts";
import { type EventView, permits } from "#domain/event.ts";
import { answersOf } from "#domain/registration/answers.ts";
import { type Claim, statusOfClaim } from "#domain/registration/claim.ts";
import { type CampTimes, runsUntil } from "#domain/registration/offer.ts";
import { NOTHING_ON_THE_DAY, type OnTheDay } from "#domain/registration/on-the-day.ts";
import { freePlaces } from "#domain/registration/places.ts";
import type { StillComing } from "#domain/registration/reconfirmation.ts";
import { isHeld, isWaiting, letGo } from "#domain/registration/status.ts";
import { type Handing, NOT_HANDED_ON } from "#domain/registration/transfer.ts";
import { isProven, type RegistrationView, takesPart } from "#domain/registration.ts";

export type OwnPage = {
  event: EventView;
  times: CampTimes;
  holdHours: number;
  /** Whether the organisers let offers run by themselves, and how many people are ready for one. */
  line: { offersOn: boolean; ready: number };
  /** Whether a place they gave back is still theirs to take back. */
  mayTakeBack: boolean;
  /** Of a place of theirs, whether and to whom it is handed on. */
  handing: Handing;
  /** Of a place of theirs, what they are asked about it; null while they are not. */
  coming: StillComing | null;
  /** Their place went back because they said nothing. */
  wentBack: boolean;
  /** What they can say of the day. */
  onTheDay: OnTheDay;
  registration: RegistrationView;
};

export type StatusPage = OwnPage & {
  link: Link;
  /** When the newest mail with a code went out, ISO 8601; null while it is on its way. */
  codeSentAt: string | null;
};

/** The page behind a private address, or null when the token opens nothing. Changes nothing. */
export async function readStatus(db: Store, token: string, now: Date): Promise<StatusPage | null> {
  const link = await findLink(db, token, now);
  const row = link && (await readRow(db, link.registrationId));
  if (!link || !row) return null;
  const { mine, camp } = row;
  const page = await view(db, row, now);
  const since = link.claim ? toldAt(link, link.claim) : mine.registeredAt;
  const sentAt = await readCodeSent(db, mine, since);
  if (!link.claim) return { ...page, link, codeSentAt: sentAt?.toISOString() ?? null };
  const hold = await readClaimHold(
    db,
    mine,
    { ...link.claim, since: since.toISOString() },
    { ...page.times, holdHours: camp.holdHours },
  );
  const shown = await claimed(db, link.claim, { heldUntil: hold, since }, row, page, now);
  // A place that lapses has a mail with another code, which a claim's page must seem to have had.
  const renewed = shown.lapsed && hold && (!sentAt || sentAt < hold) ? hold : sentAt;
  return {
    ...page,
    mayTakeBack: false,
    handing: NOT_HANDED_ON,
    coming: null,
    wentBack: false,
    onTheDay: NOTHING_ON_THE_DAY,
    registration: shown,
    link,
    codeSentAt: renewed?.toISOString() ?? null,
  };
}

/** A registration as its owner sees it, with its camp. */
export async function readRegistration(
  db: Store,
  registrationId: string,
  now: Date,
): Promise<OwnPage | null> {
  const row = await readRow(db, registrationId);
  return row && view(db, row, now);
}

type Row = { mine: RegistrationRow; camp: EventRow; sector: string };

async function readRow(db: Store, registrationId: string): Promise<Row | null> {
  const [row] = await db
    .select({ mine: registration, camp: event, sector: sector.name })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .where(eq(registration.id, registrationId));
  return row ?? null;
}

async function view(db: Store, { mine, camp, sector: sectorName }: Row, now: Date): Promise<OwnPage> {
  const [times, { counts, ...division }] = await Promise.all([
    readTimes(db, camp),
    readDivision(db, camp, now),
  ]);
  const { id, email, status } = mine;
  const registration = {
    ...{ id, email, status, ...answersOf(mine) },
    sector: sectorName,
    ticketCode: takesPart(status) ? mine.ticketCode : "",
    proven: isProven(mine),
    bounced: mine.bouncedAt !== null,
    lapsed: mine.lapsedAt !== null,
    position: isWaiting(status) ? await turnOf(db, camp.id, mine.rank) : null,
    turn: isWaiting(status) ? await poolTurnOf(db, camp, mine, now) : null,
    pausedUntil: mine.pausedUntil?.toISOString() ?? null,
    waiting: counts.waiting,
    offeredUntil: runsUntil(mine)?.toISOString() ?? null,
    remindAt: mine.bouncedAt === null ? (mine.remindAt?.toISOString() ?? null) : null,
    heldUntil: mine.heldUntil?.toISOString() ?? null,
  };
  const line = { offersOn: camp.offersOn, ready: counts.ready };
  const mayTakeBack = mine.gaveBackAt !== null && isProven(mine) && freePlaces(division.places, counts) > 0;
  const { holdHours } = camp;
  const hands = takesPart(status) && isProven(mine) && permits(camp.phase, "answer");
  const handing = hands ? await readHanding(db, id, camp, now) : NOT_HANDED_ON;
  const asked = await readStillComing(db, id, camp);
  return {
    ...{ event: await eventView(db, camp), times, holdHours, line, mayTakeBack, handing, registration },
    coming: hands ? asked : null,
    wentBack: asked !== null && mine.passedOnAt === null && letGo(status),
    onTheDay: await readOnTheDay(db, mine, camp, now),
  };
}

/** From when on what happens to the mailbox is this claim's: before, it was somebody else's. */
const toldAt = ({ createdAt }: Link, { since }: Claim) => (since ? new Date(since) : createdAt);

/** What somebody is shown who has not proven the mailbox: what they typed, and what they were told. */
async function claimed(
  db: Store,
  claim: Claim,
  { heldUntil, since }: { heldUntil: Date | null; since: Date },
  { mine, camp }: Row,
  { registration: real }: OwnPage,
  now: Date,
): Promise<RegistrationView> {
  const { form, rank, told } = claim;
  const status = statusOfClaim({ told }, heldUntil, now);
  const [kind] = await db.select({ name: sector.name }).from(sector).where(eq(sector.id, form.sectorId));
  return {
    ...{ id: real.id, email: real.email, status, ...answersOf(form) },
    sector: kind?.name ?? "",
    ticketCode: "",
    proven: false,
    bounced: mine.bouncedAt !== null && mine.bouncedAt >= since,
    lapsed: isHeld(told) && !isHeld(status),
    position: isWaiting(status) ? await turnOf(db, camp.id, rank) : null,
    turn: isWaiting(status) ? await poolTurnOf(db, camp, { ...form, rank }, now) : null,
    pausedUntil: null,
    waiting: real.waiting + (isWaiting(status) ? 1 : 0),
    offeredUntil: null,
    remindAt: null,
    heldUntil: isHeld(status) ? (heldUntil?.toISOString() ?? null) : null,
  };
}
