"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { forgetOthers } from "#components/live/kept.ts";
import { forgetDraft } from "./draft.ts";

/** In milliseconds. */
const OFTEN = 20_000;
const SOON = 6_000;

type FreshProps = {
  slug: string;
  /** The registration that this browser acts for. */
  holder: string | null;
  /** The answer is due within the minute. */
  soon?: boolean;
};

/**
 * Reloads the status page while it is shown. Deletes the draft that became a registration, and what was kept for whoever
 * held this phone before: without a network it would be shown to the next.
 */
export function Fresh({ slug, holder, soon = false }: FreshProps) {
  const router = useRouter();
  useEffect(() => {
    forgetDraft(slug);
    if (holder) void forgetOthers(slug, holder);
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(look, soon ? SOON : OFTEN);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router, slug, holder, soon]);
  return null;
}
