/** What a refusal says on the rota, and of calls for help. */
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";

export const ofRota = {
  task_over: {
    what: "That task is over, so nothing was changed.",
    next: "Take one that is still to come.",
  },
  task_full: {
    what: "Somebody else was quicker: that task has as many people as it wants.",
    next: "Take one that is still short of somebody.",
  },
  task_clash: {
    what: "Another task on the rota is at the same time, and nobody can be in two places.",
    next: "Come off that one first, or take one at another time.",
  },
  task_has_more: {
    what: "More people are down for that task than you now want, so nothing was changed.",
    next: "Take somebody off it first.",
  },
  task_there: {
    what: "The rota has a task of that name at that time and place already.",
    next: "Change that one, or give this one another name or place.",
  },
  rota_full: {
    what: `A rota has at most ${MOST.rotaTasks} tasks, and with these it would have more. None was added.`,
    next: "Remove some that are over, or put several into one for more people.",
  },
  called_enough: {
    what: `The crew was called ${MOST.helpCalls} times in the last hour, and one more would not be heard.`,
    next: "Ask somebody in person, or end a call that stands and wait a little.",
  },
  call_over: {
    what: "That call for help has ended: enough came, or it is not needed any more.",
    next: "Stay where you are.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
