/** As much of a browser as asks who holds it: what it opened, what is brought back, and what a server says to it. */
import { vi } from "vitest";
import type { Me } from "#domain/viewer.ts";

export type ABrowser = {
  /** Where the page is now; it was opened at the path that it began with. */
  path: string;
  /** How it was opened. */
  type: NavigationTimingType;
  /** What the server's timing says of the page. */
  marks: readonly string[];
  /** What the server answers; null for nothing. */
  says: Me | null;
  /** The addresses that were asked for. */
  asked: string[];
  /** How often the page was loaded anew. */
  reloads: number;
  bringBack(): void;
  show(): void;
};

/** A stream that says nothing. */
class Silent extends EventTarget {
  close(): void {}
}

/** Puts one in the place of the globals; take them away with `vi.unstubAllGlobals`. */
export function aBrowser({ path, says }: { path: string; says: Me | null }): ABrowser {
  const window = new EventTarget();
  const origin = "https://camp.example";
  const show = (persisted: boolean) =>
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
  const browser: ABrowser = {
    ...{ path, says, type: "navigate", marks: [], asked: [], reloads: 0 },
    bringBack: () => void show(true),
    show: () => void show(false),
  };
  vi.stubGlobal("window", window);
  vi.stubGlobal("location", {
    get pathname() {
      return browser.path;
    },
    get href() {
      return origin + browser.path;
    },
    reload: () => {
      browser.reloads += 1;
    },
  });
  vi.stubGlobal("performance", {
    getEntriesByType: () => [
      { name: origin + path, type: browser.type, serverTiming: browser.marks.map((name) => ({ name })) },
    ],
  });
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("EventSource", Silent);
  vi.stubGlobal("fetch", async (address: string) => {
    browser.asked.push(address);
    if (!browser.says) throw new TypeError("Failed to fetch");
    return Response.json(browser.says);
  });
  return browser;
}
