/** What is refused about who hosts a pitch, and about one that the crew hid. */
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";

export const ofPitches = {
  hosts_full: {
    what: "A pitch has up to four hosts, with those you have asked.",
    next: "Take one of your questions back first.",
  },
  handing_on: {
    what: "You have asked somebody else to take this pitch over, and they haven’t answered yet.",
    next: "Take that question back, then ask again.",
  },
  hosts_settled: {
    what: "The grid is out, and people follow it: only a campmaker can change who hosts a session now.",
    next: "Ask at the desk.",
  },
  badge_unknown: {
    what: "No badge at this camp has that code.",
    next: "Look at it once more, or type their name instead.",
  },
  has_host: {
    what: "Somebody else said so a moment before you, and hosts it now.",
    next: "Talk to them: they can ask you to host it with them.",
  },
  pitch_hidden: {
    what: "The organisers hid this pitch, so it cannot be brought back from here.",
    next: "Their reason stands with it under Me. Talk to a campmaker: they can show it again.",
  },
  link_there: {
    what: "This camp’s round-up has that address already, so it was not added again.",
    next: "Look for it among the links. If it says something wrong there, tell the organisers.",
  },
  links_full: {
    what: `No more links fit: a round-up has up to ${MOST.links}, and up to ${MOST.linksOfOne} of one person.`,
    next: "Take out one of yours that says less, then add this one.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
