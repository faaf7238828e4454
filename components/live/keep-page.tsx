"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Lets the service worker keep this page and what it is made of, for a reload without a network, for whoever holds this phone. Shows nothing. */
export function KeepPage({ owner }: { owner: string | null }) {
  const path = usePathname();
  useEffect(() => {
    keep(path, owner).catch(() => undefined);
  }, [path, owner]);
  return null;
}

/** Without service workers, or without https, nothing is cached and all else works. */
async function keep(page: string, owner: string | null): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`));
  active?.postMessage({ keep: { page, files, owner } });
}
