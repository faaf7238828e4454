/** Signing in by mail, the first owner's page, and the list of one's own devices. */
import { LONGEST } from "#domain/limits.ts";

export const signIn = {
  title: "Sign in",
  lede: "For everybody who helps to run a camp, and for campers on a second device. There is no password: we email you a code.",
  email: "Your email",
  emailWrong: "Type an email address, like name@example.gov.uk",
  send: "Email me a code",
  sending: "Sending",
  notNeeded: "You don’t need to sign in to read the grid, or on the phone you registered with.",
  code: {
    title: "Type the code",
    lede: (email: string) =>
      `If ${email} is known here, a six-digit code is on its way to it. It works for ten minutes from when we send it, in this browser only.`,
    held: {
      title: "The mail server does not answer at the moment",
      body: "If your address is known here, the email waits and goes out as soon as it does, ahead of everything else. Leave this page open; there is no need to ask again.",
    },
    label: "Six-digit code",
    wrong: "A code has six digits",
    submit: "Sign in",
    pending: "Signing in",
    other: "Use another address, or ask for a new code",
    gone: {
      title: "No code is waiting here",
      body: "A code works for ten minutes, in the browser that asked for it.",
      next: "Ask for a new one",
    },
    slow: "Nothing there? Look in the spam folder. If you were invited with another address, use that one. When very many people ask at once, not everybody is mailed: then ask again in an hour.",
  },
  link: {
    title: "Sign in on this device?",
    lede: "Your link is good. One press signs this browser in; only do it on a device you use yourself.",
    submit: "Sign in here",
    gone: {
      title: "This link has been used or is too old",
      body: "Links work once, for ten minutes.",
      next: "Ask for a new one",
    },
  },
  setup: {
    title: "Make this Wallchart yours",
    lede: "You opened the one-time link that the server printed when it started. You become the first owner, who can start camps.",
    name: "Your name",
    nameWrong: `Type the name people call you, in up to ${LONGEST.personName} characters`,
    email: "Your email",
    emailHint: "You sign in with it from any other device, so check it twice.",
    submit: "Make me the owner",
    pending: "One moment",
    gone: {
      title: "This link is no longer good",
      body: "It has been used, or a newer one was printed. While nobody owns this Wallchart, each start prints a fresh link.",
      next: "Sign in instead",
    },
  },
  devices: {
    title: "Where you are signed in",
    lede: "Every browser that can act in your name. End the ones you don’t know or don’t use any more.",
    since: (day: string) => `Signed in on ${day}`,
    here: "This one",
    end: "Sign it out",
    endHere: "Sign out here",
    ending: "Ending",
    unknown: "Some browser",
    on: (browser: string, system: string) => `${browser} on ${system}`,
    all: {
      title: "Sign out everywhere",
      means:
        "Lost a phone, or not sure who knows one? Every browser you end has to sign in again by email, within a second or two also on pages that are open there. A place you registered from such a browser stays yours; its page opens from your mail.",
      others: "Everywhere but here",
      every: "Everywhere, here too",
    },
    signedInAs: (email: string) => `Signed in as ${email}`,
    back: "To your camps",
  },
};
