/** Somebody would like a card, and those of a swap say yes or no: they learn who the others are once all said yes. */
import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { type EventRow, lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { registration } from "#db/schema/registration.ts";
import { swap, swapCard, swapCount, swapPart } from "#db/schema/swap.ts";
import { endWith, lookSoon } from "#db/swap/card.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { ANSWER_DAYS, DONE_DAYS, daysAfter, isOpen, isUp, legsOf, type SwapState } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";

type AskRefusal = "not_found" | "not_open" | "swap_gone" | "asked_before" | "swap_asks_full" | "too_many";

/**
 * Says that somebody would like what a card offers, or can show what it wants. Its owner is mailed, and not told who. Safe
 * to repeat.
 * @returns refused `swap_gone` for a card that is not on the board, `asked_before` where its owner said no, `swap_asks_full`
 *   for whoever waits for as many answers as one may, `too_many` for whoever goes on
 */
export async function askFor(
  db: Database,
  { registrationId, eventId }: Attendee,
  cardId: string,
  now: Date,
): Promise<Result<null, AskRefusal>> {
  return transact<null, AskRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "swap")) return refused("not_open");
    const [row] = await tx
      .select({ card: swapCard, recipient: registration.email })
      .from(swapCard)
      .innerJoin(registration, eq(registration.id, swapCard.registrationId))
      .where(
        and(eq(swapCard.id, cardId), eq(swapCard.eventId, eventId), eq(registration.status, TAKES_PART)),
      );
    if (!row || !isUp(row.card.state)) return refused("swap_gone");
    const owner = row.card.registrationId;
    if (owner === registrationId) return refused("not_found");
    const before = await statesOf(tx, registrationId, cardId);
    if (before.includes("open") || before.includes("agreed")) return granted(null);
    if (before.includes("declined")) return refused("asked_before");
    if ((await countAsks(tx, registrationId)) >= MOST.swapAsks) return refused("swap_asks_full");
    const spent = await spend(tx, [{ limit: "swap_ask_by_registration", by: registrationId }], now);
    if (!spent.ok) return spent;
    const id = newId();
    const times = { madeAt: now, stateAt: now, lapsesAt: daysAfter(now, ANSWER_DAYS) };
    await tx.insert(swap).values({ id, eventId, kind: "ask", cardId, people: 2, ...times });
    const asks = { swapId: id, registrationId, said: true, saidAt: now };
    const answers = { swapId: id, registrationId: owner };
    await tx.insert(swapPart).values(
      row.card.kind === "see"
        ? [
            { ...asks, position: 0 },
            { ...answers, position: 1, seeId: cardId },
          ]
        : [
            { ...answers, position: 0, showId: cardId },
            { ...asks, position: 1 },
          ],
    );
    await post(tx, {
      ...{ eventId, recipient: row.recipient, kind: "swap_asked", occasion: id },
      facts: { registrationId: owner },
    });
    return granted(null);
  });
}

/** What became of what somebody asked of a card. */
async function statesOf(tx: Transaction, registrationId: string, cardId: string): Promise<SwapState[]> {
  const rows = await tx
    .select({ state: swap.state })
    .from(swap)
    .innerJoin(swapPart, eq(swapPart.swapId, swap.id))
    .where(and(eq(swap.cardId, cardId), eq(swapPart.registrationId, registrationId)));
  return rows.map(({ state }) => state);
}

async function countAsks(tx: Transaction, registrationId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(swapPart)
    .innerJoin(swap, eq(swap.id, swapPart.swapId))
    .where(
      and(
        eq(swapPart.registrationId, registrationId),
        eq(swap.kind, "ask"),
        eq(swap.state, "open"),
        eq(swapPart.said, true),
      ),
    );
  return row!.n;
}

/**
 * Says yes or no to a swap. With the last yes all get each other's names and addresses, on their page and by mail; with a
 * no it is over. Safe to repeat.
 * @returns refused `not_found` for a swap that is not theirs, `swap_gone` for one that is over by now
 */
export async function answerSwap(
  db: Database,
  { registrationId, eventId }: Attendee,
  { id, yes }: { id: string; yes: boolean },
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "swap_gone">> {
  return transact<null, "not_found" | "not_open" | "swap_gone">(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    const [row] = await tx
      .select()
      .from(swap)
      .where(and(eq(swap.id, id), eq(swap.eventId, eventId)));
    const parts = row ? await listParts(tx, id) : [];
    const mine = parts.find((part) => part.registrationId === registrationId);
    if (!camp || !row || !mine) return refused("not_found");
    if (mine.said === yes) return granted(null);
    if (!isOpen(row.state) || row.lapsesAt <= now) return refused("swap_gone");
    if (yes && !permits(camp.phase, "swap")) return refused("not_open");
    const still = parts.length === row.people && parts.every(({ takesPart }) => takesPart);
    if (yes && !still) return refused("swap_gone");
    await tx
      .update(swapPart)
      .set({ said: yes, saidAt: now })
      .where(and(eq(swapPart.swapId, id), eq(swapPart.position, mine.position)));
    if (!yes) {
      await tx.update(swap).set({ state: "declined", stateAt: now }).where(eq(swap.id, id));
      await lookSoon(tx, eventId, now);
    } else if (parts.every((part) => part === mine || part.said)) await agree(tx, camp, row, parts, now);
    return granted(null);
  });
}

type Part = Awaited<ReturnType<typeof listParts>>[number];

async function listParts(tx: Transaction, swapId: string) {
  return tx
    .select({
      ...{ position: swapPart.position, registrationId: swapPart.registrationId, said: swapPart.said },
      ...{ showId: swapPart.showId, seeId: swapPart.seeId },
      ...{ recipient: registration.email, sectorId: registration.sectorId },
      takesPart: sql<boolean>`${registration.status} = ${TAKES_PART}`,
    })
    .from(swapPart)
    .innerJoin(registration, eq(registration.id, swapPart.registrationId))
    .where(eq(swapPart.swapId, swapId))
    .orderBy(asc(swapPart.position));
}

async function agree(
  tx: Transaction,
  { id: eventId }: Pick<EventRow, "id">,
  { id, kind }: typeof swap.$inferSelect,
  parts: readonly Part[],
  now: Date,
): Promise<void> {
  await tx
    .update(swap)
    .set({ state: "agreed", stateAt: now, doneDueAt: daysAfter(now, DONE_DAYS) })
    .where(eq(swap.id, id));
  const cards = parts.flatMap(({ showId, seeId }) => [showId, seeId]).filter((card) => card !== null);
  await takeOne(tx, cards, now);
  for (const card of await listOff(tx, cards)) await endWith(tx, card, now, id);
  for (const [from, to] of legsOf(kind, parts.length)) {
    const between = { eventId, fromSectorId: parts[from]!.sectorId, toSectorId: parts[to]!.sectorId };
    const { fromSectorId, toSectorId } = swapCount;
    await tx
      .insert(swapCount)
      .values({ ...between, agreed: 1 })
      .onConflictDoUpdate({
        target: [swapCount.eventId, fromSectorId, toSectorId],
        set: { agreed: sql`${swapCount.agreed} + 1` },
      });
  }
  await record(tx, {
    ...{ eventId, at: now, actor: "camper", actorId: null },
    act: "agree_swap",
    subjectId: id,
  });
  await post(
    tx,
    parts.map(({ registrationId, recipient }) => ({
      ...{ eventId, recipient, kind: "swap_agreed" as const, occasion: `${id}:${registrationId}` },
      facts: { registrationId, swapId: id },
    })),
  );
  await lookSoon(tx, eventId, now);
}

/** One seat of a card of seats; any other card is for one swap. */
async function takeOne(tx: Transaction, cards: readonly string[], now: Date): Promise<void> {
  const taken = sql`case when ${swapCard.kind} = 'seats' then ${swapCard.seatsTaken} + 1 else 0 end`;
  const off = sql`${swapCard.kind} <> 'seats' or ${swapCard.seatsTaken} + 1 >= ${swapCard.seats}`;
  await tx
    .update(swapCard)
    .set({
      seatsTaken: taken,
      state: sql`case when ${off} then 'agreed' else ${swapCard.state} end`,
      stateAt: now,
    })
    .where(inArray(swapCard.id, [...cards]));
}

async function listOff(tx: Transaction, cards: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: swapCard.id, state: swapCard.state })
    .from(swapCard)
    .where(inArray(swapCard.id, [...cards]));
  return rows.filter(({ state }) => !isUp(state)).map(({ id }) => id);
}
