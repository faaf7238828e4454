/** Telling other programs what changed at a camp, as an organiser asks: of what, for how long, and what an answer means. */
import { type Backoff, pauseAfter } from "#domain/backoff.ts";
import { LONGEST } from "#domain/limits.ts";
import { publicUrl } from "#domain/public-url.ts";

export const WEBHOOK_KINDS = [
  "grid.published",
  "grid.taken_back",
  "session.moved",
  "phase.moved",
  /** Sent by an organiser's hand, to see whether it arrives. */
  "test",
] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** An address to tell, in one spelling; null where nothing is sent there. */
export const webhookUrl = (text: string): string | null => publicUrl(text, LONGEST.webhookUrl);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long one message is tried, and how long an address may fail in a row until it is told no more, in milliseconds. */
export const TRIED_FOR = 3 * DAY;
export const FAILS_FOR = 2 * DAY;

const PAUSES: Backoff = { first: 5_000, most: 6 * HOUR };

/**
 * How long to wait before it is tried again, in milliseconds: longer each time, and at least what was asked for; null once
 * it was tried for long enough.
 * @param tries how often it was tried, from 1
 * @param asked how long ago it was to be sent first, in milliseconds
 * @param draw from 0 to 1
 * @param retryAfter what was answered, in seconds; 0 where nothing was said
 */
export function webhookPause(tries: number, asked: number, draw: number, retryAfter: number): number | null {
  const pause = Math.max(pauseAfter(tries - 1, draw, PAUSES), Math.min(retryAfter * 1000, PAUSES.most));
  return asked + pause > TRIED_FOR ? null : pause;
}

/** `gone`: whoever is there wants no more of them (Standard Webhooks). Redirects are not followed, and no yes. */
export type WebhookAnswer = "taken" | "gone" | "later";

/** @param status of HTTP; null where there was no answer */
export function webhookAnswer(status: number | null): WebhookAnswer {
  if (status !== null && status >= 200 && status < 300) return "taken";
  return status === 410 ? "gone" : "later";
}

/** Whether an address has failed for so long that it is told no more. @param since, now milliseconds since 1970 */
export const failsForGood = (since: number, now: number): boolean => now - since >= FAILS_FOR;

/** How a message stands. */
export const DELIVERY_STATES = ["waiting", "trying", "delivered", "given_up"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export function deliveryState({
  dueAt,
  doneAt,
  tries,
}: {
  dueAt: Date | null;
  doneAt: Date | null;
  tries: number;
}): DeliveryState {
  if (dueAt) return tries === 0 ? "waiting" : "trying";
  return doneAt ? "delivered" : "given_up";
}

/** Whether an organiser may have it sent once more: nothing of it is under way. */
export const canSendAgain = (state: DeliveryState): boolean => state === "delivered" || state === "given_up";

/** How an address stands. `failing`: the last message did not arrive. */
export type WebhookState = "telling" | "failing" | "off";

export function webhookState({
  offAt,
  failingSince,
}: {
  offAt: Date | null;
  failingSince: Date | null;
}): WebhookState {
  if (offAt) return "off";
  return failingSince ? "failing" : "telling";
}
