"use client";

import { usePathname } from "next/navigation";
import { useNow } from "#components/event/clock.ts";
import { LateHelp } from "#components/help/later.tsx";
import { useSnapshot } from "#components/live/provider.tsx";
import type { HelpCall } from "#domain/help-call.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./help-call.module.css";

const { today: words } = wordsOf("desk");

const NO_CALLS: readonly HelpCall[] = [];

/** A call for help over any page of the desk but the rota, which shows all of them. @param served ISO 8601 */
export function HelpAtDesk({ slug, served }: { slug: string; served: string }) {
  const { crew } = useSnapshot();
  const now = useNow(served, 10_000);
  const isShown = usePathname() === `/e/${slug}/desk/rota`;
  return (
    <aside className={styles.told} aria-label={words.helpCalls}>
      <LateHelp slug={slug} calls={isShown ? NO_CALLS : (crew?.calls ?? NO_CALLS)} now={now} />
    </aside>
  );
}
