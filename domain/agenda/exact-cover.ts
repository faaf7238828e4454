/**
 * Chooses columns so that every item is in exactly one of them, at the least total loss (exact cover, Knuth 2000).
 * A loss is what a column stays below the bound, so few columns go together before theirs add up to more than is
 * allowed: what generic solvers find hard about this is what makes it easy here.
 */

export type Option = {
  /** Which kind of place it fills; ANY_NUMBER for one that fills none. */
  readonly kind: number;
  readonly items: readonly number[];
  /** Fine points, whole and not negative. */
  readonly loss: number;
};

export type Puzzle = {
  readonly items: number;
  /** How many options of each kind are to be chosen, no more and no less. */
  readonly counts: readonly number[];
  readonly options: readonly Option[];
  readonly goOn: () => boolean;
  /** Loss that depends on everything chosen, fine points; null when they may not be chosen together. */
  readonly beside?: (chosen: readonly number[]) => number | null;
};

/** The kind of options of which any number may be chosen. */
export const ANY_NUMBER = -1;

export type Covered = {
  /** False when it was told to stop: there may be better ones then, or others. */
  readonly done: boolean;
  /** Numbers of the options, or null if none was met. */
  readonly chosen: readonly number[] | null;
  readonly loss: number;
};

const STEPS_A_TURN = 256;

/** @param most the greatest total loss that is of interest, fine points */
export function coverExactly({ items, counts, options, goOn, beside }: Puzzle, most: number): Covered {
  const W = Math.max(1, (items + 31) >>> 5);
  const K = counts.length;
  // Kinds one after the other, and within each the least loss first; those that fill no place come last.
  const order = options
    .map((_, i) => i)
    .sort((a, b) => place(options[a]!) - place(options[b]!) || options[a]!.loss - options[b]!.loss || a - b);
  const n = order.length;
  const kindOf = Int32Array.from(order, (i) => place(options[i]!));
  const loss = Float64Array.from(order, (i) => options[i]!.loss);
  const masks = new Int32Array(n * W);
  const itemsOf = order.map((i) => Int32Array.from(options[i]!.items));
  for (let c = 0; c < n; c++)
    for (const item of itemsOf[c]!) masks[c * W + (item >>> 5)]! |= 1 << (item & 31);
  const left = Int32Array.from(counts);
  const covered = new Uint8Array(items);
  const chosen: number[] = [];
  const lists: Int32Array[] = [];
  let best: number[] | null = null;
  let limit = most;
  let steps = 0;
  let stopped = false;

  function place({ kind }: Option): number {
    return kind === ANY_NUMBER ? K : kind;
  }

  /** Everything has its place: what remains open of a kind takes that kind's emptiest option, the only one live. */
  function finish(live: Int32Array, count: number, spent: number): void {
    const rest: number[] = [];
    let total = spent;
    for (let k = 0; k < K; k++) {
      if (left[k] === 0) continue;
      const empty = live.subarray(0, count).find((c) => kindOf[c] === k);
      if (empty === undefined) return;
      total += left[k]! * loss[empty]!;
      for (let i = 0; i < left[k]!; i++) rest.push(empty);
    }
    const all = [...chosen, ...rest].map((c) => order[c]!);
    const more = beside === undefined ? 0 : beside(all);
    if (more === null || total + more > limit) return;
    limit = total + more - 1;
    best = all;
  }

  function search(depth: number, live: Int32Array, count: number, spent: number, open: number): void {
    if (stopped || (++steps % STEPS_A_TURN === 0 && !goOn())) {
      stopped = true;
      return;
    }
    const least = new Float64Array(K + 1);
    const size = new Int32Array(K + 1);
    for (let i = 0; i < count; i++) {
      const k = kindOf[live[i]!]!;
      if (size[k]!++ === 0) least[k] = loss[live[i]!]!;
    }
    let base = spent;
    for (let k = 0; k < K; k++) {
      if (left[k]! > 0 && size[k] === 0) return;
      base += left[k]! * least[k]!;
    }
    if (base > limit) return;
    if (open === 0) {
      finish(live, count, spent);
      return;
    }
    least[K] = 0;

    // The item, or the single place, with the fewest options.
    const times = new Int32Array(items);
    size.fill(0);
    for (let i = 0; i < count; i++) {
      const c = live[i]!;
      const k = kindOf[c]!;
      if (base + loss[c]! - least[k]! > limit) continue;
      size[k]!++;
      const list = itemsOf[c]!;
      for (let j = 0; j < list.length; j++) times[list[j]!]!++;
    }
    let fewest = Number.POSITIVE_INFINITY;
    let item = -1;
    let kind = -1;
    for (let it = 0; it < items; it++)
      if (covered[it] === 0 && times[it]! < fewest) {
        fewest = times[it]!;
        item = it;
      }
    for (let k = 0; k < K; k++)
      if (left[k] === 1 && size[k]! < fewest) {
        fewest = size[k]!;
        kind = k;
      }
    if (fewest === 0) return;
    lists[depth] ??= new Int32Array(count);
    if (lists[depth]!.length < count) lists[depth] = new Int32Array(count);
    const next = lists[depth]!;
    const word = item >>> 5;
    const bit = 1 << (item & 31);
    for (let i = 0; i < count; i++) {
      const c = live[i]!;
      const k = kindOf[c]!;
      if (kind >= 0 ? k !== kind : (masks[c * W + word]! & bit) === 0) continue;
      const rest = base + loss[c]! - least[k]!;
      if (rest > limit) continue;
      if (k < K) left[k]!--;
      const mine = itemsOf[c]!;
      for (let j = 0; j < mine.length; j++) covered[mine[j]!] = 1;
      chosen.push(c);
      let room = 0;
      for (let j = 0; j < count; j++) {
        const d = live[j]!;
        const kd = kindOf[d]!;
        if (kd < K && left[kd] === 0) continue;
        if (rest + loss[d]! - least[kd]! > limit) continue;
        let clash = 0;
        for (let w = 0; w < W; w++) clash |= masks[c * W + w]! & masks[d * W + w]!;
        if (clash === 0) next[room++] = d;
      }
      search(depth + 1, next, room, spent + loss[c]!, open - mine.length);
      chosen.pop();
      for (let j = 0; j < mine.length; j++) covered[mine[j]!] = 0;
      if (k < K) left[k]!++;
      if (stopped) return;
    }
  }

  const all = Int32Array.from(order.keys()).filter((c) => kindOf[c] === K || left[kindOf[c]!]! > 0);
  search(0, all, all.length, 0, items);
  return { done: !stopped, chosen: best, loss: best === null ? Number.POSITIVE_INFINITY : limit + 1 };
}
