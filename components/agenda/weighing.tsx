"use client";

/** While a card is held every cell wears what it would change, worked out here by the planner's own function. */
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type Cell, sameCell } from "#domain/draft.ts";
import type { Weighable, Weight } from "#domain/weighing.ts";
import { useAgenda } from "./agenda.tsx";
import styles from "./weighing.module.css";
import { toneOf, weightWords } from "./words.ts";

/** The planner's functions come with the first card that is picked up, not with the page. */
type Scales = { asked: Weighable; by: typeof import("#domain/weighing.ts") };

type Weighing = { scales: Scales | null; of: (cell: Cell) => Weight | null };

const Context = createContext<Weighing>({ scales: null, of: () => null });

/** What is known about the card in the hand; nothing before it has been worked out. */
export const useWeighing = (): Weighing => useContext(Context);

/** Brings the planner's functions and the problem as it is now, whenever `key` becomes another; null brings nothing. */
export function useScales(key: string | null): Scales | null {
  const { weigh } = useAgenda();
  const [scales, setScales] = useState<Scales | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the door is the same all along, only bound anew
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    // Without them a card is moved all the same, so a failure is nobody's business.
    Promise.all([weigh(), import("#domain/weighing.ts")])
      .then(([asked, by]) => wanted && setScales({ asked, by }))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [key]);
  return scales;
}

export function WeighingProvider({ children }: { children: ReactNode }) {
  const { board, holding } = useAgenda();
  const { placements } = board;
  const pitchId = holding?.pitchId ?? null;
  const scales = useScales(pitchId);
  const [weighed, setWeighed] = useState<{ pitchId: string; weights: Map<string, Weight> } | null>(null);
  useEffect(() => {
    if (!pitchId || !scales) return setWeighed(null);
    // After the paint: the card is in the hand before anything is worked out.
    const timer = setTimeout(() =>
      setWeighed({ pitchId, weights: scales.by.weigh(scales.asked, placements, pitchId) }),
    );
    return () => clearTimeout(timer);
  }, [pitchId, scales, placements]);
  const of = (cell: Cell) =>
    weighed?.pitchId === pitchId ? (weighed.weights.get(`${cell.slotId} ${cell.roomId}`) ?? null) : null;
  return <Context value={{ scales, of }}>{children}</Context>;
}

/** What letting go in this cell would change, in words. Where the card came from says nothing. */
export function Delta({ cell }: { cell: Cell }) {
  const { holding } = useAgenda();
  const weight = useWeighing().of(cell);
  if (!weight || !holding || sameCell(holding.from, cell)) return null;
  return (
    <span className={styles.delta} data-tone={toneOf(weight)}>
      {weightWords(weight)}
    </span>
  );
}

/** The same for the ear, for the cell the card is over. */
export function DeltaAloud() {
  const { holding } = useAgenda();
  const { of } = useWeighing();
  const weight = holding?.over && !sameCell(holding.over, holding.from) ? of(holding.over) : null;
  return (
    <p className="visually-hidden" aria-live="polite">
      {weight ? weightWords(weight) : null}
    </p>
  );
}
