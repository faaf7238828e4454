import { RichBlocks } from "#components/rich-text/rich-text.tsx";
import { readMarkdown } from "#domain/markdown.ts";
import { NOTE_PARTS, type NotePart, type NoteWords } from "#domain/note.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./note.module.css";

const words = wordsOf("note");

/** A note as it is read: its text with a few marks, and each box as a list where it says anything. */
export function NoteReading({ note }: { note: NoteWords }) {
  return (
    <div className={styles.reading}>
      {NOTE_PARTS.filter((part) => note[part].trim() !== "").map((part) => (
        <Part key={part} part={part} text={note[part]} />
      ))}
    </div>
  );
}

function Part({ part, text }: { part: NotePart; text: string }) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  // A line of a box is a point of its list, whether or not somebody put a mark before it.
  const marked = lines.map((line) => (/^\s*[-*+] /.test(line) ? line : `- ${line}`)).join("\n");
  return (
    <>
      <h2>{words.parts[part]}</h2>
      <RichBlocks blocks={readMarkdown(part === "text" ? text : marked)} heading="h4" />
    </>
  );
}
