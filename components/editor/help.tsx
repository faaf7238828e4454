"use client";

import { lazy, Suspense, useState } from "react";
import { wordsOf } from "#messages/words.ts";
import { Refusal } from "./refusal.tsx";
import { useEditor } from "./state.tsx";
import styles from "./suggestion.module.css";

const words = wordsOf("reasons");

/** The pairs that tear most people, and what one more room or slot would bring; worked out when it is opened. */
export function Help() {
  const { board, open } = useEditor();
  const [shown, setShown] = useState(false);
  if (!open || board.placements.length === 0) return null;
  return (
    <details
      className={styles.changes}
      data-print="no"
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary>{words.help}</summary>
      {shown ? <Opened /> : null}
    </details>
  );
}

function Opened() {
  const [Worked] = useState(loaded);
  return (
    <Suspense fallback={<p aria-live="polite">{words.working}</p>}>
      <Worked />
    </Suspense>
  );
}

/** Few open it, so that its script comes when they do. Where that does not arrive, no answer would either. */
const loaded = () => lazy(() => import("./worked.tsx").catch(() => ({ default: Unanswered })));

function Unanswered() {
  return <Refusal said={words.unanswered} />;
}
