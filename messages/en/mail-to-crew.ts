/** What mails to a camp's crew say. */
import { rolesIn } from "#domain/permission.ts";
import type { RotaChange } from "#domain/rota.ts";
import { permission } from "#messages/en/permission.ts";
import type { WordFacts, Written } from "#messages/mail-facts.ts";

const beingOf = (role: string) => permission.being(rolesIn(role));
const workOf = (role: string) => rolesIn(role).map((each) => permission.work[each]);

export function invited({ camp, by, role, link }: WordFacts["invited"]): Written {
  return {
    subject: `${by} asks you to help run ${camp}`,
    body: [
      "Hello,",
      `${by} has put you on the crew of ${camp}. You are ${beingOf(role)}.`,
      ...workOf(role),
      { link, says: "Sign in with this address" },
      "If you did not expect this, ask them, or do nothing.",
    ],
  };
}

export function roleChanged({ camp, by, role, link }: WordFacts["role_changed"]): Written {
  return {
    subject: `${camp}: you are now ${beingOf(role)}`,
    body: [
      "Hello,",
      `${by} has changed what you do at ${camp}. You are now ${beingOf(role)}.`,
      ...workOf(role),
      { link, says: "Sign in with this address" },
      `If this surprises you, ask ${by}.`,
    ],
  };
}

export function crewRemoved({ camp, by }: WordFacts["crew_removed"]): Written {
  return {
    subject: `You are no longer on the crew of ${camp}`,
    body: [
      "Hello,",
      `${by} has taken you off the crew of ${camp}. Its desk no longer opens for you.`,
      "If you are registered as a camper, your place is not touched by this.",
      `If this surprises you, ask ${by}.`,
    ],
  };
}

/** What an organiser did, in the subject and in a sentence. */
const ROTA = {
  put_in: {
    subject: (task: string) => `you are down for ${task}`,
    said: (by: string) => `${by} has put you down for a task on the rota.`,
    next: "If you can’t do it, take yourself off there, so that somebody else can.",
  },
  taken_out: {
    subject: (task: string) => `you are not down for ${task} any more`,
    said: (by: string) => `${by} has taken you off a task on the rota.`,
    next: "The rota has the other tasks you are down for.",
  },
  changed: {
    subject: (task: string) => `${task} is at another time or place`,
    said: (by: string) => `${by} has changed a task that you are down for. This is how it is now.`,
    next: "If you can’t do it any more, take yourself off there, so that somebody else can.",
  },
  removed: {
    subject: (task: string) => `${task} is off the rota`,
    said: (by: string) => `${by} has removed a task that you were down for. You are free then.`,
    next: "The rota has the other tasks you are down for.",
  },
} as const satisfies Record<RotaChange, unknown>;

export function rotaChanged({
  camp,
  by,
  change,
  task,
  place,
  when,
  link,
}: WordFacts["rota_changed"]): Written {
  const { subject, said, next } = ROTA[change];
  return {
    subject: `${camp}: ${subject(task)}`,
    body: [
      "Hello,",
      said(by),
      place ? `${task}, ${place}: ${when}.` : `${task}: ${when}.`,
      { link, says: "Open the rota" },
      next,
    ],
  };
}
