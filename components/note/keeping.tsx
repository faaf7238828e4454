"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Buttons } from "#components/ui/button.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { linesOf, type NoteWords } from "#domain/note.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./note.module.css";

const { keep: words } = wordsOf("note");

type RequestsProps = { requests: readonly { id: string; line: string }[]; action: FormAction };

/** Lines that are asked to be taken out, each with what becomes of it. */
export function LineRequests({ requests, action }: RequestsProps) {
  return (
    <section className={styles.section}>
      <h2>{words.requests}</h2>
      {requests.length === 0 ? <p>{words.noRequests}</p> : <p>{words.outWhy}</p>}
      <ul className={styles.lines}>
        {requests.map(({ id, line }) => (
          <li key={id}>
            <p>{line}</p>
            <Form action={action}>
              {() => (
                <Buttons>
                  <input type="hidden" name="id" value={id} />
                  <Submit kind="danger" name="out" value="yes" pendingWords={words.pending}>
                    {words.out}
                    <span className="visually-hidden"> {line}</span>
                  </Submit>
                  <Submit kind="quiet" name="out" value="no" pendingWords={words.pending}>
                    {words.leave}
                    <span className="visually-hidden"> {line}</span>
                  </Submit>
                </Buttons>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

export type ShownVersion = { number: number; at: string; note: NoteWords };

type VersionsProps = { versions: readonly ShownVersion[]; action: FormAction };

/** What the note said before, each to be brought back. */
export function NoteVersions({ versions, action }: VersionsProps) {
  return (
    <section className={styles.section}>
      <h2>{words.versions}</h2>
      {versions.length === 0 ? <p>{words.noVersions}</p> : null}
      <ul className={styles.lines}>
        {versions.map(({ number, at, note }) => (
          <li key={number}>
            <details>
              <summary>{words.version(at)}</summary>
              <p className={styles.old}>{linesOf(note).join("\n")}</p>
            </details>
            <Form action={action}>
              {() => (
                <>
                  <input type="hidden" name="number" value={number} />
                  <Submit kind="quiet" pendingWords={words.pending}>
                    {words.restore}
                    <span className="visually-hidden"> {words.version(at)}</span>
                  </Submit>
                </>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
