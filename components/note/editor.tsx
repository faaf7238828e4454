"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useAlive } from "#components/ui/alive.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { retype, wordsIn } from "#domain/note/document.ts";
import { replaced } from "#domain/note/names.ts";
import { NOTE_PARTS, type NoteBegun, type NoteWords } from "#domain/note.ts";
import { wordsOf } from "#messages/words.ts";
import { hear, send } from "./hear.ts";
import styles from "./note.module.css";
import { NoteArea } from "./note-area.tsx";
import { unsentStore } from "./store.ts";
import { type NoteState, NoteSync } from "./sync.ts";

const words = wordsOf("note");

type NoteEditorProps = {
  slug: string;
  /** The run’s key. */
  run: string;
  /** Who holds this phone: what is typed is never sent as anybody else. */
  owner: string;
  begun: NoteBegun;
  first: NoteWords;
};

const ROWS = { text: 12, actions: 4, links: 3 };

/** The notes of a session, written by several people at once. */
export function NoteEditor({ slug, run, owner, begun, first }: NoteEditorProps) {
  const alive = useAlive();
  const [sync] = useState(
    () =>
      new NoteSync(`${owner} ${slug}/${run}`, begun, {
        send: (sent) => send(slug, run, owner, sent),
        store: unsentStore(Date.now),
        now: Date.now,
        newId: () => crypto.randomUUID(),
      }),
  );
  useEffect(() => {
    void sync.start();
    return hear(slug, run, sync);
  }, [sync, slug, run]);
  const state = useSyncExternalStore(
    sync.subscribe,
    () => sync.state,
    () => sync.state,
  );
  return (
    <div className={styles.editor}>
      <noscript>
        <Banner title={words.noScript.title}>{words.noScript.body}</Banner>
      </noscript>
      <Saved state={state} alive={alive} />
      {state.aside ? <Aside typed={state.aside} /> : null}
      {state.names.length > 0 ? <NamesFound names={state.names} sync={sync} /> : null}
      {NOTE_PARTS.map((part) => (
        // Another document is another text.
        <NoteArea
          key={`${part} ${state.epoch}`}
          {...{ sync, part, alive }}
          label={words.parts[part]}
          hint={words.hints[part]}
          rows={ROWS[part]}
          first={first[part]}
        />
      ))}
    </div>
  );
}

/** Whether what was typed is saved, in words and where it is looked for. */
function Saved({ state, alive }: { state: NoteState; alive: boolean }) {
  const { unsaved, frail, refused } = state;
  const said = !alive ? "" : unsaved === null ? words.saved : unsaved === "sending" ? words.saving : null;
  return (
    <div className={styles.saved} data-unsaved={unsaved ?? undefined}>
      <output aria-live="polite">{refused ? null : (said ?? (frail ? words.frail : words.waiting))}</output>
      {refused ? (
        <Banner tone="bad" role="alert" title={words.refused}>
          {refused.words}
        </Banner>
      ) : null}
    </div>
  );
}

function Aside({ typed }: { typed: string }) {
  return (
    <Banner tone="wait" role="status" title={words.aside.title}>
      <p>{words.aside.body}</p>
      <blockquote className={styles.aside}>{typed}</blockquote>
    </Banner>
  );
}

function NamesFound({ names, sync }: { names: readonly string[]; sync: NoteSync }) {
  const replace = (name: string) => {
    const now = wordsIn(sync.doc);
    for (const part of NOTE_PARTS) retype(sync.doc, part, replaced(now[part], name, words.instead));
  };
  return (
    <Card tone="wait" title={words.names.title}>
      <p role="status">{words.names.body}</p>
      <ul className={styles.names}>
        {names.map((name) => (
          <li key={name}>
            <strong>{name}</strong>
            <Button kind="quiet" onClick={() => replace(name)}>
              {words.names.replace(words.instead)}
              <span className="visually-hidden"> {words.names.for(name)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
