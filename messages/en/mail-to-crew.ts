/** What mails to a camp's crew say. */
import { rolesIn } from "#domain/permission.ts";
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

/** When an offer ends: "4pm on Tuesday 4 July". */
