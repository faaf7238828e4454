/** What fits is looked for at camps in which cards changed, and proposed to whom it concerns. */
import { and, asc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { isLoss } from "#db/loss.ts";
import { post } from "#db/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { swap, swapCard, swapDue, swapPart } from "#db/schema/swap.ts";
import type { Transaction } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { barredBy, type Circle, type Swapper } from "#domain/swap/circles.ts";
import { matchSwaps } from "#domain/swap/matching.ts";
import { ANSWER_DAYS, daysAfter, groupsOf, legsOf } from "#domain/swap.ts";

/** Camps that one run looks at; what is left waits for the next. */
const MOST_CAMPS = 50;

/**
 * Looks at every camp whose time has come, in one transaction each. Safe to repeat, and for several processes at once.
 * @param failed told of a camp in which it failed; the others are still looked at. Without it the first fault is thrown
 */
export async function findSwaps(
  db: Database,
  now: Date,
  failed: (eventId: string, fault: unknown) => void = (_, fault) => {
    throw fault;
  },
): Promise<void> {
  const due = await db
    .select({ eventId: swapDue.eventId })
    .from(swapDue)
    .where(lte(swapDue.dueAt, now))
    .orderBy(asc(swapDue.dueAt))
    .limit(MOST_CAMPS);
  for (const { eventId } of due)
    try {
      await db.transaction((tx) => findAt(tx, eventId, now));
    } catch (fault) {
      if (isLoss(fault)) throw fault;
      failed(eventId, fault);
    }
}

async function findAt(tx: Transaction, eventId: string, now: Date): Promise<void> {
  const camp = await lockEvent(tx, eventId);
  const gone = await tx
    .delete(swapDue)
    .where(and(eq(swapDue.eventId, eventId), lte(swapDue.dueAt, now)))
    .returning();
  if (!camp || gone.length === 0 || !permits(camp.phase, "swap")) return;
  const { people, emails } = await readSwappers(tx, eventId, now);
  const { circles } = matchSwaps(people, await readBarred(tx, eventId));
  for (const circle of circles) await propose(tx, eventId, circle, emails, now);
}

/** Who has cards of both kinds on the board and is in no match that waits for answers; whoever waits longest first. */
async function readSwappers(
  tx: Transaction,
  eventId: string,
  now: Date,
): Promise<{ people: Swapper[]; emails: ReadonlyMap<string, string> }> {
  const matched = tx
    .select({ id: swapPart.registrationId })
    .from(swapPart)
    .innerJoin(swap, eq(swap.id, swapPart.swapId))
    .where(and(eq(swap.eventId, eventId), eq(swap.state, "open"), eq(swap.kind, "match")));
  const rows = await tx
    .select({ card: swapCard, sectorId: registration.sectorId, email: registration.email })
    .from(swapCard)
    .innerJoin(registration, eq(registration.id, swapCard.registrationId))
    .where(
      and(
        ...[eq(swapCard.eventId, eventId), eq(swapCard.state, "up"), gt(swapCard.expiresAt, now)],
        ...[eq(registration.status, TAKES_PART), sql`${registration.id} not in ${matched}`],
      ),
    )
    .orderBy(asc(swapCard.createdAt), asc(swapCard.id))
    .limit(MOST.swapCards);
  const people = groupsOf(rows, ({ card }) => card.registrationId).map((theirs): Swapper => {
    const { registrationId: id } = theirs[0]!.card;
    const of = (kind: string) => theirs.flatMap(({ card }) => (card.kind === kind ? [card] : []));
    return { id, sectorId: theirs[0]!.sectorId, shows: of("show"), wants: of("see") };
  });
  return {
    people: people.filter(({ shows, wants }) => shows.length > 0 && wants.length > 0),
    emails: new Map(rows.map(({ card, email }) => [card.registrationId, email])),
  };
}

/** Cards that were proposed to each other, and somebody said no to, or nothing: of a circle what touches them. */
async function readBarred(tx: Transaction, eventId: string): Promise<Set<string>> {
  const { swapId, showId, seeId, said } = swapPart;
  const over = and(
    eq(swap.eventId, eventId),
    eq(swap.kind, "match"),
    inArray(swap.state, ["declined", "lapsed"]),
  );
  const rows = await tx
    .select({ swapId, showId, seeId, said, state: swap.state })
    .from(swapPart)
    .innerJoin(swap, eq(swap.id, swapId))
    .where(over)
    .orderBy(asc(swapId), asc(swapPart.position));
  const barred = new Set<string>();
  for (const parts of groupsOf(rows, (row) => row.swapId))
    for (const [from, to] of legsOf("match", parts.length)) {
      const [shows, sees] = [parts[from]!, parts[to]!];
      if (shows.showId && sees.seeId && (!shows.said || !sees.said))
        barred.add(barredBy(shows.showId, sees.seeId));
    }
  return barred;
}

async function propose(
  tx: Transaction,
  eventId: string,
  circle: Circle,
  emails: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const id = newId();
  const times = { madeAt: now, stateAt: now, lapsesAt: daysAfter(now, ANSWER_DAYS) };
  await tx.insert(swap).values({ id, eventId, kind: "match", people: circle.length, ...times });
  await tx.insert(swapPart).values(
    circle.map((leg, position) => {
      const before = circle[(position + circle.length - 1) % circle.length]!;
      return { swapId: id, position, registrationId: leg.from, showId: leg.showId, seeId: before.seeId };
    }),
  );
  await record(tx, {
    ...{ eventId, at: now, actor: "clock", actorId: null },
    act: "propose_swaps",
    subjectId: id,
  });
  await post(
    tx,
    circle.map(({ from: registrationId }) => ({
      ...{ eventId, recipient: emails.get(registrationId)!, kind: "swap_found" as const },
      ...{ occasion: `${id}:${registrationId}`, facts: { registrationId } },
    })),
  );
}
