/** Addresses that a page shows by itself, without asking the server, and how far down each was read. */
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const places = new Map<string, number>();

const here = () => location.pathname + location.hash;

/**
 * Shows another address and leaves the place on this one. The framework keeps the address and the back button in step.
 *
 * @param how `replaceState` where going back should not lead here again
 */
export function showAddress(address: string, how: "pushState" | "replaceState" = "pushState"): void {
  leavePlace();
  window.history[how](null, "", address);
  for (const listener of listeners) listener();
}

/** Keeps how far down this address was read, as long as the document lasts. */
export function leavePlace(): void {
  places.set(here(), window.scrollY);
}

/** Scrolls to where this address was read, or to its beginning. */
export function returnToPlace(): void {
  window.scrollTo(0, places.get(here()) ?? 0);
}

/** Whether this address was read before. */
export function hasPlace(): boolean {
  return places.has(here());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/** What follows the address after a `#`, with it; empty until a script runs. */
export function useHash(): string {
  return useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => "",
  );
}
