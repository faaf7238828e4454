"use client";

import { useEffect } from "react";
import { isPart, pageOf } from "./contents.tsx";

/** Leads an old link, such as `#rooms`, to the page of its part; without a script it shows the line that leads there. */
export function FollowPart({ at }: { at: string }) {
  useEffect(() => {
    const part = location.hash.slice(1);
    // The framework's own router would keep the address with its part for whoever comes back here by a link.
    if (location.pathname === at && isPart(part)) location.replace(`${at}/${pageOf(part)}#${part}`);
  }, [at]);
  return null;
}
