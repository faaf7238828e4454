/**
 * Tells programs what is in their outbox. A row is done once its program has taken it: killed before that is noted, it is
 * told a second time under the same id.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db/connection.ts";
import {
  dropDelivery,
  readDelivery,
  settleDelivered,
  settleFailed,
  type Taken,
  takeDelivery,
} from "#db/webhook/outbox.ts";
import { webhookAnswer, webhookPause } from "#domain/webhook.ts";
import type { WebhookSender } from "./sender.ts";

/** How many messages are under way at once: each waits for a network, and holds nothing of the database meanwhile. */
const AT_ONCE = 8;

/** Of which so many to one program: the others pass whoever is slow. One that fails may well hang, and has one alone. */
const TO_ONE = 2;
const TO_FAILING = 1;

/** While answers are waited for, it is asked so often what else is due, in milliseconds. */
const ASK_MS = 1_000;

/**
 * Sends every message that is due, and what becomes due while a slow program is waited for.
 * @param origin of this installation
 * @param clock read again for every message
 * @param leaving aborted when nothing more is to be begun; what is under way is finished
 * @throws the first fault, once nothing is under way any more
 */
export async function webhooksDue(
  db: Database,
  sender: WebhookSender,
  origin: string,
  clock: () => Date,
  leaving?: AbortSignal,
): Promise<void> {
  const underWay = new Map<string, UnderWay>();
  const faults: unknown[] = [];
  const take = (busy: readonly string[]) =>
    takeDelivery(db, clock(), busy).catch((fault) => {
      faults.push(fault);
      return null;
    });
  while (!leaving?.aborted && faults.length === 0) {
    const busy = busyIn([...underWay.values()]);
    const taken = underWay.size < AT_ONCE ? await take(busy) : null;
    if (taken) {
      const sent = send(db, sender, origin, clock, taken).catch((fault) => faults.push(fault));
      const done = sent.then(() => void underWay.delete(taken.id));
      underWay.set(taken.id, { ...taken, done });
    } else if (underWay.size === 0) {
      // A program that was passed over may have answered while it was asked what else is due.
      if (busy.length === 0) break;
    } else if (faults.length === 0) await oneOf([...underWay.values()].map(({ done }) => done));
  }
  await Promise.all([...underWay.values()].map(({ done }) => done));
  if (faults.length > 0) throw faults[0];
}

type UnderWay = Pick<Taken, "webhookId" | "failing"> & { done: Promise<void> };

/** Programs that have as much to answer as they may. */
function busyIn(underWay: readonly UnderWay[]): string[] {
  const programs = new Set(underWay.map(({ webhookId }) => webhookId));
  return [...programs].filter((id) => {
    const theirs = underWay.filter(({ webhookId }) => webhookId === id);
    return theirs.length >= (theirs.some(({ failing }) => failing) ? TO_FAILING : TO_ONE);
  });
}

/** Until one has ended, or it is time to ask again. */
async function oneOf(underWay: readonly Promise<void>[]): Promise<void> {
  const waited = new AbortController();
  const again = sleep(ASK_MS, undefined, { signal: waited.signal }).catch(() => undefined);
  await Promise.race([...underWay, again]).finally(() => waited.abort());
}

async function send(
  db: Database,
  sender: WebhookSender,
  origin: string,
  clock: () => Date,
  taken: Taken,
): Promise<void> {
  const due = await readDelivery(db, taken.id, origin);
  if (!due) return;
  if (!due.body) return dropDelivery(db, due.id);
  const message = { id: `msg_${due.id}`, body: JSON.stringify(due.body) };
  const { status, why, retryAfter } = await sender.send(due.to, message, clock().getTime());
  const answer = webhookAnswer(status);
  const now = clock();
  if (answer === "taken") return settleDelivered(db, due, { now, why });
  const asked = now.getTime() - due.askedAt.getTime();
  const gone = answer === "gone";
  const pause = gone ? null : webhookPause(taken.tries, asked, Math.random(), retryAfter);
  const dueAt = pause === null ? null : new Date(now.getTime() + pause);
  await settleFailed(db, due, { now, why }, { dueAt, gone });
}
