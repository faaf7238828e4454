/** What is refused at the door. */
import type { Refusal } from "#domain/refusal.ts";

export const ofDoor = {
  all_given: {
    what: "Every place of the camp is somebody’s, so there is none for a walk-in.",
    next: "Ask an organiser: they can give one more, or pass on places of people who have not come.",
  },
  house_full: {
    what: "As many people are inside as may be, so nobody else can be let in.",
    next: "Ask an organiser. Somebody who leaves makes room.",
  },
  cut_off: {
    what: "This phone was cut off from the door by the crew, and has forgotten the list.",
    next: "If it is in the right hands, ask an organiser to let it on again at Crew.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
