/**
 * Taps made before a page's scripts have arrived, which on a cheap phone is seconds after it can be read. A script in
 * the page itself keeps them, and shows them, until what they are for can take them.
 */

/** What a button that is kept for carries: whatever its taps are about. */
const MARK = "data-early";

/**
 * In every page, before anything that can be tapped. A second tap takes the first back. The button is drawn as pressed
 * and marked `data-tapped`, for a word beside it; whoever takes the taps leaves it as the framework knows it.
 *
 * The policy of a page has this text's hash: see live/policy.ts.
 */
export const EARLY_TAPS = `(() => {
  const kept = new Map();
  const press = (button) => {
    button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
    button.toggleAttribute("data-tapped");
  };
  const keep = (event) => {
    const button = event.target.closest?.("[${MARK}]");
    if (!button) return;
    event.stopImmediatePropagation();
    press(button);
    const about = button.getAttribute("${MARK}");
    if (!kept.delete(about)) kept.set(about, button);
  };
  addEventListener("click", keep, true);
  window.takeEarlyTaps = () => {
    removeEventListener("click", keep, true);
    const taps = [...kept].map(([about, button]) => [about, button.getAttribute("aria-pressed") === "true"]);
    kept.forEach(press);
    kept.clear();
    return taps;
  };
})();`;

/** What was tapped, and whether it was left pressed. From then on taps go where the page sends them. */
export type EarlyTap = readonly [about: string, pressed: boolean];
