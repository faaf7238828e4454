/** The Me tab: where one stands with a camp. */
import type { Status } from "#domain/registration.ts";

export const me = {
  title: "Me",
  hello: (name: string) => `Hello, ${name}`,
  status: {
    waiting: "You’re on the waiting list",
    entered: "You’ve entered",
    offered: "A place is waiting for your answer",
    held: "We’re holding a place for you",
    confirmed: "You’ve got a place",
    declined: "You said no to a place",
    expired: "The offer has ended",
    released: "You gave your place back",
    left: "Your name is off the list",
    removed: "An organiser took you off the list",
    transferred: "Your place went to somebody else",
  } satisfies Record<Status, string>,
  /** Of whoever was not there in time, in place of “You gave your place back”. */
  passedOn: "Your place went to somebody at the door",
  /** Of a place at a camp that is called off or put off. */
  kept: "We keep a note of your place",
  inLine: (position: string, waiting: string) => `${position} in line, of ${waiting}.`,
  place: (day: string, time: string) => `${day}, doors at ${time}. Just say your name at the door.`,
  unproven: "Your email isn’t confirmed yet. Type the code from our email on your page.",
  bounced: "Our email to you came back. Mend the address on your page, or ask for the code again.",
  page: "Open your page",
  /** What can be done there; nothing but reading in the other states. */
  pageWhy: {
    waiting: "Change your details, or leave the list.",
    entered: "Change your details, or take your entry out.",
    offered: "Say yes or no to it, or change your details.",
    held: "Change your details, or let the place go.",
    confirmed: "Change your details, or give your place back.",
    expired: "Join the line again, or leave the list.",
  } as Partial<Record<Status, string>>,
  stranger: {
    title: "This phone doesn’t know you yet",
    body: "You can read everything. To pitch and put your hand up, open the page we mailed you on this phone, once. Registered a moment ago? Type the code from that email first.",
    badge: "Come in with your badge",
    signIn: "Sign in with your email",
    register: "Register for this camp",
  },
  /** To somebody of the crew who is not registered. */
  alone: {
    title: "You have no place of your own here",
    body: "With one you pitch, raise hands and have a ticket, like everybody else.",
    ask: "An organiser can give you one: People, then “Add somebody”.",
    add: "Give yourself a place",
  },
  crew: (being: string) => `You’re on the crew of this camp: ${being}.`,
  desk: "Go to the desk",
  rota: "The rota and calls for help",
  devices: "Where you’re signed in",
};
