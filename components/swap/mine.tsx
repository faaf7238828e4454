import type { FormAction } from "#components/form/answer.ts";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Stack } from "#components/ui/card.tsx";
import { comesBack, isHiddenCard, isUp, type OwnCard } from "#domain/swap.ts";
import { day, type Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { areaOf, SwapCard } from "./card.tsx";
import { Press } from "./press.tsx";

const words = wordsOf("swaps");

type OwnCardsProps = { cards: readonly OwnCard[]; slug: string; place: Place; press: FormAction | null };

/** Their own cards, on the board and off it. Nothing where they have none. */
export function OwnCards({ cards, slug, place, press }: OwnCardsProps) {
  if (cards.length === 0) return null;
  return (
    <section>
      <h2>{words.mine.title}</h2>
      <Stack as="ul">
        {cards.map((card) => (
          <SwapCard key={card.id} card={card} own tone={toneOf(card)}>
            <p>{stateOf(card, place)}</p>
            {press ? <OwnActs {...{ card, slug, press }} /> : null}
          </SwapCard>
        ))}
      </Stack>
    </section>
  );
}

function OwnActs({ card, slug, press }: { card: OwnCard; slug: string; press: FormAction }) {
  const { mine } = words;
  const about = { id: card.id, about: areaOf(card), pendingWords: mine.sending };
  if (comesBack(card.state)) return <Press action={press} {...about} act="putBack" label={mine.putBack} />;
  if (!isUp(card.state)) return null;
  return (
    <Buttons>
      <ButtonLink kind="quiet" href={`/e/${slug}/swaps/card?card=${card.id}`}>
        {mine.change}
        <span className="visually-hidden">: {about.about}</span>
      </ButtonLink>
      <Press action={press} {...about} act="takeDown" label={mine.takeDown} />
    </Buttons>
  );
}

const toneOf = ({ state }: OwnCard) => (isHiddenCard(state) ? "bad" : undefined);

function stateOf({ state, reason, expiresAt }: OwnCard, place: Place): string {
  const { mine } = words;
  return mine.states[state]({ reason, until: day(expiresAt, place) });
}
