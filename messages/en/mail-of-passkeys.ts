/** What mails about passkeys say. */
import type { WordFacts, Written } from "#messages/mail-facts.ts";

const NOT_YOU =
  "If that was not you, have your passkeys taken away at once: by another organiser of a camp you run that needs passkeys, or by whoever runs this server. That signs you out everywhere. Then see to it that nobody else reads your email.";

function passkeyAdded({ name, link }: WordFacts["passkey_added"]): Written {
  return {
    subject: "A passkey was added to your sign-in",
    body: [
      "Hello,",
      `You can now sign in with a passkey that is called ${name}. The code by email works as before.`,
      { link, says: "See your passkeys" },
      NOT_YOU,
    ],
  };
}

function passkeyRemoved({ name, link }: WordFacts["passkey_removed"]): Written {
  return {
    subject: "A passkey was removed from your sign-in",
    body: [
      "Hello,",
      `The passkey that was called ${name} signs nobody in any more, and other browsers that used it are signed out.`,
      { link, says: "See your passkeys" },
      NOT_YOU,
    ],
  };
}

function passkeyRefused({ name, link }: WordFacts["passkey_refused"]): Written {
  return {
    subject: "A passkey of yours was refused",
    body: [
      "Hello,",
      `Somebody tried to sign in with your passkey ${name}, and it counts fewer uses than we know of. That happens when a key was copied, so nobody was signed in.`,
      { link, says: "Remove it there" },
      "If you have no other passkey, have it taken away by another organiser of a camp you run that needs passkeys, or by whoever runs this server.",
    ],
  };
}

function passkeysReset({ camp, by, link }: WordFacts["passkeys_reset"]): Written {
  const who = by ? `${by}, an organiser of ${camp},` : "Whoever runs this Wallchart";
  return {
    subject: "Your passkeys were taken away",
    body: [
      "Hello,",
      `${who} has taken all your passkeys away and signed you out everywhere, as one does when a phone or a key was lost. From now on the code by email signs you in again.`,
      { link, says: "Add a new one" },
      "If you did not ask for this, tell whoever runs this server at once.",
    ],
  };
}

function passkeysRequired({ camp, by, link }: WordFacts["passkeys_required"]): Written {
  return {
    subject: `${camp} asks its crew for a passkey`,
    body: [
      "Hello,",
      `${by} asks everybody on the crew of ${camp} for a passkey: your fingerprint, your face or the PIN of your device. Its desk, its door and its rota open once you have used one.`,
      "Have you none yet? Sign in by email, and the desk leads you to add one. It takes a minute.",
      { link, says: "Your passkeys" },
      "Do it before the day, on the phone you will have with you.",
    ],
  };
}

function passkeysFreed({ camp, by }: WordFacts["passkeys_freed"]): Written {
  const who = by || "Whoever runs this Wallchart";
  return {
    subject: `${camp} asks for no passkey any more`,
    body: [
      "Hello,",
      `${who} has decided that the crew of ${camp} needs no passkey any more: the code by email is enough again. Passkeys still work.`,
      by ? `If this surprises you, ask ${by}.` : "If this surprises you, ask them.",
    ],
  };
}

export const ofPasskeys = {
  passkey_added: passkeyAdded,
  passkey_removed: passkeyRemoved,
  passkey_refused: passkeyRefused,
  passkeys_reset: passkeysReset,
  passkeys_required: passkeysRequired,
  passkeys_freed: passkeysFreed,
};
