import { expect, test } from "vitest";
import { EARLY_TAPS, type EarlyTap } from "#domain/early-tap.ts";

/** A browser with the script of a page in it, and as many buttons as are named. */
function browser() {
  const listeners = new Set<(event: object) => void>();
  const window: { takeEarlyTaps?: () => EarlyTap[] } = {};
  new Function("window", "addEventListener", "removeEventListener", EARLY_TAPS)(
    window,
    (_kind: string, listener: () => void) => listeners.add(listener),
    (_kind: string, listener: () => void) => listeners.delete(listener),
  );
  /** @returns whether anybody else heard of it */
  const tap = (target: object): boolean => {
    let heard = true;
    for (const listener of listeners)
      listener({
        target,
        stopImmediatePropagation: () => {
          heard = false;
        },
      });
    return heard;
  };
  return { tap, take: () => window.takeEarlyTaps?.() };
}

class Button {
  readonly attributes: Map<string, string>;

  constructor(about: string, pressed: boolean) {
    this.attributes = new Map([
      ["data-early", about],
      ["aria-pressed", String(pressed)],
    ]);
  }

  closest = (selector: string) => (selector === "[data-early]" ? this : null);
  getAttribute = (name: string) => this.attributes.get(name) ?? null;
  setAttribute = (name: string, value: unknown) => this.attributes.set(name, String(value));
  toggleAttribute = (name: string) => this.attributes.delete(name) || this.attributes.set(name, "");
}

const shown = ({ attributes }: Button) => [attributes.get("aria-pressed"), attributes.has("data-tapped")];

test("a tap before the page is alive is shown, kept for who asks, and heard by nobody else", () => {
  const { tap, take } = browser();
  const [swaps, maps] = [new Button("swaps", false), new Button("maps", true)];
  expect([tap(swaps), tap(maps)]).toEqual([false, false]);
  expect([shown(swaps), shown(maps)]).toEqual([
    ["true", true],
    ["false", true],
  ]);
  expect(take()).toEqual([
    ["swaps", true],
    ["maps", false],
  ]);
  expect([shown(swaps), shown(maps)]).toEqual([
    ["false", false],
    ["true", false],
  ]);
});

test("a second tap takes the first back", () => {
  const { tap, take } = browser();
  const swaps = new Button("swaps", false);
  tap(swaps);
  tap(swaps);
  expect(shown(swaps)).toEqual(["false", false]);
  expect(take()).toEqual([]);
});

test("a tap on anything else goes where it always goes, as does every tap once they were taken", () => {
  const { tap, take } = browser();
  expect(tap({ closest: () => null })).toBe(true);
  expect(tap({})).toBe(true);
  expect(take()).toEqual([]);
  expect(tap(new Button("swaps", false))).toBe(true);
  expect(take()).toEqual([]);
});
