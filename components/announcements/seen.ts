/** Up to when a phone has put announcements away, by camp; kept on the phone alone. */
export type Seen = {
  /** ISO 8601; empty for none. */
  read: () => string;
  /** Before it is known, all of them: a notice that was put away does not flash up. */
  none: () => string;
  put: (at: string) => void;
  subscribe: (changed: () => void) => () => void;
};

const ALL = "9999";
const listeners = new Set<() => void>();
const known = new Map<string, Seen>();

/** What a camp's pages on this phone have put away; two tabs of one phone know the same. */
export function seenOn(slug: string): Seen {
  const before = known.get(slug);
  if (before) return before;
  const key = `announcements-${slug}`;
  /** For a browser that keeps nothing, until the page is left. */
  let here = "";
  const kept = () => {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return "";
    }
  };
  const seen: Seen = {
    read: () => (kept() > here ? kept() : here),
    none: () => ALL,
    put: (at) => {
      here = at;
      try {
        localStorage.setItem(key, at);
      } catch {
        // It comes back with the next page: nothing is lost.
      }
      for (const told of listeners) told();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      window.addEventListener("storage", changed);
      return () => {
        listeners.delete(changed);
        window.removeEventListener("storage", changed);
      };
    },
  };
  known.set(slug, seen);
  return seen;
}
