"use client";

import { useRef } from "react";
import { Button, Buttons } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { type Card as CardOf, placementOf } from "#domain/draft.ts";
import { agenda as words } from "#messages/en/agenda.ts";
import { count, list } from "#messages/format.ts";
import { useAgenda } from "./agenda.tsx";
import styles from "./aside.module.css";
import { Audience, Card } from "./card.tsx";
import { useDropTarget } from "./drag.ts";
import { placeWords, saidOf, warningWords } from "./words.ts";

const LOCALE = "en-GB";

/** Beside the grid: the card in the hand, the last suggestion, cards without a place, and what to look at. */
export function Aside() {
  const { board, holding, suggested } = useAgenda();
  const held = holding && board.cards.get(holding.pitchId);
  return (
    <aside className={styles.aside} data-print="no">
      {held ? <Held card={held} /> : null}
      {suggested && !held ? <Suggestion /> : null}
      <Tray />
      <Warnings />
    </aside>
  );
}

/** The card in the hand, whole, with what can be done to it besides moving it. */
function Held({ card }: { card: CardOf }) {
  const { board, zone, holding, pin, takeOff, cancel } = useAgenda();
  const placement = placementOf(board.placements, card.pitch.id);
  const { basis } = board.expected(card);
  const { title, line, id } = card.pitch;
  return (
    <section className={styles.held}>
      <p className={styles.kicker}>{words.held.title}</p>
      <h2>{title}</h2>
      {line ? <p>{line}</p> : null}
      <p>
        {card.hosts.length > 0
          ? words.held.hosts(
              list(
                card.hosts.map((host) => host.name),
                LOCALE,
              ),
            )
          : words.card.hostless}
        {", "}
        {words.held.from(placeWords(board, zone, holding?.from ?? null))}
      </p>
      <Audience card={card} />
      <p className={styles.small}>{basis === "organiser" ? words.held.basisOwn : words.held.basisHands}</p>
      <Buttons>
        {placement ? (
          <>
            <Button kind="quiet" icon="pin" onClick={() => pin(id, !placement.pinned)}>
              {placement.pinned ? words.held.unpin : words.held.pin}
            </Button>
            <Button kind="quiet" onClick={() => takeOff(id)}>
              {words.held.off}
            </Button>
          </>
        ) : null}
        <Button kind="quiet" onClick={cancel}>
          {words.held.down}
        </Button>
      </Buttons>
      <p className={styles.small}>{words.held.help}</p>
    </section>
  );
}

/** What the planner reached, and who it had to leave out. */
function Suggestion() {
  const { suggested } = useAgenda();
  if (!suggested) return null;
  return (
    <section className={styles.note}>
      <p className={styles.strong}>{saidOf(suggested)}</p>
      {suggested.leftOut.length > 0 ? (
        <ul>
          {suggested.leftOut.map(({ pitchId, title, rule }) => (
            <li key={pitchId}>{words.suggested.out(title, words.suggested.rules[rule])}</li>
          ))}
        </ul>
      ) : null}
      <p className={styles.small}>{words.suggested.meaning}</p>
    </section>
  );
}

/** Cards without a place. A card dropped here is taken off the grid. */
function Tray() {
  const { board, holding, drop } = useAgenda();
  const element = useRef<HTMLElement>(null);
  useDropTarget(element, null);
  const over = holding !== null && holding.over === null && holding.from !== null;
  return (
    <section className={styles.tray} ref={element} data-over={over} aria-labelledby="tray">
      <h2 id="tray">
        {words.tray.title} · {board.unplaced.length}
      </h2>
      {holding?.from ? (
        <Button kind="quiet" wide onClick={() => drop(null)}>
          {words.tray.here}
        </Button>
      ) : null}
      {board.unplaced.length > 0 ? (
        <ul className={styles.pool}>
          {board.unplaced.map((card) => (
            <li key={card.pitch.id}>
              <Card card={card} />
            </li>
          ))}
        </ul>
      ) : (
        <Nothing any={board.cards.size > 0} />
      )}
    </section>
  );
}

function Nothing({ any }: { any: boolean }) {
  const { title, body } = any ? words.tray.empty : words.tray.none;
  return <Empty title={title}>{body}</Empty>;
}

/** Every warning once more as a list; each leads to its card. */
function Warnings() {
  const { board, zone } = useAgenda();
  if (board.warnings.length === 0) return null;
  const focus = (pitchId: string) =>
    document.querySelector<HTMLElement>(`[data-pitch="${pitchId}"]`)?.focus();
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{count(board.warnings.length, words.warnings.count, LOCALE)}</h2>
      <ul className={styles.warnings}>
        {board.warnings.map((warning) => {
          const title = board.cards.get(warning.pitchId)?.pitch.title ?? "";
          const said = warningWords(warning, board, zone);
          return (
            <li key={`${warning.pitchId} ${said}`}>
              <button type="button" className={styles.jump} onClick={() => focus(warning.pitchId)}>
                {title}
              </button>{" "}
              <span className={styles.bad}>{said}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
