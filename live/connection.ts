/** One open stream to one screen. It knows whether the screen keeps up. */
import type { ServerResponse } from "node:http";
import type { Audience, Screen } from "#domain/live.ts";

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

  /**
   * @param repair asked for a whole snapshot when the screen has taken everything and something was skipped
   */
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

  /** Sends a message, or skips it when the screen is slow: a snapshot will make up for it. */
  send(message: Buffer): void {
    if (this.#response.writableNeedDrain) this.#behind = true;
    else this.#response.write(message);
  }

  /** Says that we are here. A screen that takes nothing for a minute is gone, whatever its network says. */
  beat(message: Buffer): void {
    if (!this.#response.writableNeedDrain) this.#response.write(message);
    else if (++this.#missed >= PATIENCE) this.#response.destroy();
  }

  /** Ends the stream; the screen comes back by itself. */
  end(): void {
    this.#response.end();
  }
}
