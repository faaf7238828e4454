/** Two registrations of one person were made one: to the address that stays, and to the other. */
import { hasPlace, isOffered } from "#domain/registration/status.ts";
import type { WordFacts, Written } from "#messages/mail-facts.ts";

export function merged({ camp, name, page, status, reason }: WordFacts["merged"]): Written {
  const has = hasPlace(status)
    ? "You have a place, on this one address."
    : isOffered(status)
      ? "The place we offered you is still yours to take, on your page."
      : "You have one turn in the line: the better of the two.";
  return {
    subject: `Your two registrations for ${camp} are one now`,
    body: [
      `Hello ${name},`,
      `You were registered twice for ${camp}, and an organiser has made one registration of the two. ${has}`,
      `Their reason: ${reason}`,
      "Hands you raised and pitches you brought with either of them count as yours. From now on we write about this one registration alone.",
      { link: page, says: "Open your page" },
    ],
  };
}

/** To the address that is used no more: it learns nothing of the other. */
export function mergedAway({ camp, name, reason }: WordFacts["merged_away"]): Written {
  return {
    subject: `This address is no longer used for ${camp}`,
    body: [
      `Hello ${name},`,
      `You were registered twice for ${camp}, and an organiser has made one registration of the two. It has your other address, and the better place or turn of the two. Links and codes we sent here no longer work.`,
      `Their reason: ${reason}`,
      "If you have no other address there, write to the organisers.",
    ],
  };
}
