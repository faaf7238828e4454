import type { FormAction } from "#components/form/answer.ts";
import { Buttons } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { isAgreed, isOpen, type SwapPerson, type SwapView } from "#domain/swap.ts";
import { day, type Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { areaOf, CardLines } from "./card.tsx";
import { Press } from "./press.tsx";
import styles from "./swap.module.css";

const words = wordsOf("swaps");

type SwapsProps = { swaps: readonly SwapView[]; place: Place; press: FormAction };

/** What somebody takes part in: first what waits for their answer, then what was agreed, then the rest. */
export function Swaps({ swaps, ...rest }: SwapsProps) {
  if (swaps.length === 0) return null;
  const rank = ({ state, said }: SwapView) =>
    isOpen(state) && said === null ? 0 : isAgreed(state) ? 1 : isOpen(state) ? 2 : 3;
  return (
    <Stack as="ul">
      {[...swaps]
        .sort((a, b) => rank(a) - rank(b))
        .map((swap) => (
          <OneSwap key={swap.id} swap={swap} {...rest} />
        ))}
    </Stack>
  );
}

function OneSwap({ swap, place, press }: { swap: SwapView } & Omit<SwapsProps, "swaps">) {
  const { above, title } = swap.kind === "ask" ? askedOf(swap) : foundOf(swap);
  const { state } = swap;
  const tone = isAgreed(state) ? "good" : isOpen(state) && swap.said === null ? "wait" : null;
  return (
    <Card as="li" title={title} above={isAgreed(state) ? words.agreed.above : above} {...(tone && { tone })}>
      <What swap={swap} />
      {isAgreed(state) ? (
        <Contacts {...{ swap, press, title }} />
      ) : isOpen(state) ? (
        <Answer {...{ swap, place, press, title }} />
      ) : (
        <p>{words.ended[state as keyof typeof words.ended]}</p>
      )}
    </Card>
  );
}

const mineOf = ({ people }: SwapView) => people.findIndex(({ me }) => me);

/** Who shows to this reader, and to whom they show, in a match. */
function besides({ people }: SwapView): { before: SwapPerson; after: SwapPerson; mine: SwapPerson } {
  const at = people.findIndex(({ me }) => me);
  const [before, after] = [people.at(at - 1)!, people[(at + 1) % people.length]!];
  return { before, after, mine: people[at]! };
}

const cardAsked = ({ people }: SwapView) => people.flatMap(({ show, see }) => show ?? see ?? [])[0];

function askedOf(swap: SwapView) {
  const card = cardAsked(swap);
  const kind = card?.kind ?? "show";
  const other = swap.people.find(({ me }) => !me)?.sector ?? "";
  const mine = swap.people[mineOf(swap)]!;
  const owner = mine.show !== null || mine.see !== null;
  const title = card ? areaOf(card) : words.anything;
  return {
    title,
    above: owner ? words.found.asksYou[kind](other) : `${words.found.youAsked[kind]} · ${other}`,
  };
}

function foundOf(swap: SwapView) {
  const { before } = besides(swap);
  const across = swap.people.some(({ sector }) => sector !== swap.people[0]!.sector);
  const three = swap.people.length > 2;
  const what = three ? words.found.three : words.found.two;
  const above = across ? `${what} · ${words.found.across}` : what;
  const title = three ? words.found.ring(othersFrom(swap)) : before.show ? areaOf(before.show) : what;
  return { above, title };
}

/** Their sectors in the order of the ring, from this reader on. */
function othersFrom(swap: SwapView): string[] {
  const at = mineOf(swap);
  const { people } = swap;
  return [...people.slice(at + 1), ...people.slice(0, at)].map(({ sector }) => sector);
}

function What({ swap }: { swap: SwapView }) {
  const { found } = words;
  if (swap.kind === "ask") {
    const card = cardAsked(swap);
    const mine = swap.people[mineOf(swap)]!;
    return card ? <CardLines card={card} own={mine.show !== null || mine.see !== null} /> : null;
  }
  const { before, after, mine } = besides(swap);
  if (!before.show || !mine.show) return null;
  const agreed = swap.people.every(({ show, see }) => show?.managerAgreed && see?.managerAgreed);
  return (
    <div className={styles.lines}>
      <p>{found.youSee(areaOf(before.show), before.sector)}</p>
      <CardLines card={before.show} own={false} />
      <p>{found.youShow(areaOf(mine.show), after.sector)}</p>
      <p>{swap.people.length > 2 ? found.why.three : found.why.two}</p>
      <p className={styles.quiet}>{agreed ? found.managersYes : found.managersNot}</p>
    </div>
  );
}

type Acting = { swap: SwapView; press: FormAction; title: string };

function Answer({ swap, place, press, title }: Acting & { place: Place }) {
  const { found } = words;
  const { id, said, yes, people, lapsesAt } = swap;
  const about = { id, about: title, pendingWords: found.sending };
  return (
    <>
      {said ? <p>{`${found.said} ${found.saidSome(yes, people.length)}`}</p> : null}
      {said ? (
        <Press action={press} {...about} act="no" label={found.never} />
      ) : (
        <Buttons>
          <Press action={press} {...about} act="yes" kind="primary" label={found.yes} />
          <Press action={press} {...about} act="no" label={found.no} />
        </Buttons>
      )}
      <p className={styles.quiet}>{found.until(day(lapsesAt, place))}</p>
    </>
  );
}

function Contacts({ swap: { id, contacts, done }, press, title }: Acting) {
  const { agreed } = words;
  return (
    <>
      <h3 className={styles.who}>{agreed.who}</h3>
      {contacts.length === 0 ? <p>{agreed.gone}</p> : null}
      <ul className={styles.contacts}>
        {contacts.map(({ name, organisation, email }) => (
          <li key={email}>
            <strong dir="auto">{name}</strong>
            {organisation ? <span dir="auto">{organisation}</span> : null}
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{agreed.next}</p>
      {done ? (
        <p>{agreed.done}</p>
      ) : (
        <Press
          action={press}
          {...{ id, about: title, act: "took", label: agreed.took, pendingWords: words.mine.sending }}
        />
      )}
    </>
  );
}
