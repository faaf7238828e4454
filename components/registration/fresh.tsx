"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { forgetDraft } from "./draft.ts";

/** How often an open page asks again, in milliseconds. It says a place in a line, not a heartbeat. */
const OFTEN = 20_000;

/** Keeps the status page true while somebody looks at it, and lets go of the draft that became a registration. */
export function Fresh({ slug }: { slug: string }) {
  const router = useRouter();
  useEffect(() => {
    forgetDraft(slug);
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(look, OFTEN);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router, slug]);
  return null;
}
