import { isId } from "#domain/id.ts";
import { isDay } from "#domain/time/local.ts";
import type { WriteUpOf } from "#domain/write-up.ts";

/** What an address or a request says a write-up is of; null where that could be nothing. */
export function ofIn(given: unknown): WriteUpOf | null {
  if (typeof given !== "string") return null;
  if (isId(given)) return { pitchId: given, day: null };
  return isDay(given) ? { pitchId: null, day: given } : null;
}
