"use client";

/** While a card is held every cell wears what it would change. The server works it out: it alone knows who wants what. */
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useLive } from "#components/live/provider.tsx";
import { Refused, readWeights } from "#components/queries.ts";
import { type Cell, sameCell } from "#domain/cell.ts";
import type { RunId } from "#domain/run.ts";
import { type CardWeights, type Reasons, type Weight, weightAt } from "#domain/weighing.ts";
import { wordsOf } from "#messages/words.ts";
import { askedOf } from "./board.ts";
import { useEditor } from "./state.tsx";
import styles from "./weighing.module.css";
import { toneOf, weightWords } from "./words.ts";

const words = wordsOf("reasons");

type Weighing = {
  why: Reasons | null;
  /** Whom another run would serve; null where none would fit. */
  again: CardWeights["again"];
  refusal: Refused["said"] | null;
  of: (cell: Cell) => Weight | null;
};

const Context = createContext<Weighing>({ why: null, again: null, refusal: null, of: () => null });

/** What is known about the card in the hand; nothing before the server has said it. */
export const useWeighing = (): Weighing => useContext(Context);

export function WeighingProvider({ children }: { children: ReactNode }) {
  const { board, holding, busy } = useEditor();
  const { slug } = useLive();
  const [pitchId, copy] = [holding?.pitchId ?? null, holding?.copy ?? 0];
  // The same cells are the same question, however often a hand goes up meanwhile.
  const asked = askedOf(board);
  const [weighed, setWeighed] = useState<(CardWeights & RunId & { asked: string }) | null>(null);
  const [refusal, setRefusal] = useState<Weighing["refusal"]>(null);
  // What is shown ahead of the server's answer is not yet what the server would weigh.
  const settled = busy === null;
  useEffect(() => {
    if (!pitchId || !settled) return;
    const letGo = new AbortController();
    setRefusal(null);
    readWeights(slug, { pitchId, copy }, letGo.signal)
      .then((weights) => letGo.signal.aborted || setWeighed({ ...weights, pitchId, copy, asked }))
      .catch((fault) => letGo.signal.aborted || setRefusal(whyNot(fault)));
    return () => letGo.abort();
  }, [slug, pitchId, copy, asked, settled]);
  const isOfThis = weighed?.pitchId === pitchId && weighed.copy === copy && weighed.asked === asked;
  const known = isOfThis ? weighed : null;
  const of = (cell: Cell) => (known ? weightAt(known, cell) : null);
  return (
    <Context value={{ why: known?.why ?? null, again: known?.again ?? null, refusal, of }}>
      {children}
    </Context>
  );
}

/** The server's own words where it refused, ours where it did not answer. */
export function whyNot(fault: unknown): Refused["said"] {
  return fault instanceof Refused ? fault.said : words.unanswered;
}

/** What letting go in this cell would change, in words. Where the card came from says nothing. */
export function Delta({ cell }: { cell: Cell }) {
  const { holding } = useEditor();
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
  const { holding } = useEditor();
  const { of } = useWeighing();
  const weight = holding?.over && !sameCell(holding.over, holding.from) ? of(holding.over) : null;
  return (
    <p className="visually-hidden" aria-live="polite">
      {weight ? weightWords(weight) : null}
    </p>
  );
}
