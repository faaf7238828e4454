/**
 * The shared document of a note: a `Y.Text` for each box. Servers see it as bytes, of which only yjs knows the inside;
 * nobody's name is among them. What it holds is the same in whatever order, and however often, updates come.
 */
import * as Y from "yjs";
import { typedChange } from "#domain/note/typing.ts";
import { NOTE_PARTS, type NotePart, type NoteWords } from "#domain/note.ts";

/** Who writes for the server: documents know their writers by a number. Those of browsers are drawn by yjs. */
const SERVER = 1;

/** What changes are told apart by: those typed here, and those that came. */
export const LOCAL = "local";
export const REMOTE = "remote";

/** A document of updates, in any order. @throws Error when one of them is none */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update, REMOTE);
  return doc;
}

export function wordsIn(doc: Y.Doc): NoteWords {
  const of = (part: NotePart) => doc.getText(part).toString();
  return { text: of("text"), actions: of("actions"), links: of("links") };
}

/** All of it, without what was deleted. */
export const stateOf = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

/** What a document knows of: sent to ask for the rest. */
export const vectorOf = (doc: Y.Doc): Uint8Array => Y.encodeStateVector(doc);

/** What somebody lacks who has this vector; null where it is none. */
export function missingFrom(doc: Y.Doc, vector: Uint8Array): Uint8Array | null {
  try {
    return Y.encodeStateAsUpdate(doc, vector);
  } catch {
    return null;
  }
}

/** Whether some of it waits for an update that comes before it. */
export const isWaiting = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/** Whether nothing is in it but the boxes of a note. */
export const isNote = (doc: Y.Doc): boolean =>
  [...doc.share.keys()].every((name) => (NOTE_PARTS as readonly string[]).includes(name));

/**
 * Takes an update in.
 * @returns whether the document is another, or has to remember the update until what is before it comes; null where it is
 *   no update: then the document is not to be used any more
 */
export function take(doc: Y.Doc, update: Uint8Array): boolean | null {
  let changed = false;
  const seen = () => {
    changed = true;
  };
  doc.on("update", seen);
  try {
    Y.applyUpdate(doc, update, REMOTE);
  } catch {
    return null;
  } finally {
    doc.off("update", seen);
  }
  return changed || isWaiting(doc);
}

/** Makes a part say something else, by as little as it takes. */
export function retype(doc: Y.Doc, part: NotePart, words: string, caret = words.length): void {
  const text = doc.getText(part);
  const { at, removed, inserted } = typedChange(text.toString(), words, caret);
  doc.transact(() => {
    if (removed > 0) text.delete(at, removed);
    if (inserted !== "") text.insert(at, inserted);
  }, LOCAL);
}

/** @returns the update that makes a document say these words */
export function rewrite(doc: Y.Doc, words: NoteWords): Uint8Array {
  const before = vectorOf(doc);
  doc.clientID = SERVER;
  for (const part of NOTE_PARTS) retype(doc, part, words[part]);
  return Y.encodeStateAsUpdate(doc, before);
}

/** A document that begins with these words, and knows of nothing before. */
export function begun(words: NoteWords): Uint8Array {
  const doc = new Y.Doc();
  rewrite(doc, words);
  return stateOf(doc);
}

/** What was typed in updates, wherever it stood: for whoever can send them no more. */
export function typedIn(updates: readonly Uint8Array[]): string {
  return updates
    .flatMap((update) => Y.decodeUpdate(update).structs)
    .map((struct) => {
      const { content } = struct as { content?: unknown };
      return content instanceof Y.ContentString ? content.str : "";
    })
    .join("");
}
