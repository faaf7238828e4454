"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { Link } from "#components/ui/link.tsx";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import report from "./report.module.css";

const { desk: words } = wordsOf("pitchReport");

/** The way to what was reported or hidden, where anything was. @param hidden whether anything is hidden */
export function ReportedNote({ hidden }: { hidden: boolean }) {
  const { event, draft } = useSnapshot();
  const reported = draft?.reported ?? 0;
  const at = `/e/${event.slug}/desk/pitches/reported`;
  return (
    <div aria-live="polite">
      {reported > 0 ? (
        <p className={report.reported}>
          <strong>{count(reported, words.some, readerLocale())}.</strong> <Link href={at}>{words.look}</Link>
        </p>
      ) : hidden ? (
        <p className={report.reported}>
          <Link href={at}>{words.title}</Link>
        </p>
      ) : null}
    </div>
  );
}
