/** What a phone at the door knows goes to its store one write after the other, each of what is true by then. */
import type { DoorAct } from "#domain/door/check-in.ts";
import type { PhoneList } from "#domain/door/phone-list.ts";
import type { Unlisted } from "#domain/door/unlisted.ts";
import type { DoorStore } from "./store.ts";

type Known = { list: PhoneList | null; unsent: readonly DoorAct[]; unlisted: readonly Unlisted[] };

export class Writing {
  readonly #store: DoorStore;
  readonly #known: () => Known;
  #last: Promise<unknown> = Promise.resolve();
  /** Whether a write is still to begin, and is to bring the list. */
  #waiting = false;
  #listChanged = false;

  /** @param known what the phone knows at this moment */
  constructor(store: DoorStore, known: () => Known) {
    this.#store = store;
    this.#known = known;
  }

  /** Settled once all that was begun is written, or could not be. */
  get done(): Promise<unknown> {
    return this.#last.catch(() => undefined);
  }

  /** Forty tickets a minute are not forty lists to write. @param list whether that has changed as well */
  write(list = false): void {
    this.#listChanged ||= list;
    if (this.#waiting) return;
    this.#waiting = true;
    this.#last = this.done.then(() => this.#now());
    this.#last.catch(() => undefined);
  }

  forgetList(): Promise<unknown> {
    this.#last = this.done.then(() => this.#store.forgetList()).catch(() => undefined);
    return this.#last;
  }

  async #now(): Promise<void> {
    const store = this.#store;
    const { list, unsent, unlisted } = this.#known();
    const kept = list && this.#listChanged ? list : null;
    [this.#waiting, this.#listChanged] = [false, false];
    await Promise.all([store.keepActs(unsent), store.keepUnlisted(unlisted), kept && store.keepList(kept)]);
  }
}
