/** Whose turn it is in the line to pitch, and what whoever runs it does to the order. */

/** How many are called before one that was held is called again. */
export const HELD_BEHIND = 3;

/** A pitch that was not withdrawn, as its turn is worked out. Times are in milliseconds. */
export type InLine = {
  id: string;
  at: number;
  /** Where it was put by hand or stood when somebody was; null where it came since. */
  turn: number | null;
  /** When it was called to the front; null while it waits. */
  said: number | null;
  away: boolean;
  mergedInto: string | null;
  /** Who brought it on their phone; null where a campmaker typed it. */
  owner: string | null;
};

/** A turn in the line. In a later `round` are those whose owner has brought one before. */
export type Turn = { id: string; round: number; away: boolean; turn: number | null };

/** Who is at the front, and who waits in the order of their turns. */
export type Line = { front: Turn | null; waiting: readonly Turn[] };

/**
 * Whose turn is next: what was ordered by hand stays in that order, and who joins it stands behind the last of their
 * round who came before them and is there. Without a hand that is everybody's first in the order they came, then
 * everybody's second.
 *
 * @param front the pitch that was called to the front, which may be part of another by now
 */
export function lineOf(pitches: readonly InLine[], front: string | null): Line {
  const all = united(pitches);
  const root = pitches.find(({ id }) => id === front)?.mergedInto ?? front;
  const waiting = all.filter(({ said }) => said === null);
  const placed = waiting
    .filter(({ turn }) => turn !== null)
    .sort((a, b) => a.turn! - b.turn! || cameBefore(a, b));
  const fresh = waiting
    .filter(({ turn }) => turn === null)
    .sort((a, b) => a.round - b.round || cameBefore(a, b));
  for (const pitch of fresh) {
    const last = placed.findLastIndex((turn) => comesBefore(turn, pitch));
    placed.splice(last + 1, 0, pitch);
  }
  const first = all.find(({ id, said }) => id === root && said !== null);
  return { front: first ? turnOf(first) : null, waiting: placed.map(turnOf) };
}

/**
 * Somebody was called out of turn: who was at the front then, whether the one who was called had been said before, and if
 * not before whom they waited; null for the end of the line.
 */
export type CalledOut = { before: string | null; again: boolean; ahead: string | null };

const turnOf = ({ id, round, away, turn }: Turn): Turn => ({ id, round, away, turn });

type Whole = InLine & { round: number };

/** Whether somebody with a turn is before whoever has none yet. */
const comesBefore = (placed: Whole, fresh: Whole) =>
  placed.round < fresh.round ||
  (placed.round === fresh.round && !placed.away && cameBefore(placed, fresh) < 0);

/** What was merged as one: with the earlier turn of its parts, and said once one of them was. */
function united(pitches: readonly InLine[]): Whole[] {
  const rounds = roundsOf(pitches);
  const partsOf = new Map<string, InLine[]>();
  for (const pitch of pitches) {
    const root = pitch.mergedInto ?? pitch.id;
    partsOf.set(root, [...(partsOf.get(root) ?? []), pitch]);
  }
  return pitches
    .filter(({ mergedInto }) => mergedInto === null)
    .map((root) => {
      const parts = partsOf.get(root.id)!;
      const turns = parts.flatMap(({ turn }) => turn ?? []);
      return {
        ...root,
        at: Math.min(...parts.map(({ at }) => at)),
        turn: turns.length > 0 ? Math.min(...turns) : null,
        said: latest(parts),
        round: Math.min(...parts.map(({ id }) => rounds.get(id)!)),
      };
    });
}

function latest(parts: readonly InLine[]): number | null {
  const said = parts.flatMap(({ said }) => said ?? []);
  return said.length > 0 ? Math.max(...said) : null;
}

/** The how-manieth of its owner's a pitch is. */
function roundsOf(pitches: readonly InLine[]): Map<string, number> {
  const brought = new Map<string, number>();
  const rounds = [...pitches].sort(cameBefore).map(({ id, owner }): [string, number] => {
    if (owner === null) return [id, 1];
    const round = (brought.get(owner) ?? 0) + 1;
    brought.set(owner, round);
    return [id, round];
  });
  return new Map(rounds);
}

const cameBefore = (a: Pick<InLine, "at" | "id">, b: Pick<InLine, "at" | "id">) =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

const inserted = (line: readonly Turn[], index: number, turn: Turn): Turn[] => [
  ...line.slice(0, index),
  turn,
  ...line.slice(index),
];

/** Somebody back in the line, to be called again after HELD_BEHIND others, the one who is called now among them. */
export function heldBack(line: readonly Turn[], held: Turn): Turn[] {
  return inserted(line, HELD_BEHIND - 1, held);
}

/**
 * Somebody who was called and was not there, behind the last of their round; where nobody of it is left, behind
 * everybody, so that no two who are away are called in turns for ever.
 */
export function notHere(line: readonly Turn[], missed: Turn): Turn[] {
  const last = line.findLastIndex(({ round, away }) => !away && round <= missed.round);
  const next = last < 0 ? -1 : line.findIndex(({ away }, index) => index > last && !away);
  return inserted(line, next < 0 ? line.length : next, { ...missed, away: true });
}

/** Whoever was not there and is back has had their turn come: they are next. */
export function hereAgain(line: readonly Turn[], id: string): Turn[] {
  const back = line.find((turn) => turn.id === id && turn.away);
  return back ? [{ ...back, away: false }, ...line.filter((turn) => turn !== back)] : [...line];
}

/** One put before another, or behind everybody; null where either waits no more. @param before null for the end */
export function putBefore(line: readonly Turn[], id: string, before: string | null): Turn[] | null {
  const moved = line.find((turn) => turn.id === id);
  if (!moved) return null;
  if (before === id) return [...line];
  const others = line.filter((turn) => turn !== moved);
  const index = before === null ? others.length : others.findIndex((turn) => turn.id === before);
  return index < 0 ? null : inserted(others, index, moved);
}

/** The numbers that keep this order, of those that have another; none where those that are there keep it already. */
export function renumbered(line: readonly Turn[]): { id: string; turn: number }[] {
  const kept = line.every(
    ({ turn }, index) => turn !== null && (index === 0 || turn > (line[index - 1]!.turn ?? turn)),
  );
  if (kept) return [];
  return line.map(({ id }, index) => ({ id, turn: index + 1 }));
}
