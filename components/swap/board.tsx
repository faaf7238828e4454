import type { FormAction } from "#components/form/answer.ts";
import { Stack } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import type { CardView } from "#domain/swap.ts";
import { wordsOf } from "#messages/words.ts";
import { areaOf, SwapCard } from "./card.tsx";
import { Press } from "./press.tsx";

const words = wordsOf("swaps");

type BoardProps = {
  cards: readonly (CardView & { asked: boolean })[];
  /** Null while nothing may be asked for. */
  press: FormAction | null;
};

/** What others put up, each to say yes to with a tap. */
export function Board({ cards, press }: BoardProps) {
  const { board, none } = words;
  return (
    <section>
      <h2>{board.title}</h2>
      {cards.length === 0 ? <Empty title={none.title}>{none.body}</Empty> : null}
      <Stack as="ul">
        {cards.map((card) => (
          <SwapCard key={card.id} card={card}>
            {card.asked ? (
              <p>{board.asked}</p>
            ) : press ? (
              <Press
                action={press}
                {...{ id: card.id, act: "ask", about: areaOf(card) }}
                label={board.want[card.kind]}
                pendingWords={board.sending}
              />
            ) : null}
          </SwapCard>
        ))}
      </Stack>
    </section>
  );
}
