"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { forgetOthers } from "#components/live/kept.ts";
import { forgetHandedOn, forgetTicketOf } from "#components/live/kept-ticket.ts";
import { isServerThere } from "#components/queries.ts";
import { forgetDraft } from "./draft.ts";

/** In milliseconds. */
const OFTEN = 20_000;
const SOON = 6_000;

type FreshProps = {
  slug: string;
  /** The registration that this browser acts for. */
  holder: string | null;
  /** The registration that this page is of, and has no ticket; null on the page of a ticket. */
  without: string | null;
  /** The answer is due within the minute. */
  soon?: boolean;
};

/**
 * Reloads the status page while it is shown. Deletes the draft that became a registration, and what was kept for whoever
 * held this phone before: without a network it would be shown to the next.
 */
export function Fresh({ slug, holder, without, soon = false }: FreshProps) {
  const router = useRouter();
  useEffect(() => {
    forgetDraft(slug);
    if (holder) void forgetOthers(slug, holder);
    if (holder) void forgetHandedOn(slug, holder);
    if (without) void forgetTicketOf(slug, without);
    let gone = false;
    const look = async () => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      if ((await isServerThere()) && !gone) router.refresh();
    };
    const timer = setInterval(look, soon ? SOON : OFTEN);
    document.addEventListener("visibilitychange", look);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router, slug, holder, without, soon]);
  return null;
}
