/**
 * Tells programs what is in their outbox. A row is done once its program has taken it: killed before that is noted, it is
 * told a second time under the same id.
 */
import type { Database } from "#db/connection.ts";
import {
  dropDelivery,
  readDelivery,
  settleDelivered,
  settleFailed,
  takeDelivery,
} from "#db/webhook/outbox.ts";
import { webhookAnswer, webhookPause } from "#domain/webhook.ts";
import { inLanes } from "../lanes.ts";
import type { WebhookSender } from "./sender.ts";

/** How many programs are told at once: each waits for a network, and holds nothing of the database meanwhile. */
const AT_ONCE = 8;

/**
 * Sends every message that is due, many at a time.
 * @param origin of this installation
 * @param clock read again for every message
 * @param leaving aborted when nothing more is to be begun
 */
export async function webhooksDue(
  db: Database,
  sender: WebhookSender,
  origin: string,
  clock: () => Date,
  leaving?: AbortSignal,
): Promise<void> {
  if (leaving?.aborted) return;
  // Most of the time there is nothing, and one question is enough; a slow first one holds up its own lane alone.
  let first = await takeDelivery(db, clock());
  if (!first) return;
  await inLanes(AT_ONCE, leaving, async () => {
    const taken = first ?? (await takeDelivery(db, clock()));
    first = null;
    return taken !== null && send(db, sender, origin, clock, taken);
  });
}

type Taken = NonNullable<Awaited<ReturnType<typeof takeDelivery>>>;

async function send(
  db: Database,
  sender: WebhookSender,
  origin: string,
  clock: () => Date,
  taken: Taken,
): Promise<boolean> {
  const due = await readDelivery(db, taken.id, origin);
  if (!due) return true;
  if (!due.body) {
    await dropDelivery(db, due.id);
    return true;
  }
  const message = { id: `msg_${due.id}`, body: JSON.stringify(due.body) };
  const { status, why, retryAfter } = await sender.send(due.to, message, clock().getTime());
  const answer = webhookAnswer(status);
  const now = clock();
  if (answer === "taken") {
    await settleDelivered(db, due, { now, why });
    return true;
  }
  const asked = now.getTime() - due.askedAt.getTime();
  const gone = answer === "gone";
  const pause = gone ? null : webhookPause(taken.tries, asked, Math.random(), retryAfter);
  const dueAt = pause === null ? null : new Date(now.getTime() + pause);
  await settleFailed(db, due, { now, why }, { dueAt, gone });
  return true;
}
