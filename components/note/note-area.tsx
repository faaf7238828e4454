"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { UndoManager } from "yjs";
import { TextArea } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import { LOCAL, retype } from "#domain/note/document.ts";
import { caretAfter, type Delta } from "#domain/note/typing.ts";
import type { NotePart } from "#domain/note.ts";
import type { NoteSync } from "./sync.ts";

type NoteAreaProps = {
  sync: NoteSync;
  part: NotePart;
  label: string;
  hint: string;
  rows: number;
  /** What it says before a script runs. */
  first: string;
  alive: boolean;
};

/** After so long without a sign others are let in: some keyboards compose for as long as a caret stands in a word. */
const COMPOSING_MS = 1_500;

/** A box that several people type into: a plain text area, in which what others type appears and moves no caret. */
export function NoteArea({ sync, part, label, hint, rows, first, alive }: NoteAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const undo = useRef<UndoManager>(null);
  const composing = useRef(false);
  useEffect(() => {
    const box = area.current;
    if (!box) return;
    const text = sync.doc.getText(part);
    box.value = text.toString();
    const manager = new UndoManager(text, { trackedOrigins: new Set([LOCAL]) });
    undo.current = manager;
    const show = (event: { delta: Delta }, { origin }: { origin: unknown }) => {
      if (origin === LOCAL) return;
      const [from, to] = [box.selectionStart, box.selectionEnd].map((at) => caretAfter(at, event.delta));
      const { scrollTop } = box;
      box.value = text.toString();
      // A selection that is set would take the focus from where it is.
      if (document.activeElement === box) box.setSelectionRange(from!, to!);
      box.scrollTop = scrollTop;
    };
    text.observe(show);
    return () => {
      text.unobserve(show);
      manager.destroy();
    };
  }, [sync, part]);
  const type = () => {
    const box = area.current;
    if (box) retype(sync.doc, part, box.value, box.selectionStart);
    if (composing.current) sync.hold(COMPOSING_MS);
  };
  // The browser’s own undo knows nothing of what others typed.
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(key)) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) undo.current?.redo();
    else undo.current?.undo();
  };
  return (
    <TextArea
      ref={area}
      name={part}
      label={label}
      hint={hint}
      rows={rows}
      maxLength={part === "text" ? LONGEST.note : LONGEST.noteBox}
      defaultValue={first}
      readOnly={!alive}
      autoComplete="off"
      onInput={type}
      onKeyDown={onKeyDown}
      onCompositionStart={() => {
        composing.current = true;
        sync.hold(COMPOSING_MS);
      }}
      onCompositionEnd={() => {
        composing.current = false;
        type();
        sync.hold(0);
      }}
    />
  );
}
