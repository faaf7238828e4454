"use client";

/** While a card is held every cell wears what it would change. The server works it out: it alone knows who wants what. */
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useLive } from "#components/live/provider.tsx";
import { Refused, readWeights } from "#components/queries.ts";
import { type Cell, sameCell } from "#domain/draft.ts";
import { type CardWeights, type Reasons, type Weight, weightAt } from "#domain/weighing.ts";
import { wordsOf } from "#messages/words.ts";
import { useEditor } from "./state.tsx";
import styles from "./weighing.module.css";
import { toneOf, weightWords } from "./words.ts";

const words = wordsOf("reasons");

type Weighing = { why: Reasons | null; refusal: Refused["said"] | null; of: (cell: Cell) => Weight | null };

const Context = createContext<Weighing>({ why: null, refusal: null, of: () => null });

/** What is known about the card in the hand; nothing before the server has said it. */
export const useWeighing = (): Weighing => useContext(Context);

export function WeighingProvider({ children }: { children: ReactNode }) {
  const { board, holding, busy } = useEditor();
  const { slug } = useLive();
  const pitchId = holding?.pitchId ?? null;
  // The same cells are the same question, however often a hand goes up meanwhile.
  const asked = board.placements.map((it) => `${it.pitchId} ${it.slotId} ${it.roomId}`).join();
  const [weighed, setWeighed] = useState<(CardWeights & { pitchId: string; asked: string }) | null>(null);
  const [refusal, setRefusal] = useState<Weighing["refusal"]>(null);
  // What is shown ahead of the server's answer is not yet what the server would weigh.
  const settled = busy === null;
  useEffect(() => {
    if (!pitchId || !settled) return;
    const letGo = new AbortController();
    setRefusal(null);
    readWeights(slug, pitchId, letGo.signal)
      .then((weights) => letGo.signal.aborted || setWeighed({ ...weights, pitchId, asked }))
      .catch((fault) => letGo.signal.aborted || setRefusal(whyNot(fault)));
    return () => letGo.abort();
  }, [slug, pitchId, asked, settled]);
  const known = weighed?.pitchId === pitchId && weighed.asked === asked ? weighed : null;
  const of = (cell: Cell) => (known ? weightAt(known, cell) : null);
  return <Context value={{ why: known?.why ?? null, refusal, of }}>{children}</Context>;
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
