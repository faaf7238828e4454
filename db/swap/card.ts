/** Cards on the board of swaps, as their owners put them up, change them and take them down. */
import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { spend } from "#db/rate-limit.ts";
import { swap, swapCard, swapDue, swapOffers, swapPart } from "#db/schema/swap.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { CARD_DAYS, type CardSays, comesBack, daysAfter, isUp, LOOK_MINUTES } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";

type Refusal = "not_found" | "not_open" | "swaps_full" | "own_swaps_full" | "too_many";

/**
 * Puts up a card. Safe to repeat with the same id.
 * @param says its texts as domain/fields.ts leaves them
 * @returns refused `not_open` by the phase, `swaps_full` where the board has as many cards as anybody reads,
 *   `own_swaps_full` for whoever has as many as one may, `too_many` for whoever goes on
 */
export async function putUp(
  db: Database,
  { registrationId, eventId }: Attendee,
  { id, ...says }: CardSays & { id: string },
  now: Date,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    const [known] = await tx.select().from(swapCard).where(eq(swapCard.id, id));
    if (known) return known.registrationId === registrationId ? granted(null) : refused("not_found");
    if (!permits(camp.phase, "swap")) return refused("not_open");
    const full = await whyFull(tx, eventId, registrationId);
    if (full) return refused(full);
    const spent = await spend(tx, [{ limit: "swap_card_by_registration", by: registrationId }], now);
    if (!spent.ok) return spent;
    const times = { createdAt: now, stateAt: now, expiresAt: daysAfter(now, CARD_DAYS) };
    await tx.insert(swapCard).values({ id, eventId, registrationId, ...says, ...times });
    await tx
      .insert(swapOffers)
      .values({ eventId, cards: 1 })
      .onConflictDoUpdate({ target: swapOffers.eventId, set: { cards: sql`${swapOffers.cards} + 1` } });
    // The log keeps that it was put up, and not by whom.
    await record(tx, {
      ...{ eventId, at: now, actor: "camper", actorId: null },
      act: "put_up_card",
      subjectId: id,
    });
    await lookSoon(tx, eventId, now);
    return granted(null);
  });
}

async function whyFull(tx: Transaction, eventId: string, registrationId: string) {
  const up = and(eq(swapCard.eventId, eventId), eq(swapCard.state, "up"));
  const own = await tx.$count(swapCard, and(up, eq(swapCard.registrationId, registrationId)));
  if (own >= MOST.ownSwapCards) return "own_swaps_full";
  return (await tx.$count(swapCard, up)) >= MOST.swapCards ? "swaps_full" : null;
}

/**
 * Changes what a card says; its kind stays. What was proposed with it and is still open ends: it was of other words.
 * @returns refused `not_found` for a card that is not theirs or not on the board, `not_open` by the phase, `seats_taken`
 *   for no more seats than are taken
 */
export async function changeCard(
  db: Database,
  attendee: Attendee,
  id: string,
  { kind: _, ...says }: CardSays,
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "seats_taken">> {
  return transact<null, "not_found" | "not_open" | "seats_taken">(db, async (tx) => {
    const own = await lockOwn(tx, attendee, id);
    if (!own || !isUp(own.card.state)) return refused("not_found");
    const { card } = own;
    if (!permits(own.camp.phase, "swap")) return refused("not_open");
    const { way, seats, ...rest } = says;
    if (card.kind === "seats" && seats <= card.seatsTaken) return refused("seats_taken");
    const of = card.kind === "seats" ? { seats } : { way };
    await tx
      .update(swapCard)
      .set({ ...rest, ...of })
      .where(eq(swapCard.id, id));
    await endWith(tx, id, now);
    await lookSoon(tx, attendee.eventId, now);
    return granted(null);
  });
}

/** Takes a card off the board; what waits for an answer about it ends. Safe to repeat, and undone by `putBack`. */
export async function takeDown(
  db: Database,
  attendee: Attendee,
  id: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const own = await lockOwn(tx, attendee, id);
    if (!own) return refused("not_found");
    if (!isUp(own.card.state)) return granted(null);
    await tx.update(swapCard).set({ state: "down", stateAt: now }).where(eq(swapCard.id, id));
    await endWith(tx, id, now);
    await lookSoon(tx, attendee.eventId, now);
    return granted(null);
  });
}

/**
 * Puts a card up again that its owner took down or whose time was over, for CARD_DAYS from now. Safe to repeat.
 * @returns refused as `putUp`, and `not_found` also for one that the crew hid or that led to a swap
 */
export async function putBack(
  db: Database,
  attendee: Attendee,
  id: string,
  now: Date,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, async (tx) => {
    const own = await lockOwn(tx, attendee, id);
    if (!own) return refused("not_found");
    if (isUp(own.card.state)) return granted(null);
    if (!comesBack(own.card.state)) return refused("not_found");
    if (!permits(own.camp.phase, "swap")) return refused("not_open");
    const full = await whyFull(tx, attendee.eventId, attendee.registrationId);
    if (full) return refused(full);
    await tx
      .update(swapCard)
      .set({ state: "up", stateAt: now, expiresAt: daysAfter(now, CARD_DAYS), remindedAt: null })
      .where(eq(swapCard.id, id));
    await lookSoon(tx, attendee.eventId, now);
    return granted(null);
  });
}

async function lockOwn(tx: Transaction, { registrationId, eventId }: Attendee, id: string) {
  const camp = await lockEvent(tx, eventId);
  const theirs = and(eq(swapCard.id, id), eq(swapCard.registrationId, registrationId));
  const [card] = await tx.select().from(swapCard).where(theirs);
  return camp && card ? { camp, card } : null;
}

/** Ends the open swaps of a card that is not what it was. @param but one that goes on */
export async function endWith(tx: Transaction, cardId: string, now: Date, but?: string): Promise<void> {
  const of = tx
    .select({ id: swapPart.swapId })
    .from(swapPart)
    .where(or(eq(swapPart.showId, cardId), eq(swapPart.seeId, cardId)));
  await tx
    .update(swap)
    .set({ state: "gone", stateAt: now })
    .where(and(inArray(swap.id, of), eq(swap.state, "open"), but ? ne(swap.id, but) : undefined));
}

/** What fits is looked for some minutes after the first change. */
export async function lookSoon(tx: Transaction, eventId: string, now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + LOOK_MINUTES * 60_000);
  await tx.insert(swapDue).values({ eventId, dueAt }).onConflictDoNothing();
}
