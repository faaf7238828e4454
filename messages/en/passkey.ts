/** Passkeys: one’s own, signing in with one, and where a camp needs one of its crew. */
import { LONGEST, MOST } from "#domain/limits.ts";

export const passkey = {
  title: "Passkeys",
  lede: "A passkey signs you in with your fingerprint, your face or the PIN of your device, without waiting for an email. It stays with you: we keep only what tells it from another.",
  none: {
    title: "You have no passkey yet",
    body: "The code by email signs you in. A passkey is quicker, and nobody who reads your email can use it.",
  },
  added: (day: string) => `Added on ${day}`,
  used: (day: string) => `Last used on ${day}`,
  here: "Used in this browser",
  add: {
    title: "Add a passkey",
    hint: "So that you know it again: the device it is on, for example. We email you that it was added.",
    name: "What to call it",
    nameWrong: `Type a name, in up to ${LONGEST.passkeyName} characters`,
    usual: "My device",
    submit: "Add a passkey",
    full: `You have ${MOST.passkeys}, which is as many as anybody can have. Remove one to add another.`,
    second: "Add a second one, on another device or a stick, so that losing one does not shut you out.",
    done: "Your passkey was added, and counts as used in this browser.",
  },
  remove: {
    open: "Remove",
    title: (name: string) => `Remove ${name}?`,
    means:
      "It signs nobody in any more. Every other browser that was signed in with it is signed out, and we email you. It may still be in your device’s own list: delete it there as well.",
    last: "It is your last one: the code by email alone signs you in then, for you and for whoever else reads your email.",
    stays:
      "It is your last one, and a camp you help to run needs a passkey of its crew: add another one first, then you can remove this one.",
    sure: "Remove it",
    keep: "Keep it",
    pending: "Removing",
    done: "The passkey was removed.",
  },
  again: {
    title: "Sign in again to change your passkeys",
    body: "You signed in more than a quarter of an hour ago. We ask anew, so that nobody who finds your browser open adds a passkey of theirs.",
    mail: "Sign in by email",
  },
  first: {
    title: "Use your passkey to change your passkeys",
    body: "You have one, so it is what proves that it is you: whoever can only read your email gets no further.",
  },
  lost: "Lost it? Have your passkeys taken away by another organiser of a camp you run that needs them (under Crew at the desk, on your page), or by whoever runs this server. Then the code by email is enough to add a new one.",
  signIn: {
    or: "Have you added a passkey here?",
    submit: "Sign in with a passkey",
    pending: "Signing in",
    asking: "Follow what your browser or your device says",
    use: "Use your passkey",
  },
  trouble: {
    cancelled: {
      what: "No passkey was used: it was cancelled, it took too long, or this device has none for this site.",
      next: "Try once more, with a device or a stick that has one, or sign in by email.",
    },
    notAdded: {
      what: "No passkey was added: it was cancelled, or it took too long.",
      next: "Try once more.",
    },
    there: {
      what: "This device has a passkey of yours for this site already.",
      next: "Use that one, or add one on another device or a stick.",
    },
    unsupported: {
      what: "This browser knows no passkeys, or the address of this page does not begin with https.",
      next: "Sign in by email, or use another browser.",
    },
    broken: {
      what: "The browser could not do it, and does not say why.",
      next: "Try once more. If it stays so, sign in by email.",
    },
    away: {
      what: "We could not be reached, so nothing was done.",
      next: "Check your connection, then try once more.",
    },
  },
  noScript: "A passkey needs JavaScript, which is off here. The code by email works without it.",
  needed: {
    title: (camp: string) => `${camp} needs a passkey of its crew`,
    plain: "Your passkey",
    why: "Its organisers decided that reading somebody’s email is not enough to open the desk, the door or the rota: it takes their device as well.",
    use: "You have a passkey. Use it, and you go on to the desk.",
    add: "You have none yet. Add one now, and you go on to the desk.",
    camper: "As a camper you need none: your place, your pitches and the grid are as they were.",
    notHere:
      "Whoever runs this server gives it an address that is a name, or has the camp need no passkey any more: see “When somebody lost their passkey” in docs/operations.md.",
    nothing: "You have used your passkey in this browser.",
    on: "Go on",
  },
  rule: {
    title: "Passkeys",
    off: "The crew signs in with a code by email. You can ask all of them for a passkey as well, so that reading somebody’s email is not enough.",
    on: "Everybody on the crew needs a passkey: at the desk, at the door and for the rota.",
    everybody: "Everybody on the crew has one.",
    without: (names: string) => `No passkey yet: ${names}.`,
    more: (n: number) => `${n} more`,
    first: "To change this, use your own passkey in this browser first, so that you don’t shut yourself out.",
    yours: "Your passkeys",
    require: "Ask the whole crew for a passkey",
    free: "Ask for none any more",
    sure: "Yes, do it",
    pending: "One moment",
    turnedOn: "The whole crew needs a passkey now. The emails that tell them are on their way.",
    turnedOff: "The crew needs no passkey any more. The emails that tell them are on their way.",
  },
  reset: {
    title: "Lost passkeys",
    means: (name: string) =>
      `If ${name} lost the device or the key, you can take all their passkeys away. They are signed out everywhere, and a code by email is enough for them to sign in and add a new one. Be sure that it is ${name} who asks: ring them, or see them. We email them.`,
    none: (name: string) => `${name} has no passkey.`,
    notAsked: (name: string) =>
      `If ${name} lost the device or the key: this camp asks for no passkey, so a code by email is enough here. Their passkeys are taken away by whoever runs this server.`,
    first: "To take passkeys away, use your own in this browser first.",
    submit: "Take their passkeys away",
    sure: "Yes, take them away",
    pending: "Taking them away",
    done: (name: string) => `${name} has no passkey any more, and is signed out everywhere.`,
  },
  /** What `npm run passkeys` says. */
  program: {
    usage:
      "Say whose passkeys to take away: npm run passkeys -- reset name@example.org. Or which camp needs none of its crew any more, by its address: npm run passkeys -- free leeds-2027",
    nobody: (email: string) => `Nobody here has the address ${email}.`,
    none: (email: string) => `${email} has no passkey. Nothing was changed.`,
    noCamp: (slug: string) => `No camp here has the address ${slug}.`,
    free: (slug: string) => `${slug} needs no passkey of its crew. Nothing was changed.`,
    freed: (slug: string) =>
      `${slug} needs no passkey of its crew any more: the code by email is enough. They are told by email.`,
    done: (email: string) =>
      `The passkeys of ${email} were taken away, and they are signed out everywhere. They are told by email, and sign in by email.`,
  },
};
