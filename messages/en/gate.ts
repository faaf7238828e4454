/** What is said to a request that is not let in: seen by programs, and by people with an odd set-up. */
export const gate = {
  badAddress: "That is not an address of this site.",
  badMethod: "This site does not answer that kind of request.",
  noUpgrade: "This site does not change protocols.",
  wrongHost: "This server does not answer for that name. Use the address the organisers gave you.",
  noLength: "Say how long the message is before sending it.",
  tooLong: "That is more than this site accepts at once.",
  otherSite:
    "This came from another site, so nothing was changed. Open the camp’s own page and try again there.",
  alive: "alive",
  ready: "ready",
  notReady: "not ready",
};
