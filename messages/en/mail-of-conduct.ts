/** What mails to those named in a code of conduct say. */
import type { WordFacts, Written } from "#messages/mail-facts.ts";

export function contactNamed({ camp, by, name, link }: WordFacts["contact_named"]): Written {
  return {
    subject: `${camp} names you in its code of conduct`,
    body: [
      `Hello ${name},`,
      `${by} has named you in the code of conduct of ${camp}, as somebody people can talk to when something is wrong.`,
      "Your name stands on that page, and your address does not. What people write to you there comes to this mailbox alone: the rest of the crew does not see it.",
      { link, says: "See the page" },
      `If you would rather not be named, tell ${by}.`,
    ],
  };
}

export function concern({ camp, name, own, reply }: WordFacts["concern"]): Written {
  return {
    subject: `Somebody tells you something about ${camp}`,
    body: [
      `Hello ${name},`,
      `Somebody wrote this to you from the code of conduct of ${camp}:`,
      { rich: own },
      reply
        ? `How they say they can be reached: ${reply}`
        : "They did not say who they are or how they can be reached.",
      "You alone get this, and it is kept nowhere else: the crew sees neither the words nor that there were any. Keep it to yourself unless they agree, or somebody is in danger.",
    ],
  };
}
