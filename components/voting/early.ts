import type { EarlyTap } from "#domain/early-tap.ts";

/** Hands that were tapped before the page could take them, by pitch; from now on it can. */
export function takeEarlyTaps(): readonly EarlyTap[] {
  const { takeEarlyTaps: take } = window as { takeEarlyTaps?: () => EarlyTap[] };
  return take?.() ?? [];
}
