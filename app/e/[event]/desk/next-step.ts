import type { StepOn } from "#components/desk/phase-box.tsx";
import type { EventView } from "#domain/event.ts";
import { daysBetween, localAt } from "#domain/time/local.ts";
import { type Crew, mayOf } from "#domain/viewer.ts";
import { move } from "./actions.ts";
import { lacksAt } from "./lacks.ts";

/** What moves a camp on, for whoever may move it, and what must be known before. */
export async function nextStepOf(event: EventView, crew: Crew): Promise<StepOn> {
  const moves = mayOf(crew, "movePhase") !== null;
  const today = localAt(Date.now(), event.zone).day;
  return {
    action: moves ? move.bind(null, event.slug) : null,
    daysAway: Object.fromEntries(event.days.map(({ id, date }) => [id, daysBetween(today, date)])),
    lacks: await lacksAt(event.slug),
  };
}
