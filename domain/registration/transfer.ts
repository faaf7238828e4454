/** Handing a confirmed place on to somebody by name: until when, and how it can end. */

import type { EventView } from "#domain/event.ts";

const HOUR = 3_600_000;

/** How many hours before doors it ends, unless the organisers choose another number. */
export const TRANSFER_HOURS = 24;

/**
 * How a transfer ended. `accepted`: the new person has the place. `called_back` by the giver, `turned_down` by the new
 * person; `place_gone`: the giver no longer has the place; `too_late`: the last moment passed; `bounced`: mail to the
 * new person came back.
 */
export const TRANSFER_ENDS = [
  "accepted",
  "called_back",
  "turned_down",
  "place_gone",
  "too_late",
  "bounced",
] as const;
export type TransferEnd = (typeof TRANSFER_ENDS)[number];

/** Ends after which the giver has the place still, and did not end it themselves. */
export const RETURNED = ["turned_down", "too_late", "bounced"] as const satisfies readonly TransferEnd[];
export type Returned = (typeof RETURNED)[number];

/**
 * The last moment at which a place can be handed on and taken.
 *
 * @param startsAt when doors open, milliseconds since 1970
 * @param transferHours how long before that; null where the camp has none handed on
 * @returns milliseconds since 1970; null for never
 */
export function transfersUntil(startsAt: number, transferHours: number | null): number | null {
  return transferHours === null ? null : startsAt - transferHours * HOUR;
}

/** Whether places can be handed on now. @param until as `transfersUntil` says it */
export function canTransfer(until: number | null, now: number): boolean {
  return until !== null && now < until;
}

/** What the giver sees of their place on its way to somebody. `until` is ISO 8601. */
export type Handing = {
  /** Until when it can be handed on; null where it cannot. */
  until: string | null;
  to: { name: string; email: string } | null;
};

export const NOT_HANDED_ON: Handing = { until: null, to: null };

/** What the new person is shown of it. `until` is ISO 8601. */
export type TransferPage = {
  event: EventView;
  giver: string;
  /** As the giver wrote it. */
  name: string;
  email: string;
  until: string;
  /** How it ended; null while it is open. */
  ended: TransferEnd | null;
};
