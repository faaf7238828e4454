/** A value that components follow: what a cache of queries would be to a page whose only source is its stream. */
export class Known<Value> {
  /** What the page was rendered with, for the framework to find it so. */
  readonly first: Value;
  #now: Value;
  readonly #listeners = new Set<() => void>();

  constructor(first: Value) {
    this.first = first;
    this.#now = first;
  }

  get now(): Value {
    return this.#now;
  }

  set(value: Value): void {
    if (value === this.#now) return;
    this.#now = value;
    for (const listener of this.#listeners) listener();
  }

  change(next: (now: Value) => Value): void {
    this.set(next(this.#now));
  }

  /** @returns how to stop */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
