import { type EventView, isHalted, permits } from "#domain/event.ts";
import { isLeftForSome } from "#domain/pool.ts";
import type { TicketsView } from "#domain/tickets.ts";
import { wordsOf } from "#messages/words.ts";
import { fullDatesOf, isOn } from "./life.ts";
import { phaseOf } from "./phase.ts";

const { leads } = wordsOf("front");

/** The state that a camp's front page leads with: what somebody who comes now would get, or when the camp was. */
export function leadOf(event: EventView, tickets: TicketsView): string {
  if (isHalted(event.phase)) return phaseOf(event);
  // An organiser may end it before its day.
  if (tickets.over) return event.startsAt > tickets.at ? leads.ended : leads.was(fullDatesOf(event));
  if (isOn(event) || !permits(event.phase, "register")) return phaseOf(event);
  const { next, free, out, capacity, waiting, release, pools } = tickets;
  switch (next) {
    case "soon":
      return leads.soon;
    case "entry":
      return release?.way === "draw" ? leads.draw : leads.open;
    case "drawing":
      return leads.drawing;
    case "place":
    case "proof":
      return leads.left(free, out, capacity);
    case "line":
      if (pools && isLeftForSome(pools)) return leads.some;
      return free > 0 ? leads.first(free) : leads.full(out, capacity, waiting);
    case "closed_line":
      return leads.closed(out, capacity);
  }
}
