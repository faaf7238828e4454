"use client";

import { useEffect } from "react";
import { forgetKept } from "#components/live/kept.ts";
import { forgetTickets } from "#components/live/kept-ticket.ts";
import { forgetDraft } from "./draft.ts";

/** Deletes what this phone kept of a camp: it showed a ticket without a network that is nobody's any more. */
export function Forgotten({ slug }: { slug: string }) {
  useEffect(() => {
    forgetDraft(slug);
    void forgetKept(slug);
    void forgetTickets(slug);
  }, [slug]);
  return null;
}
