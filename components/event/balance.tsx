import { Shares } from "#components/ui/bar.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { hourOf } from "#components/ui/hour.ts";
import type { EventView } from "#domain/event.ts";
import { isBeyond, type PoolsView } from "#domain/pool.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./balance.module.css";
import { Rules } from "./pool-rules.tsx";

const words = wordsOf("pool");

const n = (value: number) => number(value, readerLocale());

/** How the room is mixed so far, and what is kept for whom: for everybody to see. */
export function Balance({
  pools,
  capacity,
  camp,
}: {
  pools: PoolsView;
  capacity: number;
  camp: Pick<EventView, "zone">;
}) {
  const shares = pools.sectors.map(({ name, taken }, index) => ({
    ...{ label: name, value: taken },
    hour: hourOf(index + 1),
  }));
  return (
    <section className={styles.balance}>
      <h2>
        <Figures>{words.balance.title(pools.taken, capacity)}</Figures>
      </h2>
      {pools.taken > 0 ? (
        <>
          <Shares label={words.balance.title(pools.taken, capacity)} shares={shares} count={n} />
          <p>
            <Figures>{words.balance.first(pools.firstTimers.taken, pools.taken)}</Figures>
          </p>
        </>
      ) : null}
      <h3>{words.rules.title}</h3>
      {pools.merged ? <p>{words.rules.merged}</p> : <Rules rules={pools} camp={camp} />}
      {!pools.merged && isBeyond(pools) ? <p>{words.rules.beyond}</p> : null}
    </section>
  );
}
