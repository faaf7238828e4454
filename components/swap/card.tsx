import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import type { CardView } from "#domain/swap.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./swap.module.css";

const words = wordsOf("swaps");

/** What a card is about, in a few words. */
export const areaOf = ({ area }: Pick<CardView, "area">): string => area || words.anything;

type SwapCardProps = {
  card: CardView;
  /** Its reader’s own: then it is their manager. */
  own?: boolean;
  above?: ReactNode;
  tone?: "good" | "wait" | "bad" | undefined;
  foot?: ReactNode;
  children?: ReactNode;
};

/** A card of the board: who put it up it does not say. */
export function SwapCard({ card, own, above, tone, foot, children }: SwapCardProps) {
  const { kind, sector } = card;
  return (
    <Card
      as="li"
      level={3}
      title={areaOf(card)}
      above={above ?? (own ? words.kinds[kind] : `${words.kinds[kind]} · ${sector}`)}
      {...(tone && { tone })}
      foot={foot}
    >
      <CardLines card={card} own={own ?? false} />
      {children}
    </Card>
  );
}

/** How, when, and whether a manager has said yes. */
export function CardLines({ card, own }: { card: CardView; own: boolean }) {
  const { way, seats, left, days, managerAgreed, line } = card;
  const manager = own ? words.ownManager : words.manager;
  const facts = [way ? words.ways[way] : null, seats > 0 ? words.seatsLeft(left) : null].filter(Boolean);
  return (
    <div className={styles.lines}>
      <p>{facts.join(" · ")}</p>
      {days ? <p dir="auto">{days}</p> : null}
      {line ? <p dir="auto">{line}</p> : null}
      <p className={styles.quiet}>{managerAgreed ? manager.yes : manager.not_yet}</p>
    </div>
  );
}
