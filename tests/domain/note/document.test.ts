import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  begun,
  documentOf,
  isNote,
  isWaiting,
  missingFrom,
  retype,
  rewrite,
  stateOf,
  take,
  typedIn,
  vectorOf,
  wordsIn,
} from "#domain/note/document.ts";
import { NO_WORDS } from "#domain/note.ts";

/** A document and every update that was typed into it. */
function typing() {
  const doc = documentOf([]);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  return { doc, updates };
}

describe("a shared document", () => {
  it("is the same for updates in any order and any number", () => {
    const { doc, updates } = typing();
    for (const words of ["One", "One two", "One two\nthree", "two\nthree"]) retype(doc, "text", words);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(updates, { minLength: updates.length }),
        fc.subarray(updates),
        (all, again) => {
          const other = documentOf([...again, ...all]);
          expect(wordsIn(other).text).toBe("two\nthree");
          expect(isWaiting(other)).toBe(false);
        },
      ),
    );
  });

  it("says whether an update changed it, has to wait, or is none", () => {
    const { doc, updates } = typing();
    retype(doc, "text", "One");
    retype(doc, "text", "One two");
    const other = documentOf([]);
    expect(take(other, updates[1]!)).toBe(true);
    expect(isWaiting(other)).toBe(true);
    expect(take(other, updates[0]!)).toBe(true);
    expect(isWaiting(other)).toBe(false);
    expect(take(other, updates[0]!)).toBe(false);
    expect(take(other, new Uint8Array([9, 9, 9, 9]))).toBe(null);
    expect(missingFrom(doc, new Uint8Array([255, 255, 255]))).toBe(null);
  });

  it("keeps nothing of what was deleted in its state", () => {
    const { doc } = typing();
    retype(doc, "text", "Secret");
    retype(doc, "text", "");
    const text = Buffer.from(stateOf(documentOf([stateOf(doc)]))).toString("latin1");
    expect(text).not.toContain("Secret");
  });

  it("is rewritten for those who are in the middle of it", () => {
    const { doc } = typing();
    retype(doc, "text", "Keep this and that");
    const server = documentOf([stateOf(doc)]);
    const update = rewrite(server, { ...NO_WORDS, text: "Keep that", links: "x" });
    retype(doc, "text", "Keep this and that!");
    expect(take(doc, update)).toBe(true);
    expect(wordsIn(doc)).toEqual({ text: "Keep that!", actions: "", links: "x" });
    // Twice by the server in one document.
    const again = rewrite(server, { ...NO_WORDS, text: "Keep this" });
    expect(wordsIn(documentOf([stateOf(server), again])).text).toBe("Keep this");
  });

  it("begins with words, and has nothing but its boxes", () => {
    expect(wordsIn(documentOf([begun({ ...NO_WORDS, actions: "Ask" })])).actions).toBe("Ask");
    const other = new Y.Doc();
    expect(isNote(other)).toBe(true);
    other.getText("text").insert(0, "x");
    expect(isNote(other)).toBe(true);
    other.getMap("people").set("ama", 1);
    expect(isNote(documentOf([stateOf(other)]))).toBe(false);
  });

  it("tells what was typed in updates that go nowhere", () => {
    const { doc, updates } = typing();
    retype(doc, "text", "One");
    const known = vectorOf(doc);
    updates.length = 0;
    retype(doc, "text", "One two");
    retype(doc, "actions", "Ask");
    expect(typedIn(updates)).toBe(" twoAsk");
    expect(typedIn([missingFrom(doc, known)!])).toBe(" twoAsk");
  });
});
