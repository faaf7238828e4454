/** Words of a place that is handed on: of its giver, and of whoever is to have it. */
export const transfer = {
  give: {
    open: "Give my place to somebody by name",
    what: (until: string) =>
      `Name who is to have it, and we write to them. It stays yours until they take it, for which there is time until ${until}. Then you no longer hold a place.`,
    name: "Their name",
    email: "Their email",
    send: "Write to them",
    errors: {
      name: "Write the name of whoever is to have it, so that we can greet them",
      email: "Write one whole address, such as priya@sandwell.example",
    },
    waits: (name: string) => `Your place is on its way to ${name}`,
    waitsWhat: (email: string, until: string) =>
      `We wrote to ${email}. Until they take it the place is yours: come if you like. They can take it until ${until}.`,
    callBack: "Call it back",
  },
  take: {
    title: (giver: string) => `${giver} would like you to have their place`,
    what: (until: string) =>
      `It is yours as soon as you take it, and theirs until then. You can take it until ${until}.`,
    line: "Are you on the waiting list? Then you leave it with the place.",
    form: "Tell the organisers who comes",
    take: "Take the place",
    no: "No thanks",
    noWhat: (giver: string) => `The place stays with ${giver}, and we tell them.`,
    noSure: "Yes, no thanks",
    has: "You have a place already",
    hasWhat: (giver: string) =>
      `Nobody can hold two. Say no thanks, and ${giver} can give theirs to somebody else.`,
  },
  gone: {
    title: "There is no place behind this address",
    what: "Whoever wanted to give it to you may have left the camp, and then it went to the waiting list; or the address is mistyped. Our mail to you says what became of it, and the camp’s page whether you can register.",
  },
  ended: {
    accepted: {
      title: "The place is yours",
      what: "We have sent the way to your own page to your mailbox. Your ticket is there.",
    },
    turned_down: {
      title: "You said no thanks",
      what: "Thank you for saying so. The place stays with whoever wanted to give it to you.",
    },
    called_back: {
      title: "This place is no longer on its way to you",
      what: "Whoever wanted to give it to you called it back. The camp’s page says whether you can register.",
    },
    place_gone: {
      title: "This place is no longer on its way to you",
      what: "Whoever wanted to give it to you no longer has it. The camp’s page says whether you can register.",
    },
    too_late: {
      title: "It is too late to take this place",
      what: "The time to take it has passed, and it stays with whoever wanted to give it to you.",
    },
    bounced: {
      title: "This place is no longer on its way to you",
      what: "Our mail about it came back, so it stays with whoever wanted to give it to you. Ask them.",
    },
  },
  sending: "One moment",
};
