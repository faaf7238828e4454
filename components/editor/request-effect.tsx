"use client";

import { useEffect, useState } from "react";
import { useLive } from "#components/live/provider.tsx";
import { type Refused, readWeights } from "#components/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { keyOf, type RunId } from "#domain/run.ts";
import { bestMove, runsFor, type Wanted } from "#domain/session-request.ts";
import { copiesOf } from "#domain/shape.ts";
import type { CardWeights } from "#domain/weighing.ts";
import { wordsOf } from "#messages/words.ts";
import { askedOf } from "./board.ts";
import { Refusal } from "./refusal.tsx";
import { useEditor } from "./state.tsx";
import { whyNot } from "./weighing.tsx";
import { placeWords, titleOf, weightWords } from "./words.ts";

const words = wordsOf("requestsDesk");

/**
 * What a request would bring if the planner had its way with the runs it is about, and the best of them there with one
 * tap, or into the hand. One more run is made first, where that is asked.
 */
export function RequestEffect({ request }: { request: Wanted }) {
  const { board, zone, alive, pick, put, reshape } = useEditor();
  const { pitchId } = request;
  const [opened] = useState(() => Date.now());
  const runs = runsFor(request, board, opened);
  const known = useWeights(runs);
  if (!board.cards.has(pitchId)) return null;
  const copies = copiesOf(board.placements, board.pitches, pitchId);
  const first = { pitchId, copy: copies[0]! };
  if (runs.length === 0 && request.kind === "again")
    return (
      <Button kind="quiet" pending={!alive} onClick={() => reshape(first, "run_again")}>
        {words.runAgain}
      </Button>
    );
  if (known === null) return <p aria-live="polite">{words.weighing}</p>;
  if ("what" in known) return <Refusal said={known} />;
  const best = bestMove(request, known, board);
  const hold = best?.run ?? runs[0] ?? first;
  if (!best)
    return (
      <>
        <p>{words.none}</p>
        <Button kind="quiet" pending={!alive} onClick={() => pick(hold)}>
          {words.hold}
        </Button>
      </>
    );
  const { run, cell } = best;
  const where = placeWords(board, zone, cell);
  const called = copies.length > 1 ? titleOf(board, run) : null;
  return (
    <>
      <p>{words.best(where, weightWords(cell))}</p>
      <Button
        kind="quiet"
        pending={!alive}
        onClick={() => put(run, { slotId: cell.slotId, roomId: cell.roomId })}
      >
        {called ? words.moveRun(called, where) : words.moveBest(where)}
      </Button>
    </>
  );
}

type Known = readonly { run: RunId; weights: CardWeights }[] | Refused["said"];

/** Each run is weighed anew once other cards lie elsewhere. Null before it is known. */
function useWeights(runs: readonly RunId[]): Known | null {
  const { slug } = useLive();
  const { board } = useEditor();
  const asked = [...runs.map(keyOf), askedOf(board)].join();
  const [known, setKnown] = useState<{ asked: string; is: Known } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the runs are what is asked
  useEffect(() => {
    const left = new AbortController();
    const learn = (is: Known) => left.signal.aborted || setKnown({ asked, is });
    const weigh = async (run: RunId) => ({ run, weights: await readWeights(slug, run, left.signal) });
    Promise.all(runs.map(weigh)).then(learn, (fault) => learn(whyNot(fault)));
    return () => left.abort();
  }, [slug, asked]);
  return known?.asked === asked ? known.is : null;
}
