/**
 * Shifts the clock of a process, so that the tests can run as if started at any instant. Loaded before everything
 * else (`node --import`) by bin/check.ts, inherited by every program the tests start, and given to every browser page.
 */

/**
 * Makes `Date` run `offset` ms away from the true clock. A proxy and not a subclass, so that a date made by the
 * runtime itself is still an instance. Self-contained: its text is also run in browser pages.
 * @param {number} offset whole milliseconds
 */
export function shiftClock(offset) {
  const True = Date;
  const shifted = new Proxy(True, {
    apply: () => new shifted().toString(),
    construct: (target, args, asked) =>
      Reflect.construct(
        target,
        args.length > 0 ? args : [target.now() + offset],
        asked === shifted ? target : asked,
      ),
    get: (target, name) => (name === "now" ? () => target.now() + offset : Reflect.get(target, name)),
  });
  Object.defineProperty(True.prototype, "constructor", {
    value: shifted,
    writable: true,
    configurable: true,
  });
  globalThis.Date = shifted;
}

const offset = Number(process.env.WALLCHART_CLOCK_OFFSET ?? 0);
// A program started by a program that has it already gets it once more, and must not shift twice.
if (offset !== 0 && !("wallchartClock" in globalThis)) {
  Object.defineProperty(globalThis, "wallchartClock", { value: offset });
  shiftClock(offset);
}
