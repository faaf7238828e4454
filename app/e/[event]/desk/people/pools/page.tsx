import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { ArchiveBanner, Fixed } from "#components/camp/fixed.tsx";
import { type Answered, Said } from "#components/desk/said.tsx";
import styles from "#components/people/pool-form.module.css";
import { PoolForm } from "#components/people/pool-form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { markOf } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { readPoolsPage } from "#db/pool/page.ts";
import { permits } from "#domain/event.ts";
import { beyondCeiling, type Pool } from "#domain/pool.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../../said.ts";
import { savePools } from "./actions.ts";

const words = wordsOf("pool").settings;

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

/** How many of the next places are looked at, unless another number is typed. */
const NEXT = 10;

function answeredOf(heard: Heard | null): Answered | null {
  return heard?.code === "saved" ? { title: words.saved, next: words.offered(heard.numbers[0] ?? 0) } : null;
}

const typed = (number: number | null) => (number === null ? "" : String(number));

export default async function PoolsPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const fixed = !permits(event.phase, "set");
  const heard = heardFrom(await searchParams);
  const { shown, names, taken, byHand, places, kept, merged, tooMany, drawing } = await readPoolsPage(
    database(),
    may,
    new Date(),
  );
  const fieldsOf = ({ floor, ceiling }: Pool, have: number, aside: number) => ({
    floor: floor === 0 ? "" : String(floor),
    ceiling: typed(ceiling),
    taken: have,
    byHand: aside,
    beyond: merged ? 0 : beyondCeiling({ ceiling }, have),
  });
  const mark = markOf(shown);
  return (
    <DeskFrame slug={slug} at="people" title={words.title}>
      <Said answered={answeredOf(heard)} at={heard?.at ?? ""} />
      <p className={styles.lede}>{words.lede}</p>
      <p className={styles.hint}>
        {words.counted} {merged ? words.merged : <Figures>{words.now(kept, places)}</Figures>}
      </p>
      {tooMany ? (
        <Banner tone="wait" title={words.tooMany(kept, places)}>
          {words.tooManyNext}
        </Banner>
      ) : null}
      {drawing ? <p className={styles.lede}>{words.drawing}</p> : null}
      <ArchiveBanner fixed={fixed} />
      <Fixed fixed={fixed}>
        <PoolForm
          facts={`${mark} ${heard?.at ?? ""}`}
          action={savePools.bind(null, slug)}
          mark={mark}
          sectors={shown.sectors.map(({ id, ...pool }) => ({
            ...{ id, name: names.get(id) ?? "" },
            ...fieldsOf(pool, taken.sectors.get(id) ?? 0, byHand.sectors.get(id) ?? 0),
          }))}
          firstTimers={fieldsOf(shown.firstTimers, taken.firstTimers, byHand.firstTimers)}
          organisationLimit={typed(shown.organisationLimit)}
          mergesDay={shown.merges?.day ?? ""}
          mergesTime={shown.merges?.time ?? ""}
          next={String(NEXT)}
        />
      </Fixed>
    </DeskFrame>
  );
}
