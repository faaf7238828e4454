"use client";

import { crowdWords, turnoutWords, whyWords } from "#components/audience/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Words } from "#components/ui/words.tsx";
import { placementOf } from "#domain/draft.ts";
import { RANGES } from "#domain/limits.ts";
import { keyOf, onlyRun } from "#domain/run.ts";
import { copiesOf, shapeOf } from "#domain/shape.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Audience, alsoWords } from "./card.tsx";
import styles from "./held.module.css";
import { MoveTo } from "./move-to.tsx";
import { OwnNumber } from "./own-number.tsx";
import { Refusal } from "./refusal.tsx";
import { useEditor } from "./state.tsx";
import { useWeighing } from "./weighing.tsx";
import { Why } from "./why.tsx";
import { placeWords } from "./words.ts";

const words = wordsOf("editor");

/** The card in the hand, whole, with what can be done to it besides moving it; within a thumb's reach. */
export function Held() {
  const { board, zone, holding, meanwhile, pin, takeOff, reshape, cancel } = useEditor();
  const { refusal, again } = useWeighing();
  const card = holding && board.cards.get(holding.pitchId);
  if (!card) return null;
  const run = onlyRun(holding);
  const placement = placementOf(board.placements, run);
  const { length, runs } = shapeOf(board.pitches, run.pitchId);
  const copies = copiesOf(board.placements, board.pitches, run.pitchId).length;
  const why = whyWords(board.expected(run), card, { counted: board.counted, runs: copies });
  const crowd = [crowdWords(board.crowd), turnoutWords(board.turnout)].filter(Boolean).join(" ");
  const { title, line, id, merged = [] } = card.pitch;
  const hosts = card.hosts.map((host) => host.name);
  const hosted = hosts.length > 0 ? words.held.hosts(list(hosts, readerLocale())) : words.card.hostless;
  return (
    <section className={styles.held} aria-label={words.held.title} data-print="no">
      <div className={styles.words}>
        <h2>
          <Words>{title}</Words>
        </h2>
        {merged.length > 0 ? <p>{alsoWords(merged)}</p> : null}
        {line ? <p className={styles.line}>{line}</p> : null}
        <p>
          {hosted}, {words.held.from(placeWords(board, zone, placement))}. <Audience card={card} run={run} />
        </p>
        <p className={styles.small}>
          {why} {board.counted ? <span className={styles.crowd}>{crowd} </span> : null}
          <span className={styles.help}>{words.held.help}</span>
        </p>
        {again ? <p>{count(again.people, words.held.serves, readerLocale())}</p> : null}
        {meanwhile ? <p className={styles.meanwhile}>{meanwhile}</p> : null}
        {refusal ? <Refusal said={refusal} /> : null}
      </div>
      <MoveTo />
      <OwnNumber key={id} pitchId={id} own={card.expected} />
      {placement ? <Why key={`why ${keyOf(run)}`} pitchId={id} /> : null}
      <div className={styles.acts}>
        {placement ? (
          <>
            <Button kind="quiet" icon="pin" onClick={() => pin(run, !placement.pinned)}>
              {placement.pinned ? words.held.unpin : words.held.pin}
            </Button>
            <Button kind="quiet" onClick={() => takeOff(run)}>
              {words.held.off}
            </Button>
          </>
        ) : null}
        <Button kind="quiet" onClick={() => reshape(run, length > 1 ? "shorten" : "lengthen")}>
          {length > 1 ? words.held.shorten : words.held.lengthen}
        </Button>
        {runs < RANGES.runs.max ? (
          <Button kind="quiet" onClick={() => reshape(run, "run_again")}>
            {words.held.again}
          </Button>
        ) : null}
        {runs > 1 ? (
          <Button kind="quiet" onClick={() => reshape(run, "run_less")}>
            {words.held.less}
          </Button>
        ) : null}
        <Button kind="quiet" onClick={cancel}>
          {words.held.down}
        </Button>
      </div>
    </section>
  );
}
