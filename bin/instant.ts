/** At which instant the tests believe to have been started: `npm test -- --at 2026-03-29T00:59:59.999Z`. */
import { pathToFileURL } from "node:url";
import { Trouble } from "#env.ts";
import type { Variables } from "./child.ts";

/** The last millisecond before the clocks of London go back. */
const fixed = Date.parse("2026-10-25T00:59:59.999Z");

const first = Date.parse("2026-01-01T00:00:00Z");
const last = Date.parse("2036-01-01T00:00:00Z");

/**
 * Reads the instant somebody asked for.
 * @returns milliseconds since 1970
 * @throws Trouble when it is not an instant
 */
export function readInstant(text: string | undefined): number {
  const instant = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text ?? "")
    ? Date.parse(text ?? "")
    : Number.NaN;
  if (Number.isNaN(instant))
    throw new Trouble("--at takes an instant with its zone, such as 2026-03-29T00:59:59.999Z.");
  return instant;
}

/**
 * The instant of the second run of the quick tests.
 * @param dice 0 to 1
 * @param ci where a draw must stop nobody's change, it is always the same
 */
export function drawInstant(dice: number, ci: boolean): number {
  return ci ? fixed : first + Math.floor(dice * (last - first));
}

/** The variables of a program that believes to be started at an instant, and of all that it starts. */
export function startedAt(instant: number, now: number, variables: Variables): Variables {
  const clock = pathToFileURL(`${import.meta.dirname}/../tests/support/clock.mjs`).href;
  return {
    ...variables,
    NODE_OPTIONS: `${variables.NODE_OPTIONS ?? ""} --import ${clock}`.trim(),
    WALLCHART_CLOCK_OFFSET: String(instant - now),
  };
}
