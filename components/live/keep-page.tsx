"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Lets the service worker keep this page, which is the same for everybody, and what it is made of, for a reload without a network. Shows nothing. */
export function KeepPage() {
  const path = usePathname();
  useEffect(() => {
    keep(path).catch(() => undefined);
  }, [path]);
  return null;
}

/** Without service workers, or without https, nothing is cached and all else works. */
async function keep(page: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`));
  active?.postMessage({ keep: { page, files } });
}
