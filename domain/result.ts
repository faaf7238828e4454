import type { Refusal } from "#domain/refusal.ts";

/** The answer of a command: a value, or a refusal that has words for people; faults are thrown. */
export type Result<T, R extends Refusal> = { ok: true; value: T } | { ok: false; refusal: R };

export function granted<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Names why something was not done; nothing may have been written. */
export function refused<R extends Refusal>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}
