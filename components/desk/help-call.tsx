"use client";

import { usePathname } from "next/navigation";
import { useNow } from "#components/event/clock.ts";
import { LateHelp } from "#components/help/later.tsx";
import { useSnapshot } from "#components/live/provider.tsx";
import type { HelpCall } from "#domain/help-call.ts";
import styles from "./help-call.module.css";

const NO_CALLS: readonly HelpCall[] = [];

/** A call for help over any page of the desk but the rota, which shows all of them. @param served ISO 8601 */
export function HelpAtDesk({ slug, served }: { slug: string; served: string }) {
  const { crew } = useSnapshot();
  const now = useNow(served, 10_000);
  const isShown = usePathname() === `/e/${slug}/desk/rota`;
  return (
    <footer className={styles.told}>
      <LateHelp slug={slug} calls={isShown ? NO_CALLS : (crew?.calls ?? NO_CALLS)} now={now} />
    </footer>
  );
}
