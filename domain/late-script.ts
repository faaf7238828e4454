/**
 * Scripts of a page that a poor network loses. Browsers ask for them once; what the framework does without one is to
 * put a page of its own in the place of one that can be read, or nothing for ever. A script in the page itself asks
 * again, and keeps the loss from everybody until it gives up: at once where the server answers that there is no such file,
 * as after it was built anew.
 */

/** After about a minute. */
const MOST_TRIES = 9;

/** In every page, before anything else. The policy of a page has this text's hash: see live/policy.ts. */
export const LATE_SCRIPTS = `(() => {
  const copies = new Map();
  addEventListener("error", (event) => {
    const { target } = event;
    if (target.tagName !== "SCRIPT" || !event.isTrusted) return;
    event.stopImmediatePropagation();
    const first = copies.get(target) ?? { script: target, tries: 0 };
    first.tries += 1;
    const giveUp = () => first.script.dispatchEvent(new Event("error"));
    const again = () => setTimeout(() => {
      const copy = document.createElement("script");
      // As it stands there: the framework knows its files by that.
      copy.setAttribute("src", target.getAttribute("src"));
      copies.set(copy, first);
      document.head.append(copy);
    }, Math.min(8000, 250 * 2 ** first.tries));
    if (first.tries >= ${MOST_TRIES}) giveUp();
    else fetch(target.src, { method: "HEAD" }).then(({ status }) => (status === 404 ? giveUp() : again()), again);
  }, true);
})();`;
