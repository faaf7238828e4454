/** Words of a second address: of whoever gives one, and of whoever reads it. */
export const secondAddress = {
  add: "Add a second address",
  addWhat: (first: string) =>
    `Does your mailbox filter what strangers write? What matters about your place (offers, reminders, changes) then goes to both addresses. Codes go to ${first} alone.`,
  email: "Your second address",
  send: "Ask at that address",
  sendWhat: "We write there once, and nothing else goes there until its reader says yes.",
  noEmail: "Write one whole address, such as priya@sandwell.example",
  title: "Your second address",
  asked: (email: string) => `We asked ${email}`,
  askedWhat: (until: string) =>
    `Press the button in that email, and what matters about your place goes there too. Until then nothing does, and without it we forget the address after ${until}. Nothing came? Look in the spam folder, or take it away and give it again.`,
  works: (email: string) =>
    `What matters about your place goes to ${email} too. Whoever reads it can open this page from there.`,
  bounced: (email: string) => `Our email to ${email} came back`,
  bouncedWhat:
    "Nothing goes there any more; your first address gets everything as before. Take it away, and give another if you like.",
  unwanted: (email: string) => `Whoever reads ${email} called our email spam`,
  unwantedWhat:
    "Nothing goes there any more; your first address gets everything as before. Take it away, and give another if you like.",
  remove: "Take it away",
  said: {
    second_asked: "We wrote to your second address. Open that email and say yes there.",
    second_removed: "Your second address is taken away",
  },
  /** For whoever took it away by a link that went there. */
  removed: {
    title: "The address is taken away",
    body: "Nothing goes there any more, and the links we sent there open nothing. The first address is told, and its links work as before.",
    camp: "Go to the camp’s page",
  },
  ask: {
    title: (camp: string) => `Write to you here about ${camp} too?`,
    what: "Somebody, most likely you, gave this address as their second one. Say yes, and what matters about their place comes here as well as to their first address.",
    yes: "Yes, write to me here too",
    no: "Not you? Close this page. We write here no more.",
  },
  confirmed: {
    title: "We write to you here too",
    what: (camp: string) =>
      `What matters about that place at ${camp} now comes to this address too. You can close this page.`,
    end: "To end it, take the address away on the private page that our emails lead to.",
  },
  sending: "One moment",
};
