"use client";

import { useEffect, useState } from "react";
import { keepTicket } from "#components/live/kept-ticket.ts";
import { wasKept } from "#components/live/me.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./ticket.module.css";

const words = wordsOf("status").ticket;

type SavedProps = {
  /** The address of this page, without its host. */
  page: string;
  owner: string;
  /** The registration that this phone acts for: another's ticket is not kept beside it. */
  holder: string | null;
};

/** Has this phone keep the ticket, and says so. */
export function Saved({ page, owner, holder }: SavedProps) {
  const [saved, setSaved] = useState<"saved" | "offline" | null>(null);
  useEffect(() => {
    if (wasKept()) return setSaved("offline");
    if (holder !== null && holder !== owner) return;
    const ticket = { owner, held: holder === owner };
    keepTicket(page, ticket).then(
      (kept) => setSaved(kept ? "saved" : null),
      () => undefined,
    );
  }, [page, owner, holder]);
  return saved === null ? null : <span className={styles.saved}>{words[saved]}</span>;
}
