/** When a camp's places are next to be seen to. */
import { isHalted, isOver, type Phase, permits } from "#domain/event.ts";
import { type CampTimes, nextOfferAt } from "#domain/registration/offer.ts";
import { byDaylight } from "#domain/registration/reminder.ts";

/** What a camp has open once its places were seen to. Instants in milliseconds since 1970; null where there is none. */
export type OpenPlaces = {
  /** When the first offer ends whose clock runs. */
  offerEnds: number | null;
  /** Whether there is any offer, also one whose clock stands still. */
  offers: boolean;
  /** When the first offer whose clock runs is to be reminded of. */
  reminds: number | null;
  /** When the first hold ends whose clock runs. */
  holdEnds: number | null;
  /** When the first pause in the line ends. */
  pauseEnds: number | null;
  /** Places that could be offered to somebody in the line. */
  toOffer: number;
  /** When the pools merge. */
  poolsMerge: number | null;
  /** When a release opens, or its entries are to be closed or put in order. */
  releaseDue: number | null;
  /** When places on their way to somebody stay with whoever hands them on. */
  transfersEnd: number | null;
  /** When whoever has a place is next asked whether they still come. */
  asks: number | null;
  /** When the first place goes back without an answer. */
  goBack: number | null;
};

/**
 * The next instant at which something is due in a camp where everything due was done, as long as nobody changes anything.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970, never before `now`; null when nothing will be
 */
export function nextSettling(
  { phase, offersOn }: { phase: Phase; offersOn: boolean },
  times: CampTimes,
  open: OpenPlaces,
  now: number,
): number | null {
  const { endsAt } = times;
  if (isHalted(phase) || isOver(phase, endsAt, now)) return null;
  const offering = offersOn && permits(phase, "offer") && open.toOffer > 0;
  const instants = [
    open.offerEnds,
    // Once the camp is over all offers end, also those whose clock stands still, and holds end no more.
    open.offers ? endsAt : null,
    open.reminds !== null && permits(phase, "answer")
      ? byDaylight(Math.max(now, open.reminds), times.zone)
      : null,
    open.holdEnds !== null && open.holdEnds < endsAt ? open.holdEnds : null,
    open.pauseEnds !== null && open.pauseEnds < endsAt ? open.pauseEnds : null,
    open.releaseDue !== null && open.releaseDue < endsAt ? open.releaseDue : null,
    open.poolsMerge !== null && open.poolsMerge < endsAt ? open.poolsMerge : null,
    open.transfersEnd,
    open.asks,
    open.goBack,
    offering ? nextOfferAt(now, times) : null,
  ].flatMap((at) => at ?? []);
  return instants.length > 0 ? Math.max(now, Math.min(...instants)) : null;
}
