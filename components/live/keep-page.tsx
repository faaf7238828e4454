"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { keepWithFiles } from "./worker.ts";

/** Lets the service worker keep this page, which is the same for everybody, and what it is made of, for a reload without a network. `later` brings what else it may ask for. Shows nothing. */
export function KeepPage({ later }: { later: (() => Promise<unknown>) | undefined }) {
  const path = usePathname();
  useEffect(() => {
    const brought = later?.().catch(() => undefined);
    Promise.resolve(brought)
      .then(() => keepWithFiles({ page: path }))
      .catch(() => undefined);
  }, [path, later]);
  return null;
}
