"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { Link } from "#components/ui/link.tsx";
import { permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { useEditor } from "./state.tsx";
import styles from "./tray.module.css";

const words = wordsOf("editor").additions;

/** Where a pitch is typed that came late, and where a break is added for all rooms. @param settings null for whoever may not change them */
export function Additions({ settings }: { settings: string | null }) {
  const { event } = useSnapshot();
  const { open } = useEditor();
  const pitches = open && permits(event.phase, "pitch") ? `/e/${event.slug}/desk/pitches` : null;
  const slots = open && settings ? `${settings}/slots` : null;
  if (!pitches && !slots) return null;
  return (
    <ul className={styles.additions}>
      {pitches ? (
        <li>
          <Link href={pitches}>{words.pitch}</Link>
        </li>
      ) : null}
      {slots ? (
        <li>
          <Link href={slots}>{words.pause}</Link>
        </li>
      ) : null}
    </ul>
  );
}
