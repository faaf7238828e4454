"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { type CrewNote, mayChangeNote } from "#domain/crew-note.ts";
import { LONGEST } from "#domain/limits.ts";
import { day, type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("crewNote");

const when = (instant: string, here: Place) => `${day(instant, here)}, ${time(instant, here)}`;

type NotesProps = {
  registrationId: string;
  notes: readonly CrewNote[];
  /** Who reads them: their own they may change. */
  personId: string;
  /** Of the note that is added next. */
  freshId: string;
  /** How the list was seen from which one came here. */
  kept: string;
  here: Place;
  save: FormAction;
  drop: FormAction;
};

/** What the crew noted of somebody, and a form for more. */
export function Notes({ notes, personId, freshId, here, drop, ...of }: NotesProps) {
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      <p>{words.what}</p>
      {notes.length === 0 ? <p>{words.none}</p> : null}
      {notes.map((note) => (
        <article key={note.id} className={styles.note}>
          <p className={styles.said}>{note.words}</p>
          <p className={styles.remark}>
            {words.by(note.by?.name ?? words.nobody, when(note.at, here))}
            {note.changedAt ? ` · ${words.changed(when(note.changedAt, here))}` : null}
          </p>
          {mayChangeNote(note, personId) ? (
            <details>
              <summary aria-label={words.changeOf(when(note.at, here))}>{words.change}</summary>
              <NoteForm {...of} id={note.id} words={note.words} fresh={false} />
              <Form action={drop}>
                {() => (
                  <>
                    <Hidden {...of} id={note.id} />
                    <Submit kind="danger" pendingWords={words.saving}>
                      {words.drop}
                    </Submit>
                  </>
                )}
              </Form>
            </details>
          ) : null}
        </article>
      ))}
      <details className={styles.move}>
        <summary>{words.add}</summary>
        <div className={styles.ask}>
          <NoteForm {...of} key={freshId} id={freshId} words="" fresh />
        </div>
      </details>
    </section>
  );
}

type HiddenProps = { registrationId: string; id: string; kept: string };

function Hidden({ registrationId, id, kept }: HiddenProps) {
  return (
    <>
      <input type="hidden" name="registration" value={registrationId} />
      <input type="hidden" name="note" value={id} />
      <input type="hidden" name="list" value={kept} />
    </>
  );
}

function NoteForm({
  save,
  words: said,
  fresh,
  ...of
}: HiddenProps & { save: FormAction; words: string; fresh: boolean }) {
  return (
    <Form action={save} keep={`note-${fresh ? of.registrationId : of.id}`}>
      {(fields) => (
        <>
          <Hidden {...of} />
          {fresh ? <input type="hidden" name="fresh" value="yes" /> : null}
          <TextArea
            name="words"
            id={`words-${of.id}`}
            label={words.words}
            error={fields.error("words")}
            defaultValue={fields.text("words", said)}
            maxLength={LONGEST.crewNote}
            required
          />
          <Submit kind="quiet" pendingWords={words.saving}>
            {words.save}
          </Submit>
        </>
      )}
    </Form>
  );
}
