/** What a move would change, without making it: one unit to another slot, or two units of different slots exchanged. */
import { popcount } from "#domain/agenda/bits.ts";
import { FORBIDDEN } from "#domain/agenda/matching.ts";
import { put, type State, touch } from "#domain/agenda/state.ts";
import { follows } from "#domain/agenda/total.ts";

/** A hard rule stands in the way, or the move falls below the floor. */
export const REFUSED = Number.NEGATIVE_INFINITY;

export type Pricer = {
  /**
   * Points won (or lost, negative), or REFUSED.
   *
   * @param s a short unit; it goes to slot u (the pool counts as a slot)
   * @param w a short unit of slot u that goes to where s was, or -1 for an empty cell
   * @param floor the search would refuse anything below: the dear parts are then not priced
   */
  swap(s: number, w: number, u: number, floor: number): number;
  /** Makes the move that `swap` priced last. */
  apply(s: number, w: number, u: number): void;
};

export function pricerOf(state: State): Pricer {
  const { model, begin, any, one, served, topics, members, size, width, roomLoss, held, fair } = state;
  const { slots: T, words, wanted, allowed, conflicts, hosted, points, could } = model;
  const { weights } = model.problem;
  const nobody = new Int32Array(words);
  const scratch = new Int32Array(width + 1);
  const lost = [0, 0];

  const occupies = (unit: number, t: number) =>
    begin[unit] === t || (model.length[unit] === 2 && begin[unit]! + 1 === t && begin[unit]! < T);

  function mayGo(unit: number, t: number, leaving: number): boolean {
    if (t === T) return model.pins.slot[unit]! < 0;
    if (allowed[unit * T + t] === 0) return false;
    const list = conflicts[unit]!;
    for (let i = 0; i < list.length; i++) if (list[i] !== leaving && occupies(list[i]!, t)) return false;
    return true;
  }

  function topicPoints(s: number, w: number, t: number, u: number): number {
    const a = model.topic[s]!;
    const b = w < 0 ? -1 : model.topic[w]!;
    if (model.topics === 0 || weights.topic === 0 || a === b) return 0;
    let pairs = 0;
    const K = model.topics;
    if (a >= 0) pairs += (u < T ? topics[u * K + a]! : 0) - (t < T ? topics[t * K + a]! - 1 : 0);
    if (b >= 0) pairs += (t < T ? topics[t * K + b]! : 0) - (u < T ? topics[u * K + b]! - 1 : 0);
    return -weights.topic * pairs;
  }

  /** Back-to-backs of a unit in slot t, not counting the other unit of an exchange. */
  function neighbours(unit: number, t: number, other: number): number {
    let pairs = 0;
    const list = hosted[unit]!;
    for (let i = 0; i < list.length; i++) {
      const it = list[i]!;
      if (it === other) continue;
      if (follows(model, unit, t, begin[it]!) || follows(model, it, begin[it]!, t)) pairs++;
    }
    return pairs;
  }

  /** Served and fairness together: the people who gain or lose a slot, word by word. */
  function peoplePoints(s: number, w: number, t: number, u: number): number {
    const fansW = w < 0 ? nobody : wanted;
    const atS = s * words;
    const atW = w < 0 ? 0 : w * words;
    const atT = t * words;
    const atU = u * words;
    let net = 0;
    let fairness = 0;
    for (let i = 0; i < words; i++) {
      const vs = wanted[atS + i]!;
      const vw = fansW[atW + i]!;
      const goes = vs & ~vw;
      const comes = vw & ~vs;
      const up = (goes & ~any[atU + i]!) | (comes & ~any[atT + i]!);
      const down = (goes & one[atT + i]!) | (comes & one[atU + i]!);
      const gain = up & ~down;
      const loss = down & ~up;
      if ((gain | loss) === 0) continue;
      net += popcount(gain) - popcount(loss);
      if (weights.fairness === 0) continue;
      for (let bits = gain | loss; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        const person = i * 32 + bit;
        const at = could[person]! * fair.width + served[person]!;
        fairness += fair.loss[at]! - fair.loss[(gain >>> bit) & 1 ? at + 1 : at - 1]!;
      }
    }
    return weights.served * net + fairness;
  }

  /** The rooms of slot t with one unit gone and another come; -1 for neither. */
  function roomsWith(t: number, gone: number, come: number): number {
    if (t === T) return 0;
    let count = 0;
    for (let i = 0; i < size[t]!; i++) {
      const it = members[t * width + i]!;
      if (it !== gone) scratch[count++] = it;
    }
    if (come >= 0) scratch[count++] = come;
    return state.pricer.price(t, scratch, count, held);
  }

  function swap(s: number, w: number, u: number, floor: number): number {
    const t = begin[s]!;
    if (!mayGo(s, u, w) || (w >= 0 && !mayGo(w, t, s))) return REFUSED;
    const S = T + 1;
    let delta = points[s * S + u]! - points[s * S + t]!;
    if (w >= 0) delta += points[w * S + t]! - points[w * S + u]!;
    delta += topicPoints(s, w, t, u);
    if (weights.backToBack > 0) {
      let pairs = neighbours(s, u, w) - neighbours(s, t, w);
      if (w >= 0) pairs += neighbours(w, t, s) - neighbours(w, u, s);
      delta -= weights.backToBack * pairs;
    }
    delta += peoplePoints(s, w, t, u);
    // Rooms can win back no more than they cost now, so a hopeless move is never matched.
    if (delta + roomLoss[t]! + roomLoss[u]! < floor) return REFUSED;
    lost[0] = roomsWith(u, w, s);
    if (lost[0] >= FORBIDDEN || delta + roomLoss[t]! + roomLoss[u]! - lost[0] < floor) return REFUSED;
    lost[1] = roomsWith(t, s, w);
    if (lost[1] >= FORBIDDEN) return REFUSED;
    delta += roomLoss[t]! + roomLoss[u]! - lost[0] - lost[1];
    return delta < floor ? REFUSED : delta;
  }

  function apply(s: number, w: number, u: number): void {
    const t = begin[s]!;
    put(state, s, u);
    if (w >= 0) put(state, w, t);
    touch(state, t);
    touch(state, u);
    roomLoss[u] = lost[0]!;
    roomLoss[t] = lost[1]!;
  }
  return { swap, apply };
}
