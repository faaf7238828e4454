import { momentOf } from "#components/event/opening.tsx";
import { Rules } from "#components/event/pool-rules.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { EventView } from "#domain/event.ts";
import type { DrawView } from "#domain/release.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { CheckDraw } from "./check-draw.tsx";
import styles from "./draw.module.css";

const pool = wordsOf("pool").rules;
const words = wordsOf("release").page;

/** How a camp's draw is made, and all that is needed to work it out again. */
export function DrawPage({ event, draws }: { event: EventView; draws: readonly DrawView[] }) {
  if (draws.length === 0)
    return (
      <>
        <Heading title={words.title} />
        <Empty title={words.none.title}>{words.none.body}</Empty>
      </>
    );
  return (
    <>
      <Heading title={words.title}>{words.lede}</Heading>
      {draws.map((draw) => (
        <Draw key={draw.id} draw={draw} event={event} />
      ))}
      <section className={styles.rule}>
        <h2>{words.rule}</h2>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Draw({ draw, event }: { draw: DrawView; event: EventView }) {
  const { facts } = words;
  const n = (value: number) => <Figures>{number(value, readerLocale())}</Figures>;
  const at = (instant: string) => momentOf(instant, event);
  const undrawn = draw.drawnAt !== null && draw.seed === null;
  return (
    <Card>
      <dl className={styles.facts}>
        <dt>{facts.places}</dt>
        <dd>{n(draw.places)}</dd>
        <dt>{facts.open}</dt>
        <dd>
          <Figures>{facts.between(at(draw.opensAt), at(draw.closesAt))}</Figures>
        </dd>
        <dt>{facts.entries}</dt>
        <dd>{n(draw.entries)}</dd>
        <dt>{facts.source}</dt>
        <dd>{draw.source}</dd>
        {draw.pools ? (
          <>
            <dt>{pool.title}</dt>
            <dd>
              <Rules rules={draw.pools} camp={event} />
            </dd>
          </>
        ) : null}
        <dt>{facts.hash}</dt>
        <dd>{draw.listHash ? <code>{draw.listHash}</code> : facts.hashLater}</dd>
        {undrawn ? null : (
          <>
            <dt>{facts.seed}</dt>
            <dd>{draw.seed === null ? facts.seedLater : <code>{draw.seed}</code>}</dd>
          </>
        )}
        {draw.drawnAt ? (
          <>
            <dt>{facts.drawn}</dt>
            <dd>
              <Figures>{at(draw.drawnAt)}</Figures>
            </dd>
          </>
        ) : null}
      </dl>
      {undrawn ? <p>{words.all}</p> : null}
      {draw.listHash ? (
        <p>
          {/* A plain link: the router cannot fetch a file. */}
          <a className={styles.list} href={`/e/${event.slug}/draw/${draw.id}`}>
            {words.list}
          </a>
        </p>
      ) : null}
      {draw.listHash && draw.seed !== null ? (
        <CheckDraw list={`/e/${event.slug}/draw/${draw.id}`} hash={draw.listHash} seed={draw.seed} />
      ) : null}
    </Card>
  );
}
