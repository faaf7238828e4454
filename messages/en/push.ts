/** Being told on one’s own phone, while it is in a pocket. */
export const push = {
  title: "While your phone is in your pocket",
  /** Before somebody asked for it. */
  off: {
    what: "It can tell you when something is announced, when it’s your turn to pitch, and when a session that you host or go to changes.",
    how: "It comes by way of whoever made your browser, sealed so that they can’t read it.",
    ask: "Tell me on this phone",
    asking: "Asking your phone",
  },
  on: {
    what: "It tells you when something is announced, when it’s your turn to pitch, and when a session that you host or go to changes.",
    end: "Stop telling me",
    ending: "Stopping",
  },
  /** Read out, and shown beside the button. */
  begun: "Done. Your phone will tell you.",
  ended: "Done. Your phone tells you nothing more.",
  denied: {
    what: "This browser doesn’t let the camp tell you anything: somebody said no to it once.",
    next: "To change that, allow notifications for this site in your browser’s settings, and load this page again.",
  },
  /** An iPhone or iPad, which lets only what stands on its home screen tell anything. */
  install: {
    what: "On an iPhone or iPad, this works once the camp is on your home screen.",
    next: "Open the Share menu, choose “Add to Home Screen”, and open the camp from there. It doesn’t know you yet: sign in or come in with your badge, and ask again on this page.",
  },
  cannot: {
    what: "This browser can’t tell you anything while it’s closed.",
    next: "What is announced is on the Now tab.",
  },
  /** Neither yes nor no to what the browser asked. */
  unanswered: {
    what: "Your browser asked whether it may tell you, and got no answer.",
    next: "Nothing was changed. Press again to be asked again.",
  },
  /** Allowed, and not taken by the service that the browser's maker runs for it. */
  noService: {
    what: "The service behind your browser didn’t take it. Private windows and some browsers have none.",
    next: "Nothing was changed. Try another window or browser, or press again in a bit.",
  },
  offline: {
    what: "That needs a network, and there is none just now.",
    next: "Nothing was changed. Press again once you are online.",
  },
  fault: {
    what: "That didn’t work.",
    next: "Nothing was changed. Try again in a moment.",
  },
};
