/** How a page of notes hears of what others write, and sends what is typed. */
import { openNoteStream, Refused, sendNote } from "#components/queries.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import type { NoteAnswer, NoteSent, NoteSync } from "./sync.ts";

type Sent = { note: string; epoch: number; seq: number; update: string; names: string[] };

/** A stream that is refused is tried again, in milliseconds: the request beside it says why. */
const AGAIN_MS = 10_000;

/** @param run the key of its run @param owner as whom it is sent */
export async function send(
  slug: string,
  run: string,
  owner: string,
  { epoch, vector, update }: NoteSent,
): Promise<NoteAnswer> {
  const body = JSON.stringify({ epoch, vector: toBase64(vector), update: update && toBase64(update) });
  try {
    const { note, ...news } = await sendNote<Sent>(slug, run, owner, body);
    // A hotel’s sign-in page answers 200 to everything.
    if (note !== run) return { kind: "again" };
    return { kind: "news", ...news, update: fromBase64(news.update) };
  } catch (fault) {
    if (!(fault instanceof Refused)) return { kind: "again" };
    const { what, next } = fault.said;
    return { kind: "refused", refusal: fault.code, words: `${what} ${next}` };
  }
}

/** As long as the page is seen. @returns how to stop */
export function hear(slug: string, run: string, sync: NoteSync): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const kick = () => sync.kick();
  const close = () => {
    clearTimeout(timer);
    source?.close();
  };
  const open = () => {
    close();
    if (document.visibilityState !== "visible") return;
    const opened = openNoteStream(slug, run);
    source = opened;
    opened.onopen = kick;
    opened.onmessage = ({ data }) => sync.hear(JSON.parse(data));
    // Also what the stream lost is there then.
    opened.addEventListener("beat", kick);
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED && source === opened) timer = setTimeout(open, AGAIN_MS);
    };
  };
  const shown = () => {
    open();
    kick();
  };
  document.addEventListener("visibilitychange", shown, { signal });
  window.addEventListener("online", shown, { signal });
  open();
  return () => {
    stopped.abort();
    close();
    sync.end();
  };
}
