"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { forgetDraft } from "./draft.ts";

/** In milliseconds. */
const OFTEN = 20_000;

/** Reloads the status page while it is shown, and deletes the draft that became a registration. */
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
