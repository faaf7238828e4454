/** Mails about a place that is handed on. */
import type { WordFacts, Written } from "#messages/mail-facts.ts";

export function transferOffered(facts: WordFacts["transfer_offered"]): Written {
  const { camp, day, place, name, giver, until, link } = facts;
  return {
    subject: `${giver} would like to give you their place at ${camp}`,
    body: [
      `Hello ${name},`,
      `${giver} has a place at ${camp} and would like you to have it: ${day}, ${place}.`,
      `Until you take it, it stays theirs. You can take it until ${until}.`,
      { link, says: "Take the place, or say no thanks" },
      "Keep this link to yourself: whoever has it can take the place.",
      "If you know nothing of this, do nothing. We wrote to you because somebody typed your address, and a month from now we no longer know it.",
    ],
  };
}

export function transferEnded({ camp, name }: WordFacts["transfer_ended"]): Written {
  return {
    subject: `The place at ${camp} is no longer on its way to you`,
    body: [
      `Hello ${name},`,
      `We wrote to you about a place at ${camp} that somebody wanted to give you. It stays where it is: it was called back or given back, or the time to take it has passed. The link in that email no longer works.`,
      "Ask whoever wanted to give it to you. The camp’s page says whether you can register.",
    ],
  };
}

const WHY: Record<WordFacts["transfer_back"]["why"], (to: string) => string> = {
  turned_down: (to) => `${to} said no thanks to the place that you wanted to give them.`,
  too_late: (to) =>
    `${to} did not take the place that you wanted to give them in time, and it can no longer be handed on.`,
  bounced: (to) =>
    `Our email to ${to} about the place that you wanted to give them came back: most likely there is no such address.`,
};

export function transferBack({ camp, name, page, to, why }: WordFacts["transfer_back"]): Written {
  return {
    subject: `Your place at ${camp} is still yours`,
    body: [
      `Hello ${name},`,
      `${WHY[why](to)} So it is still yours.`,
      why === "too_late"
        ? "Can’t come? Give it back on your page: somebody from the line can come then."
        : "Can’t come? On your page you can give it to somebody else by name, or give it back.",
      { link: page, says: "Open your page" },
    ],
  };
}

export function handedOn({ camp, name, page, to }: WordFacts["handed_on"]): Written {
  return {
    subject: `${to} has your place at ${camp} now`,
    body: [
      `Hello ${name},`,
      `${to} has taken the place at ${camp} that you gave them. You no longer hold one, and your ticket no longer works. Thank you for passing it on.`,
      { link: page, says: "Open your page" },
    ],
  };
}
