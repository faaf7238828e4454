"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useLayoutEffect, useState } from "react";
import { slugIn } from "#domain/slug.ts";

/**
 * Loads the document anew when navigation leads to another camp: it has the words of one language, and camps may have
 * different ones. For installations with several languages.
 */
export function OneLanguage({ children }: { children: ReactNode }) {
  const camp = slugIn(usePathname());
  const [first] = useState(camp);
  const other = camp !== first;
  // Before anything is painted: the words of the other language are not there.
  useLayoutEffect(() => {
    if (other) window.location.reload();
  }, [other]);
  return other ? null : children;
}
