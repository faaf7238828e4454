/**
 * Tells phones what is in their outbox. A row goes once a push service has taken it: killed before that is noted, the
 * phone is told a second time, under the same topic and tag, which shows it once.
 */
import type { Database } from "#db/connection.ts";
import {
  type DuePush,
  dropEndpoint,
  dropPush,
  dropSubscription,
  postponePush,
  readPush,
  takePush,
} from "#db/push/outbox.ts";
import { pushPause, secondsLeft } from "#domain/push.ts";
import { inLanes } from "../lanes.ts";
import { writeNotification } from "./notification.ts";
import type { PushSender, Sent } from "./sender.ts";

/** How many phones are told at once: each waits for a network, and holds nothing of the database meanwhile. */
export const AT_ONCE = 16;

/** By why, how many could not be told. */
type Failures = Map<string, number>;

/**
 * Tells every phone that is due, many at a time.
 * @param senderFor asked once there is something to tell
 * @param clock read again for every phone
 * @param leaving aborted when nothing more is to be begun
 */
export async function pushDue(
  db: Database,
  senderFor: (db: Database) => Promise<PushSender>,
  clock: () => Date,
  leaving?: AbortSignal,
): Promise<void> {
  const failures: Failures = new Map();
  const step = () => pushNext(db, senderFor, clock, failures);
  // Most of the time there is nothing, and one question is enough.
  if (leaving?.aborted || !(await step())) return;
  await inLanes(AT_ONCE, leaving, step);
  for (const [why, phones] of failures) console.error(`Push: ${phones} not told (${why})`);
}

async function pushNext(
  db: Database,
  senderFor: (db: Database) => Promise<PushSender>,
  clock: () => Date,
  failures: Failures,
): Promise<boolean> {
  const now = clock();
  const taken = await takePush(db, now);
  if (!taken) return false;
  const due = await readPush(db, taken.id, now);
  if (!due) return true;
  if (!due.theirs) {
    await dropSubscription(db, due.subscriptionId);
    return true;
  }
  const notification = due.endsAt.getTime() > now.getTime() ? await writeNotification(db, due, now) : null;
  if (!notification) {
    await dropPush(db, due.id);
    return true;
  }
  const sender = await senderFor(db);
  const seconds = secondsLeft(due.endsAt.getTime(), now.getTime());
  const sent = await sender.send(due.to, notification, { seconds, topic: notification.tag });
  if (sent.answer !== "taken") failures.set(sent.why, (failures.get(sent.why) ?? 0) + 1);
  await settle(db, due, sent, taken.tries, clock());
  return true;
}

async function settle(
  db: Database,
  due: DuePush,
  { answer, retryAfter }: Sent,
  tries: number,
  now: Date,
): Promise<void> {
  if (answer === "gone") return dropEndpoint(db, due.endpointHash);
  if (answer === "later") {
    const pause = pushPause(tries, Math.random(), retryAfter);
    return postponePush(db, due, new Date(now.getTime() + pause));
  }
  return dropPush(db, due.id);
}
