import { count } from "#messages/counts.ts";

/** Programs that are told what changes at a camp, and the log of what they were told. */
export const webhooks = {
  title: "Tell another program what changes",
  body: "When a grid is published or taken back, when a session moves, and when the camp goes a step on, we send a message to these addresses. It says what anybody may read, and is signed, so that the program knows it is from here.",
  how: "Messages are those of Standard Webhooks, whose libraries check the signature for most languages.",
  none: "No program is told yet.",
  full: "This camp tells as many addresses as it can.",
  add: {
    title: "Another address",
    url: "Address",
    hint: "Of a server on the internet, beginning with https://",
    wrong:
      "Type an address that begins with https:// and leads to a server on the internet, without a port, a name or a password in it.",
    submit: "Tell this address",
    pending: "Adding it",
  },
  secret: {
    title: "Copy the secret now: it is shown this once",
    body: "The program checks signatures with it. If it is lost, make a new one.",
    label: "Secret",
  },
  state: { telling: "Is told", failing: "Does not answer", off: "Switched off" },
  failing: (since: string) => `No message has arrived since ${since}. They are tried again for two days.`,
  off: (since: string) =>
    `Since ${since} it is told nothing, because no message arrived for two days or it wanted no more. Once it works again, switch it on and send again what it missed.`,
  acts: {
    test: "Send a test",
    renew: "New secret",
    on: "Switch it on",
    remove: "Take it away",
    removeAnyway: "Take it away",
    pending: "One moment",
    of: (host: string) => `: ${host}`,
  },
  said: {
    test: {
      title: "A test is on its way",
      next: "The log below says whether it arrived. Load the page again in a moment.",
    },
    on: {
      title: "It is told again from now on",
      next: "What it missed is in the log: press “Send again” there.",
    },
    gone: { title: "That address is told nothing more", next: "It can be added again, with another secret." },
    again: { title: "It is sent again", next: "Under the same id, so that the program knows it has had it." },
  },
  log: {
    title: "What was sent",
    none: "Nothing was sent yet.",
    caption: "The last messages to other programs, the newest first",
    what: "What",
    where: "To",
    when: "Happened",
    state: "State",
    act: "Again",
    again: "Send again",
    kept: "Messages are kept for thirty days.",
    kinds: {
      "grid.published": "Grid published",
      "grid.taken_back": "Grid taken back",
      "session.moved": "Session moved",
      "phase.moved": "Camp moved on",
      test: "Test",
    },
    version: (number: number) => `version ${number}`,
    states: {
      waiting: "Waiting to be sent",
      trying: "Trying",
      delivered: "Arrived",
      given_up: "Given up",
    },
    tries: (tries: number) => count(tries, { one: "# try", other: "# tries" }, "en-GB"),
    why: {
      status: (status: string) => `answered ${status}`,
      no_answer: "no answer in time",
      not_public: "not a server of the internet",
      other: (code: string) => `could not be reached (${code})`,
    },
  },
  /** On today's page. */
  task: {
    title: "A program is told nothing any more",
    body: "It failed for two days or wanted no more messages. If it works again, switch it on.",
    go: "See which",
  },
};
