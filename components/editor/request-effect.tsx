"use client";

import { useEffect, useState } from "react";
import { useLive } from "#components/live/provider.tsx";
import { type Refused, readWeights } from "#components/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { keyOf } from "#domain/run.ts";
import { bestMove, type Wanted } from "#domain/session-request.ts";
import type { CardWeights } from "#domain/weighing.ts";
import { wordsOf } from "#messages/words.ts";
import { Refusal } from "./refusal.tsx";
import { useEditor } from "./state.tsx";
import { whyNot } from "./weighing.tsx";
import { placeWords, weightWords } from "./words.ts";

const words = wordsOf("requestsDesk");

/** What a request would bring if the planner had its way, and the card there with one tap, or into the hand. */
export function RequestEffect({ request }: { request: Wanted }) {
  const { board, zone, alive, pick, put } = useEditor();
  const { pitchId, kind } = request;
  const run = { pitchId, copy: 0 };
  const known = useWeights(pitchId);
  const best = known && "cells" in known ? bestMove(request, known, board) : null;
  const where = best && placeWords(board, zone, best);
  if (!board.cards.has(pitchId)) return null;
  return (
    <>
      {kind === "again" ? null : known === null ? (
        <p aria-live="polite">{words.weighing}</p>
      ) : "what" in known ? (
        <Refusal said={known} />
      ) : (
        <p>{best ? words.best(where!, weightWords(best)) : words.none}</p>
      )}
      {best ? (
        <Button
          kind="quiet"
          pending={!alive}
          onClick={() => put(run, { slotId: best.slotId, roomId: best.roomId })}
        >
          {words.moveBest(where!)}
        </Button>
      ) : (
        <Button kind="quiet" pending={!alive} onClick={() => pick(run)}>
          {words.hold}
        </Button>
      )}
    </>
  );
}

/** Weighed anew once other cards lie elsewhere. Null before it is known. */
function useWeights(pitchId: string): CardWeights | Refused["said"] | null {
  const { slug } = useLive();
  const { board } = useEditor();
  const asked = board.placements.map((it) => `${keyOf(it)} ${it.slotId} ${it.roomId}`).join();
  const [known, setKnown] = useState<{ asked: string; is: CardWeights | Refused["said"] } | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const learn = (is: CardWeights | Refused["said"]) => left.signal.aborted || setKnown({ asked, is });
    readWeights(slug, { pitchId, copy: 0 }, left.signal).then(learn, (fault) => learn(whyNot(fault)));
    return () => left.abort();
  }, [slug, pitchId, asked]);
  return known?.asked === asked ? known.is : null;
}
