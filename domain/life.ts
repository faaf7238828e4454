/**
 * The life of a camp, step by step: its own phases and, while it is on, those of each of its days, one after the
 * other.
 */
import { type DayPhase, type DayView, type EventView, ON, PAST, type Phase } from "#domain/event.ts";

const AHEAD = ["draft", "tickets", "closed"] as const satisfies readonly Phase[];

/** Where a camp stands: what is allowed is asked with `phase`; `dayId` is the day under way, while the camp is on. */
export type Step = { phase: Phase; dayId: string | null };

type Day = Pick<DayView, "id" | "phase">;

/** Whether one of a camp's days is under way. */
export function isOn(phase: Phase): phase is (typeof ON)[number] {
  return (ON as readonly Phase[]).includes(phase);
}

/** The day under way while a camp is on: the first that is not over. @param days in order */
export function dayUnderWay<D extends Pick<DayView, "phase">>(days: readonly D[]): D | null {
  return days.find(({ phase }) => phase !== "over") ?? days.at(-1) ?? null;
}

/** Where a camp stands. @param days in order */
export function stepAt({ phase, days }: { phase: Phase; days: readonly Day[] }): Step {
  return { phase, dayId: isOn(phase) ? (dayUnderWay(days)?.id ?? null) : null };
}

function stepsOf(days: readonly Pick<DayView, "id">[]): Step[] {
  return [
    ...AHEAD.map((phase) => ({ phase, dayId: null })),
    ...days.flatMap(({ id }) => ON.map((phase) => ({ phase, dayId: id }))),
    ...PAST.map((phase) => ({ phase, dayId: null })),
  ];
}

/** The steps an organiser is offered: one on and one back, null at the end and at the start, and of a camp that is halted. */
export function stepsBeside(
  step: Step,
  days: readonly Pick<DayView, "id">[],
): { next: Step | null; back: Step | null } {
  const steps = stepsOf(days);
  const at = steps.findIndex(({ phase, dayId }) => phase === step.phase && dayId === step.dayId);
  return { next: at < 0 ? null : (steps[at + 1] ?? null), back: at > 0 ? steps[at - 1]! : null };
}

/** The phase each day is in when the camp stands at a step. @param days in order */
export function dayPhasesAt({ phase, dayId }: Step, days: readonly Pick<DayView, "id">[]): DayPhase[] {
  if (!isOn(phase)) return days.map(() => ((PAST as readonly Phase[]).includes(phase) ? "over" : "doors"));
  const at = days.findIndex(({ id }) => id === dayId);
  return days.map((_, index) => (index < at ? "over" : index === at ? phase : "doors"));
}

/**
 * When a camp between two of its days goes on; null at any other time.
 *
 * @param now milliseconds since 1970
 * @param nothingLeft nothing more happens on the day under way
 * @returns an ISO 8601 instant
 */
export function goesOnAt(
  { phase, days }: Pick<EventView, "phase" | "days">,
  now: number,
  nothingLeft = false,
): string | null {
  const at = isOn(phase) ? days.indexOf(dayUnderWay(days)!) : -1;
  const next = at > 0 && phase === "doors" ? days[at] : at >= 0 && nothingLeft ? days[at + 1] : undefined;
  return next && now < Date.parse(next.startsAt) ? next.startsAt : null;
}

/** Where a camp goes on that was halted there: on another date its doors are still to open. */
export function goesOnIn(from: Phase, moved: boolean): Phase {
  return moved && isOn(from) ? "closed" : from;
}

export const hasBegun = ({ phase }: Pick<DayView, "phase">) => phase !== "doors";

/** Whether a camp's times must say of which day they are. */
export const hasSeveralDays = ({ days }: Pick<EventView, "days">) => days.length > 1;
