"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { keepWithFiles } from "./worker.ts";

/** Lets the service worker keep this page, which is the same for everybody, and what it is made of, for a reload without a network. Shows nothing. */
export function KeepPage() {
  const path = usePathname();
  useEffect(() => {
    keepWithFiles({ page: path }).catch(() => undefined);
  }, [path]);
  return null;
}
