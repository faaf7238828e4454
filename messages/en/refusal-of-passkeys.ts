/** What a refusal says of passkeys. */
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";

export const ofPasskeys = {
  passkey_needed: {
    what: "This needs a passkey, and none was used in this browser. Nothing was done.",
    next: "Open the desk in another tab: it leads you to your passkey. Then do this once more: what you typed is still here.",
  },
  passkey_first: {
    what: "You have a passkey, and none was used in this browser: whoever can only read your email must not get further.",
    next: "Sign in with your passkey, then do this again. Have you lost it? Have it taken away by another organiser of a camp you run that needs passkeys, or by whoever runs this server.",
  },
  passkey_again: {
    what: "You used your passkey a while ago, so nothing was changed.",
    next: "Use your passkey again, then do this within a quarter of an hour.",
  },
  sign_in_again: {
    what: "You signed in a while ago, so nothing was changed.",
    next: "Sign in again, then do this within a quarter of an hour.",
  },
  passkey_expired: {
    what: "That took too long, or was done already.",
    next: "Press the button once more.",
  },
  passkey_unknown: {
    what: "That passkey is not known here. It was removed, or it was made for another Wallchart.",
    next: "Use another one, or sign in by email.",
  },
  passkey_wrong: {
    what: "What your browser said of the passkey is not right, so nobody was signed in and nothing was added.",
    next: "Try once more. If it stays so, open this page at its usual address, or sign in by email.",
  },
  passkey_copied: {
    what: "That passkey counts fewer uses than we know of, which happens when somebody copied it. Nobody was signed in.",
    next: "Sign in with another passkey and remove this one, or have yours taken away by another organiser of a camp you run that needs passkeys, or by whoever runs this server. We email its owner as well.",
  },
  passkey_there: {
    what: "That passkey has been added already.",
    next: "You can sign in with it. To add another, use another device or stick.",
  },
  passkeys_full: {
    what: `You have ${MOST.passkeys} passkeys, which is as many as anybody can have.`,
    next: "Remove one that you don’t use any more.",
  },
  passkey_last: {
    what: "This is your last passkey, and a camp you help to run needs one of its crew. It was not removed.",
    next: "Add another one first, then remove this one.",
  },
  passkey_demo: {
    what: "Everybody who tries a demo camp is on its crew: a passkey would shut all others out.",
    next: "Start a camp of your own to try it.",
  },
  own_passkeys: {
    what: "Your own passkeys are on a page of your own, so nothing was done here.",
    next: "Open “Your passkeys”, beside your camps.",
  },
  passkey_elsewhere: {
    what: "They help to run another camp, and you are no organiser there. Nothing was done.",
    next: "Ask somebody who is an organiser of all their camps, or whoever runs this server.",
  },
  passkey_not_asked: {
    what: "This camp asks its crew for no passkey, so it takes none away. Nothing was done.",
    next: "A code by email is enough to help here. Whoever runs this server can take their passkeys away.",
  },
  passkey_not_here: {
    what: "A passkey needs JavaScript, and a Wallchart whose address is a name and not a number.",
    next: "Sign in by email: that works everywhere.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
