import { useEffect } from "react";

/** Keeps the screen on while the page is looked at, where the browser can: nobody wants to unlock a phone on a stage. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let left = false;
    const hold = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      // Refused while the battery is low.
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (left) await lock?.release();
    };
    void hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, []);
}
