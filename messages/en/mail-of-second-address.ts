/** Mails about a second address: to its reader, who is asked, and to the first, which is told. */
import type { WordFacts, Written } from "#messages/mail-facts.ts";

/** To somebody who may know nothing of us: it says nothing of whose second address it is to be. */
export function secondAsked({ camp, link }: WordFacts["second_asked"]): Written {
  return {
    subject: `Shall we write to this address about ${camp} too?`,
    body: [
      "Hello,",
      `Somebody gave this address as their second one for email about ${camp}. Was that you?`,
      { link, says: "Open the page and say yes" },
      "The page works for a day. It signs nobody in.",
      "If you know nothing of this, do nothing: we write here no more, and a month from now we no longer know this address.",
    ],
  };
}

export function secondConfirmed({ camp, name, page, email }: WordFacts["second_confirmed"]): Written {
  return {
    subject: `${email} now gets what matters about ${camp} too`,
    body: [
      `Hello ${name},`,
      `${email} was confirmed as your second address for ${camp}. Offers, reminders and changes of your place go to both addresses from now on; codes come to this one alone.`,
      "Whoever reads the second address can open your page from there, and act for you. If it was not you who added it, take it away on your page:",
      { link: page, says: "Open your page" },
    ],
  };
}

export function secondRemoved({ camp, name, page }: WordFacts["second_removed"]): Written {
  return {
    subject: `Your second address for ${camp} was taken away`,
    body: [
      `Hello ${name},`,
      `The second address you had given for ${camp} was taken away on your page. Nothing about your place goes there any more, and the links we sent there no longer work. We write to this address as before.`,
      { link: page, says: "Open your page" },
    ],
  };
}
