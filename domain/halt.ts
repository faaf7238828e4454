/** A camp called off, put off or on again: what each act asks, and whom it concerns. */
import type { Audience } from "#domain/consequence.ts";
import type { Act } from "#domain/event.ts";

export const HALT_ACTS = ["call_off", "put_off", "take_place"] as const;
export type HaltAct = (typeof HALT_ACTS)[number];

/** What the table of phases calls each. */
export const PERMITTED_AS = {
  call_off: "callOff",
  put_off: "putOff",
  take_place: "takePlace",
} as const satisfies Record<HaltAct, Act>;

/** A day and its doors in the camp's zone: `YYYY-MM-DD` and `HH:MM`. */
export type HaltDate = { day: string; doors: string };

/**
 * Whether a camp may be put off to a day, or said to take place on it.
 * @param today in the camp's zone, all `YYYY-MM-DD`
 */
export function isAhead(act: HaltAct, day: string, { is, today }: { is: string; today: string }): boolean {
  return day >= today && (act !== "put_off" || day !== is);
}

/** Whom it concerns, before it is done. `entered` are in a draw or a batch; these wait as well. */
export type Halting = Audience & {
  entered: number;
  /** Of those with a place, whose address is not proven. */
  held: number;
  standby: number;
  companions: number;
  /** Places on their way to somebody by name. */
  transfers: number;
  crew: number;
  /** Tasks of the rota that are still to come, and how many people are down for one. */
  tasks: number;
  down: number;
};
