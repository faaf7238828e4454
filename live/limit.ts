/** A token bucket per device, and never per address, because a whole venue shares one. */

export class Limit {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** @param burst how many at once @param perSecond how many more each second */
  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /** Takes one, if there is one. @param now milliseconds of any steady clock */
  take(device: string, now: number): boolean {
    const bucket = this.#buckets.get(device) ?? { left: this.#burst, at: now };
    const left = Math.min(this.#burst, bucket.left + ((now - bucket.at) / 1000) * this.#perSecond);
    const taken = left >= 1;
    this.#buckets.delete(device);
    this.#buckets.set(device, { left: taken ? left - 1 : left, at: now });
    this.#forgetFull(now);
    return taken;
  }

  /** The first bucket is the one untouched for longest; once full again it need not be remembered. */
  #forgetFull(now: number): void {
    const [device, bucket] = this.#buckets.entries().next().value ?? [];
    if (device && bucket && now - bucket.at > (this.#burst / this.#perSecond) * 1000)
      this.#buckets.delete(device);
  }
}
