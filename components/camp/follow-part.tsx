"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isPart, pageOf } from "./contents.tsx";

/** Leads an old link, such as `#rooms`, to the page of its part; without a script it shows the line that leads there. */
export function FollowPart({ at }: { at: string }) {
  const router = useRouter();
  useEffect(() => {
    const part = location.hash.slice(1);
    // The address may still be that of a page that led here.
    if (location.pathname === at && isPart(part)) router.replace(`${at}/${pageOf(part)}#${part}`);
  }, [router, at]);
  return null;
}
