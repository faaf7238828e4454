import { Table } from "#components/ui/table.tsx";
import { type SwapCount, shownCount } from "#domain/swap.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./swap.module.css";

const { counts: words } = wordsOf("swaps");

type CountsProps = {
  cards: number;
  directions: readonly SwapCount[];
  /** The crew reads every count, everybody else those that give nobody away. */
  all: boolean;
};

/** How many cards there were, and what came of them from one sector to another. Nothing for others before there is a card. */
export function SwapCounts({ cards, directions, all }: CountsProps) {
  if (cards === 0 && !all) return null;
  const known = (n: number) => (all ? n : shownCount(n));
  const said = (n: number) => {
    const it = known(n);
    return it === null ? words.few : number(it, readerLocale());
  };
  const shown = directions.filter(({ agreed }) => known(agreed) !== null);
  return (
    <section className={styles.counts}>
      <h2>{words.title}</h2>
      <p>{words.cards(known(cards))}</p>
      {shown.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          rows={shown}
          rowId={({ from, to }) => `${from} ${to}`}
          columns={[
            { id: "from", label: words.from, header: true, cell: ({ from }) => from },
            { id: "to", label: words.to, cell: ({ to }) => to },
            { id: "agreed", label: words.agreed, figures: true, cell: ({ agreed }) => said(agreed) },
            { id: "took", label: words.took, figures: true, cell: ({ done }) => said(done) },
          ]}
        />
      )}
      {all ? null : <p className={styles.quiet}>{words.how}</p>}
    </section>
  );
}
