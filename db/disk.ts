/** Watches the disk of a database on this machine, so that writing stops before it is full. */
import { statfs } from "node:fs/promises";
import { isFull } from "#domain/disk.ts";
import { codeOf } from "./loss.ts";

const EVERY = 1_000;

export class Disk {
  readonly #timer: NodeJS.Timeout;
  readonly #free: () => Promise<number | null>;
  #full = false;
  #looking = false;

  /** @param free bytes that may still be written; null where that cannot be known */
  constructor(free: () => Promise<number | null>, every = EVERY) {
    this.#free = free;
    this.#timer = setInterval(() => void this.#look(), every);
    this.#timer.unref();
    void this.#look();
  }

  get full(): boolean {
    return this.#full;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const free = await this.#free().catch(() => null);
    if (free !== null) this.#full = isFull(this.#full, free);
    this.#looking = false;
  }
}

/**
 * Free bytes of a database on a socket of this machine. @param folder may be secret (42501), and is not asked again
 * then
 */
export function roomOf(url: string, folder: () => Promise<string>): () => Promise<number | null> {
  let known: string | null = null;
  let secret = !new URL(url).searchParams.get("host")?.startsWith("/");
  return async () => {
    if (secret) return null;
    try {
      known ??= await folder();
    } catch (fault) {
      secret = codeOf(fault) === "42501";
      throw fault;
    }
    const { bavail, bsize } = await statfs(known);
    return bavail * bsize;
  };
}
