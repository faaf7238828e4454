/**
 * Scripts of a page that a poor network loses. Browsers ask for them once; what the framework does without one is to
 * put a page of its own in the place of one that can be read, or nothing for ever. A script in the page itself asks
 * again, and keeps the loss from everybody until it gives up: at once where the server answers that there is no such file,
 * as after it was built anew.
 */

/**
 * Of what the page came with, without which it is dead: for about a minute. What it asks for later has somebody who
 * waits and can be told: after four seconds, or at once where there is no network.
 */
const MOST_TRIES = { page: 9, later: 4, offline: 1 };

/** In every page, before anything else. The policy of a page has this text's hash: see live/policy.ts. */
export const LATE_SCRIPTS = `(() => {
  const copies = new Map();
  const over = new Set();
  addEventListener("error", (event) => {
    const { target } = event;
    if (target.tagName !== "SCRIPT" || !event.isTrusted) return;
    event.stopImmediatePropagation();
    const most = () =>
      document.readyState !== "complete" ? ${MOST_TRIES.page} : navigator.onLine ? ${MOST_TRIES.later} : ${MOST_TRIES.offline};
    const src = target.getAttribute("src");
    // The framework waits for one that it finds, and this one says nothing more.
    if (copies.has(target)) target.remove();
    const first = copies.get(target) ?? { script: target, tries: 0, most: over.has(src) ? 1 : most(), last: over.delete(src) };
    first.tries += 1;
    const giveUp = () => {
      // The framework asks once more by itself, which is not another try of ours.
      if (!first.last) over.add(src);
      first.script.dispatchEvent(new Event("error"));
    };
    const again = () => setTimeout(() => {
      const copy = document.createElement("script");
      // As it stands there: the framework knows its files by that.
      copy.setAttribute("src", src);
      copies.set(copy, first);
      document.head.append(copy);
    }, Math.min(8000, 250 * 2 ** first.tries));
    if (first.tries >= first.most) giveUp();
    else fetch(target.src, { method: "HEAD" }).then(({ status }) => (status === 404 ? giveUp() : again()), again);
  }, true);
})();`;
