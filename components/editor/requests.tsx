"use client";

/** What campers ask of the grid that is out, beside the tray: who asks, what it would bring, and the crew's answer. */
import { useEffect, useState } from "react";
import type { FormAction } from "#components/form/answer.ts";
import { useLive, useSnapshot } from "#components/live/provider.tsx";
import { readRequests } from "#components/queries.ts";
import { Words, worded } from "#components/ui/words.tsx";
import type { RequestAtDesk, Wanted } from "#domain/session-request.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { RequestAnswer } from "./request-answer.tsx";
import { RequestEffect } from "./request-effect.tsx";
import styles from "./requests.module.css";
import { useEditor } from "./state.tsx";

const words = wordsOf("requestsDesk");

/** Nothing where nobody asks anything. @param settle answers one; takes `id`, `outcome` and `words` */
export function Requests({ settle }: { settle: FormAction }) {
  const { open } = useEditor();
  const requests = useRequests(open);
  if (requests === "unanswered") return <p className={styles.section}>{words.unanswered}</p>;
  if (!requests || requests.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="requests">
      <h2 id="requests">
        {words.title} · {requests.length}
      </h2>
      <ul className={styles.requests}>
        {requests.map((request) => (
          <OneRequest key={request.id} request={request} settle={settle} />
        ))}
      </ul>
    </section>
  );
}

function OneRequest({ request, settle }: { request: RequestAtDesk; settle: FormAction }) {
  const what = useWhat(request);
  const [shown, setShown] = useState(false);
  const { askers } = request;
  return (
    <li>
      <strong>
        <Words>{what}</Words>
      </strong>
      <p>{count(askers.length, words.people, readerLocale())}</p>
      <details onToggle={(event) => setShown(event.currentTarget.open)}>
        <summary>{words.more}</summary>
        <ul>
          {askers.map(({ name, reason }, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name and ask for one reason
            <li key={nth}>{worded(reason === "" ? name : words.asker(name, reason))}</li>
          ))}
        </ul>
        {shown ? <RequestEffect request={request} /> : null}
      </details>
      <RequestAnswer id={request.id} what={what} settle={settle} />
    </li>
  );
}

/** "Move Tea", by what sessions are called now. */
function useWhat({ kind, pitchId, otherId }: Wanted): string {
  const { board } = useEditor();
  const before = useSnapshot().grid?.sessions ?? [];
  const titleOf = (id: string | null) =>
    board.cards.get(id ?? "")?.pitch.title ?? before.find((session) => session.id === id)?.title ?? "";
  return words.what[kind](titleOf(pitchId), titleOf(otherId));
}

/** Asked for anew whenever the draft says that more or fewer ask, or another version is out. Null before it is known. */
function useRequests(open: boolean): readonly RequestAtDesk[] | "unanswered" | null {
  const { slug } = useLive();
  const { draft, grid } = useSnapshot();
  const [known, setKnown] = useState<readonly RequestAtDesk[] | "unanswered" | null>(null);
  const asking = draft?.asking ?? 0;
  const out = grid?.number ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say that the answer is another
  useEffect(() => {
    if (!open) return;
    const left = new AbortController();
    readRequests(slug, left.signal).then(
      (requests) => left.signal.aborted || setKnown(requests),
      () => left.signal.aborted || setKnown((before) => before ?? "unanswered"),
    );
    return () => left.abort();
  }, [slug, open, asking, out]);
  return open && asking > 0 ? known : null;
}
