/** Who has the notes of a session open on this instance. They are told that something was written, and ask for it. */
import type { ServerResponse } from "node:http";

/** As of the camp's own stream. */
const BEAT_MS = 15_000;

/** `who`: the ids by which it is ended when its reader may no longer write there. */
type Open = { response: ServerResponse; who: readonly string[] };

export class NoteStreams {
  readonly #open = new Map<string, Set<Open>>();
  readonly #timer = setInterval(() => this.#each((open) => write(open, "event: beat\ndata: \n\n")), BEAT_MS);

  /** @param key of the run */
  add(key: string, open: Open): void {
    const all = this.#open.get(key) ?? new Set();
    this.#open.set(key, all.add(open));
    open.response.once("close", () => {
      all.delete(open);
      if (all.size === 0 && this.#open.get(key) === all) this.#open.delete(key);
    });
    write(open, "retry: 2000\n\n");
  }

  /** @param written the run's key, then the document's epoch and the number of its last update */
  tell(written: string): void {
    const [key = "", epoch, seq] = written.split(" ");
    const data = JSON.stringify({ epoch: Number(epoch), seq: Number(seq) });
    for (const open of this.#open.get(key) ?? []) write(open, `data: ${data}\n\n`);
  }

  /** Ends the streams of a device or a person, or all of them (null): whoever still may comes back. */
  endOf(who: string | null): void {
    this.#each((open) => {
      if (who === null || open.who.includes(who)) open.response.end();
    });
  }

  end(): void {
    clearInterval(this.#timer);
    this.endOf(null);
  }

  #each(act: (open: Open) => void): void {
    for (const all of this.#open.values()) for (const open of [...all]) act(open);
  }
}

/** Whoever is slow misses nothing: the next word says the same. */
function write({ response }: Open, message: string): void {
  if (!response.writableEnded && !response.writableNeedDrain) response.write(message);
}
