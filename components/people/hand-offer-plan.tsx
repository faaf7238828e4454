import { Shares } from "#components/ui/bar.tsx";
import { Numbers } from "#components/ui/figures.tsx";
import { hourOf } from "#components/ui/hour.ts";
import { Table } from "#components/ui/table.tsx";
import type { Obstacle } from "#domain/registration/hand-offer.ts";
import type { Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("handOffer");

type Named = { id: string; name: string; organisation: string };

/** What offering places to those chosen would come to, as the page says it before it is done. */
export type PlanShown = {
  offered: readonly (Named & { sector: string; position: number | null })[];
  unable: readonly (Named & { why: Obstacle })[];
  passed: readonly Named[];
  passedOver: number;
  free: number;
  sectors: readonly { sector: string; people: number }[];
  /** ISO 8601 */
  until: string;
};

export function HandOfferPlan({ plan, here }: { plan: PlanShown; here: Place }) {
  const { offered, unable, passed, passedOver, free, sectors, until } = plan;
  const { numbers, columns } = words;
  return (
    <>
      <div className={styles.numbers}>
        <Numbers
          items={[
            { value: words.count(offered.length), label: numbers.chosen },
            { value: words.count(free), label: numbers.free },
            { value: words.count(passedOver), label: numbers.passed },
          ]}
        />
      </div>
      <Table
        caption={words.who}
        captionShown
        columns={[
          { id: "line", label: columns.line, figures: true, cell: ({ position }) => position ?? "" },
          { id: "name", label: columns.name, header: true, cell: ({ name }) => name },
          { id: "organisation", label: columns.organisation, cell: ({ organisation }) => organisation },
          { id: "sector", label: columns.sector, cell: ({ sector }) => sector },
        ]}
        rows={offered}
        rowId={({ id }) => id}
      />
      <div className={styles.columns}>
        <section className={styles.part}>
          <h2>{words.passed}</h2>
          <p>{passedOver === 0 ? words.passedNobody : words.passedWhat(passedOver)}</p>
          <ul>
            {passed.map(({ id, name, organisation }) => (
              <li key={id}>{[name, organisation].filter(Boolean).join(", ")}</li>
            ))}
            {passedOver > passed.length ? <li>{words.more(passedOver - passed.length)}</li> : null}
          </ul>
          {unable.length > 0 ? (
            <>
              <h2>{words.unable}</h2>
              <ul>
                {unable.map(({ id, name, why }) => (
                  <li key={id}>
                    {name}: {words.unableWhy[why]}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
        <section className={styles.part}>
          <h2>{words.told}</h2>
          <p>{words.toldWhat(until, here)}</p>
          <h2>{words.balance}</h2>
          <Shares
            label={words.balanceOf}
            shares={sectors.map(({ sector, people }, index) => {
              return { label: sector, value: people, hour: hourOf(index + 1) };
            })}
            count={words.count}
          />
        </section>
      </div>
    </>
  );
}
