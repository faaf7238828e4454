import type { ServerResponse } from "node:http";
import type { Audience } from "#domain/live/audience.ts";
import type { Screen } from "#domain/live.ts";

/** Beats a screen may miss before its connection counts as dead. */
const PATIENCE = 4;

export class Connection {
  readonly screen: Screen;
  readonly audience: Audience;
  /** The ids of its device and its person. */
  readonly who: readonly string[];
  readonly #response: ServerResponse;
  #behind = false;
  #missed = 0;

  /** @param repair makes a whole snapshot, for a screen that skipped something and is ready again */
  constructor(
    response: ServerResponse,
    screen: Screen,
    audience: Audience,
    repair: () => Buffer,
    who: readonly string[] = [],
  ) {
    this.who = who;
    this.#response = response;
    this.screen = screen;
    this.audience = audience;
    response.on("drain", () => {
      this.#missed = 0;
      if (!this.#behind) return;
      this.#behind = false;
      this.send(repair());
    });
  }

  /** A slow screen skips messages: a snapshot makes up for them. */
  send(message: Buffer): void {
    if (this.#response.writableNeedDrain) this.#behind = true;
    else this.#write(message);
  }

  /** A screen that takes nothing for a minute is gone, even if its connection stays open. */
  beat(message: Buffer): void {
    if (!this.#response.writableNeedDrain) this.#write(message);
    else if (++this.#missed >= PATIENCE) this.#response.destroy();
  }

  /** The screen reconnects by itself. */
  end(): void {
    this.#response.end();
  }

  /** An ended stream stays in the lists until its socket closes, and a write to it would end the whole process. */
  #write(message: Buffer): void {
    if (!this.#response.writableEnded) this.#response.write(message);
  }
}
